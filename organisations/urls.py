"""Addresses of the ground floor: outside a workplace at the root, inside one under /w/<membership>/."""

from django.urls import URLPattern, URLResolver, include, path

from organisations.views import (
    audit,
    imports,
    invitations,
    organisations,
    people,
    profile,
    sessions,
    statements,
    workplaces,
)

app_name = "organisations"

people_urls = [
    path("", people.membership_list, name="membership-list"),
    path("new/", people.invitation_new, name="invitation-new"),
    path("<uuid:member>/end/", people.membership_end, name="membership-end"),
    path("<uuid:member>/reopen/", people.membership_reopen, name="membership-reopen"),
]

invitation_urls = [
    path("<uuid:invitation>/send/", people.invitation_send, name="invitation-send"),
    path("<uuid:invitation>/withdraw/", people.invitation_withdraw, name="invitation-withdraw"),
    path("<uuid:invitation>/restore/", people.invitation_restore, name="invitation-restore"),
]

organisation_urls = [
    path("", organisations.organisation_list, name="organisation-list"),
    path("new/", organisations.organisation_new, name="organisation-new"),
    path("import/", imports.organisation_import, name="organisation-import"),
    path("<uuid:organisation>/", organisations.organisation_detail, name="organisation-detail"),
    path("<uuid:organisation>/edit/", organisations.organisation_edit, name="organisation-edit"),
    path("<uuid:organisation>/administrators/new/", people.invitation_new, name="administrator-new"),
]

work_urls: list[URLPattern | URLResolver] = [
    path("", workplaces.home, name="home"),
    path("people/", include(people_urls)),
    path("invitations/", include(invitation_urls)),
    path("organisations/", include(organisation_urls)),
    path("audit/", audit.audit_list, name="audit-list"),
]

urlpatterns = [
    path("", workplaces.start, name="start"),
    path("workplaces/", workplaces.workplaces, name="workplaces"),
    path("invitation/<str:secret>/", invitations.invitation, name="invitation"),
    path("profile/", profile.profile, name="profile"),
    path("sessions/<int:session>/end/", sessions.session_end, name="session-end"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
    path("w/<uuid:membership>/", include(work_urls)),
]
