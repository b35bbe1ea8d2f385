"""The dossier as a whole: who sees it, what it says, and how it is opened."""

from dataclasses import replace
from uuid import uuid4

import pytest

from ambassadors.actions.dossier import open_hiring_file
from ambassadors.merging import StepContent
from ambassadors.models import HiringFile
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import NOW, fill_in
from ambassadors.tests.contents import CONTENTS
from ambassadors.tests.test_documents import COSTS, VALUES
from config.testing.cast import address

PAGES = ["dossier-detail", "dossier-answers"]
STEP_PAGES = ["step-edit", "step-answers"]
STRANGERS = [
    "administrator",
    "other_coordinator",
    "other_ambassador",
    "other_administrator",
    "external_coordinator",
    "external_ambassador",
    "guide",
    "ministry",
    "ministry_administrator",
]


@pytest.fixture
def get(cast, client_for):
    """Open a page of the cast's project as someone."""

    def open_page(who, name, *more, project=None):
        member = getattr(cast, who)
        return client_for(member).get(address(member, f"ambassadors:{name}", project or cast.project, *more))

    return open_page


@pytest.fixture
def post(cast, client_for):
    def send(who, name, *more, data=None, project=None):
        member = getattr(cast, who)
        return client_for(member).post(
            address(member, f"ambassadors:{name}", project or cast.project, *more), data or {}
        )

    return send


def text(response):
    return response.content.decode()


# --- Who --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", STRANGERS)
def test_stranger_finds_no_dossier(full_hiring_file, get, post, who):
    assert {get(who, name).status_code for name in PAGES} == {404}
    assert {get(who, name, 4).status_code for name in STEP_PAGES} == {404}
    assert post(who, "step-edit", 4).status_code == post(who, "step-reopen", 4).status_code == 404


@pytest.mark.parametrize("who", STRANGERS)
def test_stranger_does_not_learn_that_there_is_none(get, who):
    assert get(who, "dossier-detail").status_code == 404


@pytest.mark.parametrize("who", ["ambassador", "administrator", "other_coordinator", "guide", "ministry"])
def test_only_a_coordinator_opens_a_dossier(post, who):
    assert post(who, "dossier-open").status_code in (403, 404)
    assert HiringFile.objects.count() == 0


def test_external_employer_does_not_open_the_dossier_of_who_commissions(cast, post):
    assert post("external_coordinator", "dossier-open", project=cast.external_project).status_code == 403
    assert HiringFile.objects.count() == 0


def test_ambassador_reads_but_changes_nothing(full_hiring_file, get, post):
    assert {get("ambassador", name).status_code for name in PAGES} == {200}
    assert get("ambassador", "step-answers", 3).status_code == 200
    assert get("ambassador", "step-edit", 3).status_code == 403
    assert post("ambassador", "step-edit", 3).status_code == post("ambassador", "step-reopen", 3).status_code == 403


def test_ambassador_reads_everything_but_the_costs(full_hiring_file, get):
    page = text(get("ambassador", "dossier-answers"))
    assert [value for value in VALUES if value not in page] == []
    for response in (get("ambassador", "dossier-detail"), get("ambassador", "step-answers", 4)):
        page += text(response)
    assert [value for value in [*COSTS, "€"] if value in page] == []


def test_ambassador_gets_no_way_to_change(full_hiring_file, get):
    pages = [get("ambassador", name) for name in PAGES] + [get("ambassador", "step-answers", 4)]
    assert all("/steps/4/?" not in text(page) and "/reopen/" not in text(page) for page in pages)


def test_former_ambassador_reads_no_longer(cast, full_hiring_file, get):
    cast.appointment.ends_on = cast.appointment.starts_on
    cast.appointment.save()
    assert get("ambassador", "dossier-detail").status_code == 404


# --- Opening ----------------------------------------------------------------------------------------------------------


def test_project_without_dossier_offers_to_open_one(get):
    assert "Dossier openen" in text(get("coordinator", "dossier-detail"))
    assert "Dossier openen" not in text(get("ambassador", "dossier-detail"))


def test_dossier_is_opened_by_a_post_and_only_once(cast, get, post):
    assert get("coordinator", "dossier-open").status_code == 405
    for _again in range(2):
        response = post("coordinator", "dossier-open")
        assert response.url == address(cast.coordinator, "ambassadors:dossier-detail", cast.project)
    assert HiringFile.objects.count() == 1


# --- The task list ----------------------------------------------------------------------------------------------------


def test_sentence_and_button_lead_to_the_first_open_step(cast, hiring_file, get):
    fill_in(cast.project, cast.coordinator, {n: StepContent(note="x", is_ready=True) for n in (1, 2, 3)})
    page = get("coordinator", "dossier-detail")
    assert "Stap 4 wacht op jou." in text(page)
    assert "Drie van de zes stappen zijn klaar." in text(page)
    assert "Verder met budget en aanwerving" in text(page)
    assert address(cast.coordinator, "ambassadors:step-edit", cast.project, 4) in text(page)


def test_sentence_waits_for_nobody_when_all_is_ready(cast, hiring_file, get):
    fill_in(cast.project, cast.coordinator, {n: StepContent(is_ready=True) for n in range(1, 7)})
    page = text(get("coordinator", "dossier-detail"))
    assert "Alle zes stappen zijn klaar." in page
    assert "wacht op jou" not in page


def test_sentence_does_not_call_an_ambassador_to_work(hiring_file, get):
    assert "wacht op jou" not in text(get("ambassador", "dossier-detail"))


def test_rows_show_answer_state_and_advice(cast, full_hiring_file, get):
    rows = get("coordinator", "dossier-detail").context["rows"]
    assert [row["step"].get_state_display() for row in rows] == ["Bezig"] * 6
    assert rows[3]["answer"] == "90\xa0%, twee personen · 30 maanden"
    assert (rows[3]["advice"][0].rule, rows[3]["more"]) == ("term-short", 2)


def test_ready_step_opens_on_its_answers(cast, hiring_file, get):
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="x", is_ready=True)})
    rows = get("coordinator", "dossier-detail").context["rows"]
    assert rows[0]["url"] == address(cast.coordinator, "ambassadors:step-answers", cast.project, 1)
    assert rows[1]["url"] == address(cast.coordinator, "ambassadors:step-edit", cast.project, 2)


# --- The check of the answers -----------------------------------------------------------------------------------------


def test_check_shows_every_value(full_hiring_file, get):
    page = text(get("coordinator", "dossier-answers"))
    assert [value for value in VALUES + COSTS if value not in page] == []


def test_missing_answer_is_a_link_to_its_question_that_comes_back(cast, hiring_file, get):
    page = text(get("coordinator", "dossier-answers"))
    step = address(cast.coordinator, "ambassadors:step-edit", cast.project, 4)
    assert f'<a href="{step}?back=all#id_term_field">Nog in te vullen' in page
    assert f'<a href="{step}?back=all#staffing">Nog in te vullen' in page


def test_what_the_links_point_at_stands_on_the_step(cast, full_hiring_file, get):
    for number in CONTENTS:
        answers = get("coordinator", "step-answers", number)
        blocks = answers.context["section"]["blocks"]
        targets = {row["field"] for block in blocks for row in block["rows"] if block["kind"] == "answers"} - {""}
        page = text(get("coordinator", "step-edit", number))
        assert [name for name in targets if f'id="id_{name}_field"' not in page] == []
        assert [b["field"] for b in blocks if b["kind"] == "table" and f'id="{b["field"]}"' not in page] == []


def test_step_out_of_range_is_not_found(hiring_file, get, post):
    assert get("coordinator", "step-edit", 7).status_code == get("coordinator", "step-answers", 0).status_code == 404
    assert post("coordinator", "step-reopen", 7).status_code == 404


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
@pytest.mark.parametrize("name", PAGES)
def test_button_asks_for_the_pdf_once_however_often_it_is_pressed(cast, full_hiring_file, client_for, who, name):
    member = getattr(cast, who)
    client = client_for(member)
    form = form_on(client.get(address(member, f"ambassadors:{name}", cast.project)), "pdf")
    first, again = (client.post(address(member, "reporting:report-create"), form) for _press in range(2))
    assert first.status_code == 302
    assert first.url == again.url


# --- How many queries -------------------------------------------------------------------------------------------------


def many(content, count):
    """The same content with `count` rows of each kind."""
    rows = {name: [row | {"uuid": uuid4()} for row in (rows * count)[:count]] for name, rows in content.rows.items()}
    return replace(content, rows=rows)


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("opened", "queries"),
    [
        (("dossier-detail",), 27),
        (("dossier-answers",), 28),
        (("step-answers", 4), 27),
        (("step-edit", 1), 29),
        (("step-edit", 2), 29),
        (("step-edit", 3), 29),
        (("step-edit", 4), 29),
        (("step-edit", 6), 29),
        (("step-history", 4), 29),
    ],
)
def test_page_takes_as_many_queries_with_thirty_rows(
    cast, hiring_file, client_for, django_assert_num_queries, opened, queries, count
):
    fill_in(cast.project, cast.coordinator, {n: many(content, count) for n, content in CONTENTS.items()})
    name, *more = opened
    client = client_for(cast.coordinator)
    url = address(cast.coordinator, f"ambassadors:{name}", cast.project, *more)
    with django_assert_num_queries(queries):
        assert client.get(url).status_code == 200


def test_other_project_has_a_dossier_of_its_own(cast, full_hiring_file, get):
    open_hiring_file(project=cast.external_project, by=cast.coordinator, now=NOW)
    assert "Nota een" not in text(get("coordinator", "dossier-answers", project=cast.external_project))
