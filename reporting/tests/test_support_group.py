"""A progress report for the support group: made for it, without small numbers, sent with a letter, read by its link."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.actions.support import restore_link, revoke_link
from ambassadors.models import SupportLetter, SupportLink
from ambassadors.tests.conftest import hiring_file  # noqa: F401 - a fixture
from config.testing.cast import address
from organisations.models import AuditEvent
from reporting.actions.letters import send_letter_with_report
from reporting.actions.making import make_report
from reporting.actions.requests import request_report
from reporting.contents import Brief, figures_for
from reporting.enums import ReportKind
from reporting.models import Report, SharedReport
from reporting.tests.conftest import NOW, TODAY, YEAR
from reporting.tests.test_figures import PERIOD, guided  # noqa: F401 - a fixture

ENTRY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@pytest.fixture
def group(cast, hiring_file):  # noqa: F811
    """A dossier with a member who can be reached."""
    member = {"name": "Els Deuropener", "email": "els@steungroep.example"}
    return hiring_file.support_members.create(**member)


@pytest.fixture
def client(cast, client_for):
    return client_for(cast.coordinator)


@pytest.fixture
def shared(cast) -> Report:
    """Asked for on the page of reports, and made."""
    report = ask(cast)
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    return report


def ask(cast, by=None, **more) -> Report:
    values = {"kind": ReportKind.PROGRESS_REPORT, "project": cast.project, "period": YEAR, "for_support_group": True}
    return request_report(**values | more, by=by or cast.coordinator, now=NOW, today=TODAY)


def write(cast, client, group, execute, **more):
    """Send the form of a letter; the mails leave."""
    typed = {"members": [str(group.uuid)], "title": "Nieuws", "message": "Dag allen", "entry_id": ENTRY}
    with execute(execute=True):
        return client.post(address(cast.coordinator, "reporting:support-letter-new", cast.project), typed | more)


def secret_of_mail() -> str:
    return re.search(r"/steungroep/([\w-]+)/", mail.outbox[-1].body)[1]


def page_of(answer, status=200) -> str:
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


# --- Asking for it ----------------------------------------------------------------------------------------------------


def test_coordinator_says_for_whom_the_report_is(cast, client, group):
    url = address(cast.coordinator, "reporting:report-list")
    assert "Voor de steungroep: kleine aantallen blijven weg" in page_of(client.get(url))
    body = {"kind": "progress_report", "project": cast.project.uuid, "period": "2025", "entry_id": str(uuid4())}
    for for_whom, wanted in (("ourselves", False), ("support_group", True)):
        typed = body | {"for_whom": for_whom, "entry_id": str(uuid4())}
        assert client.post(address(cast.coordinator, "reporting:report-create"), typed).status_code == 302
        assert Report.objects.newest_first()[0].for_support_group == wanted
    assert "Voortgangsverslag (voor de steungroep): Project Eigen" in page_of(client.get(url))


def test_forged_answer_gets_a_sentence(cast, client):
    body = {"kind": "progress_report", "project": cast.project.uuid, "period": "2025", "entry_id": str(uuid4())}
    answer = client.post(address(cast.coordinator, "reporting:report-create"), body | {"for_whom": "everyone"})
    assert "Kies voor wie het verslag is." in page_of(answer, 422)


def test_ambassador_is_not_asked_and_sends_nothing_out(cast, client_for):
    page = page_of(client_for(cast.ambassador).get(address(cast.ambassador, "reporting:report-list")))
    assert "Voor wie?" not in page
    with pytest.raises(PermissionDenied):
        ask(cast, by=cast.ambassador)


@pytest.mark.django_db
def test_database_keeps_other_kinds_inside(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(
            kind=ReportKind.HIRING_FILE,
            organisation=cast.organisation,
            project=cast.project,
            for_support_group=True,
            requested_by=cast.coordinator,
            requested_at=NOW,
            reference_date=TODAY,
        )


def test_small_numbers_stay_out_although_the_children_are_ones_own(cast, guided):  # noqa: F811
    def made(**more):
        return figures_for(Brief(ReportKind.PROGRESS_REPORT, TODAY, cast.project, PERIOD, cast.coordinator, **more))

    ours, theirs = made(), made(for_support_group=True)
    assert ours["protected"] is False
    assert theirs["protected"] is True
    assert theirs != ours


# --- Sending it along -------------------------------------------------------------------------------------------------


def test_report_goes_along_and_is_read_behind_the_link_only(
    cast, client, group, shared, client_for, django_capture_on_commit_callbacks
):
    page = page_of(client.get(address(cast.coordinator, "reporting:report-detail", shared)))
    assert f"support/letters/new/?report={shared.uuid}" in page
    form = page_of(client.get(address(cast.coordinator, "reporting:support-letter-new", cast.project)))
    assert "2025–2026, stand op 22 november 2026" in form
    answer = write(cast, client, group, django_capture_on_commit_callbacks, report=str(shared.uuid))
    assert "Voortgangsverslag" in page_of(client.get(answer.url))
    assert SharedReport.objects.get().report == shared
    assert "Voortgangsverslag" not in mail.outbox[-1].body

    stranger, secret = type(client)(), secret_of_mail()
    read = page_of(stranger.get(f"/steungroep/{secret}/"))
    assert f"/steungroep/{secret}/verslag/" in read
    file = stranger.get(f"/steungroep/{secret}/verslag/")
    assert file["Content-Disposition"].startswith(
        'attachment; filename="voortgangsverslag-2025-2026-voor-de-steungroep'
    )
    assert (file["Cache-Control"], file["X-Robots-Tag"]) == ("no-store", "noindex")
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    event = AuditEvent.objects.filter(verb="downloaded").latest("id")
    assert (event.subject, event.membership) == (shared.uuid, None)


def test_withdrawn_or_expired_link_closes_the_report_too(
    cast, client, group, shared, django_capture_on_commit_callbacks
):
    write(cast, client, group, django_capture_on_commit_callbacks, report=str(shared.uuid))
    stranger, link, url = type(client)(), SupportLink.objects.get(), f"/steungroep/{secret_of_mail()}/verslag/"
    revoke_link(link, by=cast.coordinator, now=timezone.now())
    assert "Deze link werkt niet meer" in page_of(stranger.get(url), 410)
    restore_link(link, by=cast.coordinator)
    assert b"".join(stranger.get(url).streaming_content).startswith(b"%PDF")
    SupportLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert stranger.get(url).status_code == 410


def test_letter_without_a_report_has_none_behind_its_link(cast, client, group, django_capture_on_commit_callbacks):
    page = page_of(client.get(address(cast.coordinator, "reporting:support-letter-new", cast.project)))
    assert "Maak er dan eerst een voor de steungroep." in page
    write(cast, client, group, django_capture_on_commit_callbacks)
    stranger, secret = type(client)(), secret_of_mail()
    assert "verslag/" not in page_of(stranger.get(f"/steungroep/{secret}/"))
    assert stranger.get(f"/steungroep/{secret}/verslag/").status_code == 404
    assert stranger.get("/steungroep/verzonnen/verslag/").status_code == 404


@pytest.mark.parametrize("which", ["not ready", "for ourselves", "of another project", "nobody's"])
def test_only_a_finished_report_made_for_this_group_goes_along(
    cast, client, group, shared, which, django_capture_on_commit_callbacks
):
    forged = {
        "not ready": ask(cast),
        "for ourselves": copy_of(shared, for_support_group=False),
        "of another project": copy_of(shared, project=cast.external_project),
        "nobody's": Report(),
    }[which]
    answer = write(cast, client, group, django_capture_on_commit_callbacks, report=str(forged.uuid))
    page = page_of(answer, 422)
    assert "Een van je keuzes is er niet meer." in page
    assert "Dag allen" in page
    assert not SupportLetter.objects.exists()
    if forged.pk:
        with pytest.raises(PermissionDenied):
            send_letter_with_report(
                group.hiring_file, members=[group], shared={}, report=forged, by=cast.coordinator, now=NOW
            )


def copy_of(report: Report, **changed) -> Report:
    """Another one like it."""
    row = Report.objects.get(pk=report.pk)
    row.pk, row.uuid = None, uuid4()
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
    return row


@pytest.mark.parametrize("rows", [1, 30])
def test_letter_asks_as_much_with_thirty_reports(cast, client, group, shared, django_assert_num_queries, rows):
    for _row in range(rows):
        copy_of(shared)
    with django_assert_num_queries(8):
        assert client.get(address(cast.coordinator, "reporting:support-letter-new", cast.project)).status_code == 200
