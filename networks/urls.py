"""Addresses of the learning networks, under /w/<membership>/."""

from django.urls import path

from networks.views import attendances, findings, next_steps, sessions

app_name = "networks"

urlpatterns = [
    path("sessions/", sessions.session_list, name="session-list"),
    path("sessions/new/", sessions.session_new, name="session-new"),
    path("sessions/<uuid:session>/", sessions.session_detail, name="session-detail"),
    path("sessions/<uuid:session>/edit/", sessions.session_edit, name="session-edit"),
    path("sessions/<uuid:session>/attendances/new/", attendances.attendance_new, name="attendance-new"),
    path("sessions/<uuid:session>/attendances/restore/", attendances.attendance_restore, name="attendance-restore"),
    path("attendances/<uuid:attendance>/remove/", attendances.attendance_remove, name="attendance-remove"),
    path("findings/", findings.finding_list, name="finding-list"),
    path("findings/new/", findings.finding_new, name="finding-new"),
    path("findings/<uuid:finding>/edit/", findings.finding_edit, name="finding-edit"),
    path("findings/<uuid:finding>/publish/", findings.finding_publish, name="finding-publish"),
    path("findings/<uuid:finding>/withdraw/", findings.finding_withdraw, name="finding-withdraw"),
    path("next-steps/", next_steps.next_step_list, name="next-step-list"),
    path("next-steps/new/", next_steps.next_step_new, name="next-step-new"),
    path("next-steps/<uuid:step>/edit/", next_steps.next_step_edit, name="next-step-edit"),
]
