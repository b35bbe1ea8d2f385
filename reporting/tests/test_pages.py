"""The pages of the reports: asking, waiting, reading, downloading; and who may."""

import re
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from pypdf import PdfReader

from ambassadors.actions.dossier import open_hiring_file
from config.testing.cast import address
from organisations.models import AuditEvent
from reporting.actions.jobs import claim, finish
from reporting.actions.making import make_report
from reporting.contents import Brief, figures_for
from reporting.enums import ErrorCode, JobStep, ReportKind, ReportStatus
from reporting.models import Report
from reporting.tests.conftest import NOW, TODAY, YEAR

ASKERS = ("coordinator", "ambassador", "ministry")


def ask(browser, membership, **changes):
    body = {"entry_id": str(uuid4()), "kind": "progress_report", "period": "2024"} | changes
    return browser.post(address(membership, "reporting:report-create"), body)


def made(report) -> Report:
    """With real figures; laying out the paper takes long, so here it is blank."""
    figures = figures_for(Brief.of(report))
    finish(claim(report.pk, now=NOW), figures=figures, content=b"%PDF-1.7", now=NOW)
    report.refresh_from_db()
    return report


def content(response) -> bytes:
    """All of a file, so that the test client closes it."""
    return b"".join(response.streaming_content)


def text_of(response) -> str:
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


# --- Asking -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
def test_report_of_an_own_project_is_asked_for_once(cast, client_for, who):
    membership, entry = cast.memberships[who], str(uuid4())
    browser = client_for(membership)
    answers = [ask(browser, membership, entry_id=entry, project=cast.project.uuid) for _time in range(2)]
    report = Report.objects.get()
    assert {answer.url for answer in answers} == {address(membership, "reporting:report-detail", report)}
    assert (report.organisation, report.status) == (membership.organisation, ReportStatus.QUEUED)


def test_ministry_asks_for_flanders(cast, client_for):
    assert ask(client_for(cast.ministry), cast.ministry, kind="flemish_report").status_code == 302
    assert Report.objects.get().project is None


WRONG = {
    "no kind": ({"kind": ""}, "Kies welk verslag"),
    "forged kind": ({"kind": "alles"}, "Kies welk verslag"),
    "no period": ({"period": ""}, "Kies een periode"),
    "forged period": ({"period": "1066"}, "Kies een periode"),
    "other period without days": ({"period": "other"}, "Vul de eerste dag in"),
    "no entry": ({"entry_id": ""}, "Laad de pagina opnieuw"),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG)
def test_wrong_request_gets_a_sentence(cast, client_for, changes, sentence):
    response = ask(client_for(cast.coordinator), cast.coordinator, **{"project": cast.project.uuid} | changes)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Report.objects.exists()


def test_other_period_has_both_ends_in_order(cast, client_for):
    days = {"period_from_day": "2", "period_from_month": "feb", "period_from_year": "2026"}
    days |= {"period_until_day": "1", "period_until_month": "2", "period_until_year": "2026"}
    browser = client_for(cast.coordinator)
    wrong = ask(browser, cast.coordinator, project=cast.project.uuid, period="other", **days)
    assert "niet vóór de eerste dag" in text_of(wrong)
    right = ask(
        browser, cast.coordinator, project=cast.project.uuid, period="other", **days | {"period_until_day": "3"}
    )
    assert right.status_code == 302


@pytest.mark.parametrize("project", ["other_project", "external_project"])
def test_ambassador_asks_for_own_projects_only(cast, client_for, project):
    response = ask(client_for(cast.ambassador), cast.ambassador, project=getattr(cast, project).uuid)
    assert response.status_code == 422
    assert "Kies het project" in text_of(response)


@pytest.mark.parametrize(
    ("who", "kind"),
    [("coordinator", "flemish_report"), ("ministry", "progress_report"), ("guide", "flemish_report")],
)
def test_kind_belongs_to_a_role(cast, client_for, who, kind):
    membership = cast.memberships[who]
    assert ask(client_for(membership), membership, kind=kind, project=cast.project.uuid).status_code == 403


def test_dossier_is_asked_for_with_a_bare_button(cast, client_for):
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    body = {"kind": "hiring_file", "project": str(cast.project.uuid)}
    response = client_for(cast.coordinator).post(address(cast.coordinator, "reporting:report-create"), body)
    assert response.status_code == 302
    assert Report.objects.get().kind == ReportKind.HIRING_FILE


# --- Waiting ----------------------------------------------------------------------------------------------------------


def test_page_of_a_job_shows_how_far_it_is_and_asks_again(cast, client_for, report):
    Report.objects.filter(pk=report.pk).update(
        status=ReportStatus.RUNNING, step=JobStep.DOCUMENT, progress=40, attempts=1, heartbeat_at=NOW
    )
    page = text_of(client_for(cast.coordinator).get(address(cast.coordinator, "reporting:report-detail", report)))
    assert '<progress id="progress" max="100" value="40">' in page
    assert "Bladzijden opmaken" in page
    assert "Je mag dit scherm sluiten" in page
    assert f"{address(cast.coordinator, 'reporting:report-detail', report)}?seen=running" in page
    assert '<meta http-equiv="refresh" content="3">' in page


def poll(browser, membership, report, seen):
    url = address(membership, "reporting:report-detail", report)
    return text_of(browser.get(url, {"seen": seen}, headers={"HX-Request": "true"}))


def test_end_is_announced_once_in_the_live_region(cast, client_for, report):
    browser = client_for(cast.coordinator)
    assert "announce" not in poll(browser, cast.coordinator, report, "queued")
    made(report)
    part = poll(browser, cast.coordinator, report, "queued")
    assert "<html" not in part
    assert re.search(r'id="announce"[^>]* hx-swap-oob="innerHTML"> ?Je verslag is klaar', part)
    assert "hx-get" not in part
    assert "announce" not in poll(browser, cast.coordinator, report, "done")


def test_failure_says_what_to_do(cast, client_for, report):
    Report.objects.filter(pk=report.pk).update(
        status=ReportStatus.FAILED, error_code=ErrorCode.TOO_MANY_ATTEMPTS, finished_at=NOW
    )
    page = text_of(client_for(cast.coordinator).get(address(cast.coordinator, "reporting:report-detail", report)))
    assert "Vraag het verslag opnieuw" in page


def test_without_a_bus_page_and_list_answer_and_say_so(cast, client_for, dead_bus, django_capture_on_commit_callbacks):
    browser = client_for(cast.coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(browser, cast.coordinator, project=cast.project.uuid).status_code == 302
    report = Report.objects.get()
    Report.objects.update(requested_at=timezone.now() - timedelta(seconds=10))
    assert "antwoordt niet" in text_of(browser.get(address(cast.coordinator, "reporting:report-detail", report)))
    assert browser.get(address(cast.coordinator, "reporting:report-list")).status_code == 200


# --- Reading and downloading ------------------------------------------------------------------------------------------


def test_screen_and_paper_show_the_same_figures(cast, client_for, report):
    make_report(report.pk, clock=lambda: NOW)
    browser = client_for(cast.coordinator)
    screen = text_of(browser.get(address(cast.coordinator, "reporting:report-detail", report)))
    file = browser.get(address(cast.coordinator, "reporting:report-file", report))
    paper = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content(file))).pages)
    assert "begonnen geen trajecten" in screen
    assert "begonnen geen trajecten" in " ".join(paper.replace("\N{NO-BREAK SPACE}", " ").split())


def test_made_report_stays_as_it_was(cast, client_for, report):
    made(report)
    cast.project.title = "Heet nu anders"
    cast.project.save()
    page = text_of(client_for(cast.coordinator).get(address(cast.coordinator, "reporting:report-detail", report)))
    assert "Stad Eigen · werkjaar 2025–2026" in page


def test_file_goes_out_under_a_neutral_name_and_leaves_a_trace(cast, client_for, report, flemish):
    own = client_for(cast.coordinator).get(address(cast.coordinator, "reporting:report-file", made(report)))
    assert own["Content-Type"] == "application/pdf"
    assert own["Content-Disposition"] == 'attachment; filename="voortgangsverslag-2025-2026.pdf"'
    ministry = client_for(cast.ministry).get(address(cast.ministry, "reporting:report-file", made(flemish)))
    assert 'filename="vlaams-jaarverslag-2025-2026.pdf"' in ministry["Content-Disposition"]
    assert AuditEvent.objects.filter(verb="downloaded").count() == 2
    assert content(own).startswith(b"%PDF")
    assert content(ministry).startswith(b"%PDF")


def test_file_that_is_not_made_yet_is_not_found(cast, client_for, report):
    assert (
        client_for(cast.coordinator).get(address(cast.coordinator, "reporting:report-file", report)).status_code == 404
    )


OUTSIDERS = ("other_coordinator", "other_ambassador", "external_coordinator", "ministry", "guide", "administrator")


@pytest.mark.parametrize("who", OUTSIDERS)
def test_report_of_another_is_not_found(cast, client_for, report, who):
    membership = cast.memberships[who]
    browser = client_for(membership)
    made(report)
    for page in ("reporting:report-detail", "reporting:report-file"):
        assert browser.get(address(membership, page, report)).status_code == 404


def test_flemish_report_is_the_ministrys(cast, client_for, flemish):
    made(flemish)
    for who, status in (("ministry", 200), ("coordinator", 404), ("guide", 404), ("ministry_administrator", 404)):
        membership = cast.memberships[who]
        response = client_for(membership).get(address(membership, "reporting:report-file", flemish))
        assert response.status_code == status, who
        assert status == 404 or content(response)


def test_ambassador_does_not_get_the_coordinators_dossier(cast, client_for):
    """It holds what the hire costs; an ambassador's own is made without."""
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    common = {"kind": ReportKind.HIRING_FILE, "organisation": cast.organisation, "project": cast.project}
    theirs = Report.objects.create(**common, requested_by=cast.coordinator, requested_at=NOW, reference_date=TODAY)
    own = Report.objects.create(**common, requested_by=cast.ambassador, requested_at=NOW, reference_date=TODAY)
    visible = Report.objects.visible_to(cast.ambassador, today=TODAY)
    assert list(visible) == [own]
    assert made(theirs).figures["document"]["with_costs"]
    assert not made(own).figures["document"]["with_costs"]


@pytest.mark.parametrize("who", ["guide", "administrator", "ministry_administrator"])
def test_others_have_no_reports(cast, client_for, who):
    membership = cast.memberships[who]
    assert client_for(membership).get(address(membership, "reporting:report-list")).status_code == 403


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("rows", [1, 30])
def test_list_asks_the_database_as_often_at_any_length(cast, client_for, django_assert_num_queries, rows, who):
    membership = cast.memberships[who]
    kind = ReportKind.FLEMISH_REPORT if who == "ministry" else ReportKind.PROGRESS_REPORT
    Report.objects.bulk_create(
        Report(
            kind=kind,
            organisation=membership.organisation,
            project=None if who == "ministry" else cast.project,
            requested_by=membership,
            requested_at=NOW,
            period_from=YEAR[0],
            period_until=YEAR[1],
            reference_date=TODAY,
        )
        for _row in range(rows)
    )
    browser = client_for(membership)
    with django_assert_num_queries(5 if who == "ministry" else 8):
        browser.get(address(membership, "reporting:report-list"))


def test_page_of_a_report_asks_the_database_little(cast, client_for, django_assert_num_queries, report):
    made(report)
    browser = client_for(cast.coordinator)
    with django_assert_num_queries(4):
        browser.get(address(cast.coordinator, "reporting:report-detail", report))
