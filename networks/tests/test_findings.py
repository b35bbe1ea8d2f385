"""Findings and next steps: their pages and what may be filled in."""

from uuid import uuid4

import pytest

from config.testing.cast import address
from networks.enums import FindingKind, StepState
from networks.models import Finding, NextStep
from networks.tests.test_sessions import boxes


def new_finding(cast, client_for, **changes):
    body = {"entry_id": str(uuid4()), "kind": "lesson", "text": "Geduld.", "state": "provisional", "origin": "both"}
    return client_for(cast.guide).post(address(cast.guide, "networks:finding-new"), body | changes)


def test_new_finding_is_not_published(cast, client_for, held):
    assert new_finding(cast, client_for, sessions=[held.pk]).status_code == 302
    finding = Finding.objects.get()
    assert list(finding.sessions.all()) == [held]
    assert not finding.is_published


def test_sessions_need_an_origin_that_fits(cast, client_for, held):
    response = new_finding(cast, client_for, sessions=[held.pk], origin="interviews")
    assert response.status_code == 422
    assert "Kies een herkomst die past" in response.content.decode()


def test_unknown_session_is_refused(cast, client_for):
    assert new_finding(cast, client_for, sessions=["424242"]).status_code == 422
    assert new_finding(cast, client_for, sessions=["abc"]).status_code == 422


def test_published_finding_can_be_withdrawn_from_the_banner(cast, client_for, draft):
    browser = client_for(cast.guide)
    page = browser.post(address(cast.guide, "networks:finding-publish", draft), follow=True).content.decode()
    assert "Publicatie ongedaan maken" in page
    draft.refresh_from_db()
    assert draft.is_published
    browser.post(address(cast.guide, "networks:finding-withdraw", draft))
    draft.refresh_from_db()
    assert not draft.is_published


def test_publishing_again_keeps_the_first_day(cast, client_for, published):
    before = published.published_on
    client_for(cast.guide).post(address(cast.guide, "networks:finding-publish", published))
    published.refresh_from_db()
    assert published.published_on == before


def test_stale_finding_shows_both_versions(cast, client_for, draft):
    Finding.objects.filter(pk=draft.pk).update(text="Wat een ander schreef.", version=2)
    body = {"version": 1, "kind": "bottleneck", "text": "Wat ik schreef.", "state": "final", "origin": "both"}
    response = client_for(cast.guide).post(address(cast.guide, "networks:finding-edit", draft), body)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Wat een ander schreef." in page
    assert "Wat ik schreef." in page


def test_list_groups_by_kind(cast, client_for, draft, published):
    page = client_for(cast.guide).get(address(cast.guide, "networks:finding-list")).content.decode()
    assert page.index("Knelpunt") < page.index("Nog niet voor iedereen.") < page.index("Les")


def new_step(cast, client_for, **changes):
    body = {"entry_id": str(uuid4()), "text": "Nog drie bijeenkomsten", "state": "planned"}
    return client_for(cast.guide).post(address(cast.guide, "networks:next-step-new"), body | changes)


def test_promise_stands_against_what_was_held(cast, client_for, held, planned):
    new_step(cast, client_for, promised="2", sessions=[held.pk, planned.pk])
    page = client_for(cast.ministry).get(address(cast.ministry, "networks:next-step-list")).content.decode()
    assert "1 van de 2 gehouden" in page


WRONG_STEPS = {
    "done without a date": ({"state": "held"}, "Vul in wanneer"),
    "date of what is not done": (boxes("held_on", "1/1/2026"), "Alleen een uitgevoerde stap"),
    "done in the future": ({"state": "held", **boxes("held_on", "1/1/2040")}, "niet in de toekomst"),
    "period the wrong way round": (
        {**boxes("period_from", "2/1/2026"), **boxes("period_until", "1/1/2026")},
        "niet vóór de eerste dag",
    ),
    "promise of nothing": ({"promised": "0"}, "minstens 1"),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG_STEPS.values(), ids=WRONG_STEPS)
def test_wrong_step_gets_a_sentence(cast, client_for, changes, sentence):
    response = new_step(cast, client_for, **changes)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not NextStep.objects.exists()


def test_step_that_is_done_has_its_date(cast, client_for, step):
    body = {"version": 1, "text": step.text, "state": "held", **boxes("held_on", "1/11/2026")}
    client_for(cast.guide).post(address(cast.guide, "networks:next-step-edit", step), body)
    step.refresh_from_db()
    assert step.state == StepState.HELD


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("networks:finding-list", 5), ("networks:next-step-list", 5)])
def test_lists_ask_the_database_as_often_at_any_length(
    cast, client_for, django_assert_num_queries, rows, name, queries
):
    Finding.objects.bulk_create(
        Finding(kind=FindingKind.LESSON, text=str(n), published_on="2026-01-01") for n in range(rows)
    )
    NextStep.objects.bulk_create(NextStep(text=str(n)) for n in range(rows))
    browser = client_for(cast.ministry)
    with django_assert_num_queries(queries):
        browser.get(address(cast.ministry, name))
