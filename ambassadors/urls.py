from datetime import date

from django.urls import path, register_converter

from ambassadors.views import (
    advice,
    appointments,
    attachments,
    decisions,
    dossier,
    history,
    imports,
    meetings,
    projects,
    rows,
    sources,
    steps,
    success,
    support,
)


class DayConverter:
    """A day in an address: 2026-11-22."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

app_name = "ambassadors"

urlpatterns = [
    path("projects/", projects.project_list, name="project-list"),
    path("projects/new/", projects.project_new, name="project-new"),
    path("projects/import/", imports.project_import, name="project-import"),
    path("projects/<uuid:project>/", projects.project_detail, name="project-detail"),
    path("projects/<uuid:project>/edit/", projects.project_edit, name="project-edit"),
    path("projects/<uuid:project>/state/", projects.project_life, name="project-life"),
    path("projects/<uuid:project>/decisions/new/", projects.decision_new, name="decision-new"),
    path("projects/<uuid:project>/decisions/<day:day>/remove/", projects.decision_remove, name="decision-remove"),
    path(
        "projects/<uuid:project>/decisions/<day:day>/restore/<slug:state>/",
        projects.decision_restore,
        name="decision-restore",
    ),
    path("projects/<uuid:project>/appointments/new/", appointments.appointment_new, name="appointment-new"),
    path("projects/<uuid:project>/agreements/new/", appointments.agreement_new, name="agreement-new"),
    path(
        "projects/<uuid:project>/agreements/<uuid:agreement>/edit/", appointments.agreement_edit, name="agreement-edit"
    ),
    path("appointments/<uuid:appointment>/edit/", appointments.appointment_edit, name="appointment-edit"),
    path("appointments/<uuid:appointment>/absence/", appointments.appointment_absence, name="appointment-absence"),
    path("appointments/<uuid:appointment>/end/", appointments.appointment_end, name="appointment-end"),
    path("projects/<uuid:project>/dossier/", dossier.dossier_detail, name="dossier-detail"),
    path("projects/<uuid:project>/dossier/open/", dossier.dossier_open, name="dossier-open"),
    path("projects/<uuid:project>/dossier/answers/", dossier.dossier_answers, name="dossier-answers"),
    path("projects/<uuid:project>/dossier/advice/", advice.advice_list, name="advice-list"),
    path(
        "projects/<uuid:project>/dossier/advice/<slug:rule>/<slug:subject>/answer/",
        advice.advice_answer,
        name="advice-answer",
    ),
    path(
        "projects/<uuid:project>/dossier/advice/<slug:rule>/<slug:subject>/withdraw/",
        advice.advice_withdraw,
        name="advice-withdraw",
    ),
    path("projects/<uuid:project>/dossier/files/", attachments.attachment_list, name="attachment-list"),
    path("projects/<uuid:project>/dossier/files/new/", attachments.attachment_new, name="attachment-new"),
    path(
        "projects/<uuid:project>/dossier/files/<uuid:attachment>/",
        attachments.attachment_download,
        name="attachment-download",
    ),
    path(
        "projects/<uuid:project>/dossier/files/<uuid:attachment>/remove/",
        attachments.attachment_remove,
        name="attachment-remove",
    ),
    path("projects/<uuid:project>/dossier/decisions/new/", decisions.dossier_decision_new, name="dossier-decision-new"),
    path(
        "projects/<uuid:project>/dossier/decisions/<uuid:decision>/",
        decisions.dossier_decision_detail,
        name="dossier-decision-detail",
    ),
    path("projects/<uuid:project>/dossier/success/", success.success_list, name="success-list"),
    path("projects/<uuid:project>/dossier/success/new/", success.success_new, name="success-new"),
    path("projects/<uuid:project>/dossier/success/<uuid:success>/edit/", success.success_edit, name="success-edit"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/", steps.step_edit, name="step-edit"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/answers/", steps.step_answers, name="step-answers"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/reopen/", steps.step_reopen, name="step-reopen"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/history/", history.step_history, name="step-history"),
    path(
        "projects/<uuid:project>/dossier/steps/<int:number>/history/<int:version>/restore/",
        history.step_restore,
        name="step-restore",
    ),
    path("projects/<uuid:project>/dossier/meetings.ics", meetings.meetings_ics, name="meetings-ics"),
    path("projects/<uuid:project>/dossier/goals/agree/", rows.goals_agree, name="goals-agree"),
    path("projects/<uuid:project>/dossier/rows/<slug:relation>/new/", rows.row_new, name="row-new"),
    path("projects/<uuid:project>/dossier/rows/<slug:relation>/<uuid:row>/", rows.row_edit, name="row-edit"),
    path("projects/<uuid:project>/dossier/rows/<slug:relation>/<uuid:row>/remove/", rows.row_remove, name="row-remove"),
    path(
        "projects/<uuid:project>/dossier/rows/<slug:relation>/<uuid:row>/restore/", rows.row_restore, name="row-restore"
    ),
    path("projects/<uuid:project>/support/", support.support_detail, name="support-detail"),
    path(
        "projects/<uuid:project>/support/letters/<uuid:letter>/",
        support.support_letter_detail,
        name="support-letter-detail",
    ),
    path(
        "projects/<uuid:project>/support/links/<uuid:link>/send/", support.support_link_send, name="support-link-send"
    ),
    path(
        "projects/<uuid:project>/support/links/<uuid:link>/revoke/",
        support.support_link_revoke,
        name="support-link-revoke",
    ),
    path(
        "projects/<uuid:project>/support/links/<uuid:link>/restore/",
        support.support_link_restore,
        name="support-link-restore",
    ),
    path(
        "projects/<uuid:project>/support/reactions/<uuid:reaction>/edit/",
        support.support_reaction_edit,
        name="support-reaction-edit",
    ),
    path("sources/", sources.source_list, name="source-list"),
    path("sources/new/", sources.source_new, name="source-new"),
    path("sources/<uuid:source>/edit/", sources.source_edit, name="source-edit"),
    path("sources/<uuid:source>/off/", sources.source_switch_off, name="source-switch-off"),
    path("sources/<uuid:source>/on/", sources.source_switch_on, name="source-switch-on"),
]
