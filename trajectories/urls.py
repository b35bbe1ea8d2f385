"""Addresses of trajectories and the logbook, under /w/<membership>/."""

from django.urls import path

from trajectories.views import (
    contacts,
    exports,
    moments,
    participants,
    providers,
    snapshot,
    today,
    trajectories,
    trajectory_lists,
)

app_name = "trajectories"

urlpatterns = [
    path("today/", today.today, name="today"),
    path("phone/", snapshot.snapshot, name="snapshot"),
    path("follow-up/", today.follow_up_list, name="follow-up-list"),
    path("participants/new/", participants.participant_new, name="participant-new"),
    path("participants/<uuid:participant>/", participants.participant_detail, name="participant-detail"),
    path("participants/<uuid:participant>/edit/", participants.participant_edit, name="participant-edit"),
    path(
        "participants/<uuid:participant>/contact-details/",
        participants.contact_details_edit,
        name="contact-details-edit",
    ),
    path("participants/<uuid:participant>/trajectories/new/", trajectories.trajectory_new, name="trajectory-new"),
    path("trajectories/", trajectory_lists.trajectory_list, name="trajectory-list"),
    path("trajectories/search/", trajectory_lists.trajectory_search, name="trajectory-search"),
    path("trajectories/export/<str:file_format>/", exports.trajectory_export, name="trajectory-export"),
    path("trajectories/<uuid:trajectory>/", trajectories.trajectory_detail, name="trajectory-detail"),
    path("trajectories/<uuid:trajectory>/edit/", trajectories.trajectory_edit, name="trajectory-edit"),
    path("trajectories/<uuid:trajectory>/statuses/new/", trajectories.status_new, name="status-new"),
    path("trajectories/<uuid:trajectory>/trials/new/", moments.trial_new, name="trial-new"),
    path("trajectories/<uuid:trajectory>/enrolments/new/", moments.enrolment_new, name="enrolment-new"),
    path("trajectories/<uuid:trajectory>/moments/<int:moment>/", moments.moment_edit, name="moment-edit"),
    path("enrolments/<uuid:enrolment>/end/", moments.enrolment_end, name="enrolment-end"),
    path("contacts/", contacts.contact_list, name="contact-list"),
    path("contacts/new/", contacts.contact_new, name="contact-new"),
    path("contacts/export/<str:file_format>/", exports.contact_export, name="contact-export"),
    path("contacts/<uuid:contact>/correct/", contacts.contact_correct, name="contact-correct"),
    path("providers/", providers.provider_list, name="provider-list"),
    path("providers/new/", providers.provider_new, name="provider-new"),
    path("providers/<uuid:provider>/edit/", providers.provider_edit, name="provider-edit"),
]
