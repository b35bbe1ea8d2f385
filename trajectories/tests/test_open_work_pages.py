"""Activities, signals and results on screen: who reads what of them, and what a form takes, keeps and refuses."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ambassadors.models import Appointment, HiringFile
from ambassadors.models.strategy import ChosenStrategy
from config.testing.cast import address
from organisations.models import AuditEvent
from trajectories.models import Activity, Result, Signal, SignalStep
from trajectories.tests.making import (
    NOTE,
    make_activity,
    make_contact,
    make_provider,
    make_result,
    make_signal,
    make_trajectory,
)
from trajectories.tests.test_outbox import OUTBOX, activity_body, result_body, signal_body, today

LISTS = {"activity-list": "Samen naar het plein", "result-list": "Visietekst"}


@pytest.fixture
def post(client_for):
    """Send a form as a person; a page answers."""

    def send(membership, name, *rows, **body):
        url = address(membership, f"trajectories:{name}", *rows)
        return client_for(membership).post(url, {"entry_id": str(uuid4())} | body)

    return send


def text(answer) -> str:
    return answer.content.decode()


# --- Who reads what ---------------------------------------------------------------------------------------------------


def test_coordinator_reads_of_a_signal_its_steps_and_what_was_shared_and_nothing_else(cast, client_for):
    steps = ((date(2025, 2, 10), "discussed"), (date(2025, 2, 20), "passed_on"))
    signal = make_signal(cast.appointment, *steps, shared_text="Spreid het lidgeld")
    client = client_for(cast.coordinator)
    pages = [
        client.get(address(cast.coordinator, f"trajectories:{name}", *rows))
        for name, rows in (("signal-list", []), ("signal-detail", [signal]))
    ]
    for page in pages:
        assert "Spreid het lidgeld" in text(page)
        assert NOTE not in text(page)
    assert "20/02/2025" in text(pages[1])
    assert "Doorgegeven aan: lokaal bestuur" in text(pages[1])


def test_signal_that_was_not_shared_shows_the_coordinator_its_subject(cast, client_for):
    make_signal(cast.appointment)
    page = client_for(cast.coordinator).get(address(cast.coordinator, "trajectories:signal-list"))
    assert "Te weinig betaalbaar" in text(page)
    assert NOTE not in text(page)


def test_ambassador_reads_the_note_the_steps_and_what_is_shared(cast, client_for):
    signal = make_signal(cast.appointment, (date(2025, 2, 10), "passed_on"), shared_text="Spreid het lidgeld")
    page = text(client_for(cast.colleague).get(address(cast.colleague, "trajectories:signal-detail", signal)))
    assert all(words in page for words in (NOTE, f"Stap {NOTE}", f"Wie {NOTE}", "Spreid het lidgeld"))


def test_signal_of_another_controller_on_the_same_project_stays_with_its_own_people(cast, client_for):
    """Two ambassadors of one project, each for another controller: the notes stay apart."""
    signal = make_signal(cast.external_appointment, controller=cast.employer)
    Appointment.objects.create(
        membership=cast.ambassador,
        project=cast.external_project,
        employer=cast.organisation,
        percentage=10,
        starts_on=date(2024, 9, 1),
    )
    url = address(cast.ambassador, "trajectories:signal-detail", signal)
    assert client_for(cast.ambassador).get(url).status_code == 404


def test_who_commissions_reads_results_but_not_the_providers_of_the_employer(cast, client_for):
    provider = make_provider(cast.employer, "Geheime Club")
    make_result(cast.external_appointment, provider)
    client = client_for(cast.coordinator)
    page = text(client.get(address(cast.coordinator, "trajectories:result-list")))
    assert ("Visietekst" in page, "Geheime Club" in page) == (True, False)


@pytest.mark.parametrize("name", LISTS)
def test_former_ambassador_no_longer_finds_the_projects_work(cast, client_for, name):
    make_activity(cast.appointment)
    make_result(cast.appointment)
    client, url = client_for(cast.ambassador), address(cast.ambassador, f"trajectories:{name}")
    assert LISTS[name] in text(client.get(url))
    Appointment.objects.filter(membership=cast.ambassador).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert LISTS[name] not in text(client.get(url))


# --- What a form takes ------------------------------------------------------------------------------------------------


def test_activity_needs_one_text_and_no_other_answer_than_those_given(cast, client_for):
    lead_with_open_work(cast)
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:activity-new")
    form = client.get(url).context["form"]
    body = {field.html_name: field.value() or "" for field in form if field.name not in ("date", "providers", "what")}
    answer = client.post(url, body | {"date_on": today(), "what": "Instuif"})
    assert answer.status_code == 302, answer.context["form"].errors
    row = Activity.objects.get()
    assert (row.kind, row.strategy, row.date) == ("meeting", "networking", timezone.localdate())


def test_strategy_is_asked_in_front_when_nobody_said_how_someone_works(cast, client_for, post):
    form = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:activity-new")).context["form"]
    assert (form.asks_strategy, form["strategy"].value()) == (True, "")
    answer = post(cast.ambassador, "activity-new", **activity_body(cast, strategy=""))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["strategy"])


NEW = {
    "activity-new": (Activity, activity_body),
    "signal-new": (Signal, signal_body),
    "result-new": (Result, result_body),
}


@pytest.mark.parametrize("name", NEW)
def test_phone_chooses_the_address_of_what_it_makes(cast, client_for, name):
    model, body = NEW[name]
    entry_id = str(uuid4())
    url = address(cast.ambassador, f"trajectories:{name}")
    answer = client_for(cast.ambassador).post(url, body(cast, entry_id=entry_id), headers=OUTBOX)
    assert (answer.status_code, answer.json()["subject"]) == (201, entry_id)
    assert str(model.objects.get().uuid) == entry_id


@pytest.mark.parametrize("name", NEW)
def test_what_was_written_before_the_appointment_ended_is_still_taken(cast, client_for, name):
    model, body = NEW[name]
    yesterday = timezone.now() - timedelta(days=1)
    Appointment.objects.filter(membership=cast.ambassador).update(ends_on=timezone.localdate(yesterday))
    url, client = address(cast.ambassador, f"trajectories:{name}"), client_for(cast.ambassador)
    then = {"date_on": timezone.localdate(yesterday).isoformat()} if name != "result-new" else {}
    late = body(cast, entry_id=str(uuid4()), logged_at=yesterday.isoformat(), **then)
    assert client.post(url, late, headers=OUTBOX).status_code == 201
    assert client.post(url, body(cast, entry_id=str(uuid4())), headers=OUTBOX).status_code == 403
    assert model.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://www.instagram.com/p/abc/", "https://www.instagram.com/p/abc/"),
        ("www.facebook.com/jeugd/posts/1", "https://www.facebook.com/jeugd/posts/1"),
        ("HTTPS://www.facebook.com/a", "https://www.facebook.com/a"),
    ],
)
def test_link_to_a_public_post_is_kept_as_https_and_opens_apart(cast, client_for, post, typed, kept):
    assert post(cast.ambassador, "activity-new", **activity_body(cast, post_url=typed)).status_code == 302
    page = text(client_for(cast.coordinator).get(address(cast.coordinator, "trajectories:activity-list")))
    assert re.search(rf'<a href="{re.escape(kept)}"\s+target="_blank"\s+rel="noopener noreferrer">', page)


@pytest.mark.parametrize(
    "typed",
    [
        "http://www.instagram.com/p/abc",
        "javascript://www.instagram.com/%0aalert(1)",
        "https://iemand:geheim@www.instagram.com/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://www.instagram.com/\x00",
        "een post over ons",
        "https://" + "a" * 600,
    ],
)
def test_link_that_not_everyone_may_open_is_refused_and_what_was_typed_stays(cast, post, typed):
    answer = post(cast.ambassador, "activity-new", **activity_body(cast, post_url=typed, what="Blijft staan"))
    assert (answer.status_code, Activity.objects.count()) == (422, 0)
    assert "post_url" in answer.context["form"].errors
    assert "Blijft staan" in text(answer)
    assert re.search(r"<details[^>]* open>", text(answer))


def test_result_that_is_there_lies_not_ahead_and_one_that_is_planned_may(cast, post):
    ahead = {"date_day": "1", "date_month": "9", "date_year": str(timezone.localdate().year + 1)}
    assert post(cast.ambassador, "result-new", **result_body(cast, **ahead)).status_code == 422
    assert post(cast.ambassador, "result-new", **result_body(cast, **ahead, state="planned")).status_code == 302
    assert post(cast.ambassador, "result-new", **result_body(cast, state="given_up", lasts="yes")).status_code == 422
    assert Result.objects.get().state == "planned"


def test_signal_goes_on_step_by_step_and_says_why_when_it_cannot(cast, post):
    signal = make_signal(cast.appointment)
    on = {"date_on": today()}
    assert post(cast.ambassador, "signal-step-new", signal, state="passed_on", **on).status_code == 422
    body = {"state": "passed_on", "passed_to": "provider", "passed_to_who": "De voorzitter", "note": "Gebeld"} | on
    assert post(cast.ambassador, "signal-step-new", signal, **body).status_code == 302
    assert post(cast.ambassador, "signal-step-new", signal, **body | {"passed_to": "partner"}).status_code == 302
    assert post(cast.ambassador, "signal-step-new", signal, state="answered", **on).status_code == 302
    twice = post(cast.ambassador, "signal-step-new", signal, state="answered", **on)
    assert "Het signaal staat die dag al op deze stap." in text(twice)
    early = {"date_on": "other", "date_other_day": "31", "date_other_month": "1", "date_other_year": "2025"}
    before = post(cast.ambassador, "signal-step-new", signal, state="discussed", **early)
    assert "pas opgemerkt op 01/02/2025" in text(before)
    states = list(SignalStep.objects.filter(signal=signal).values_list("state", flat=True))
    assert states == ["noticed", "passed_on", "passed_on", "answered"]


@pytest.mark.parametrize("who", ["ambassador", "coordinator"])
def test_result_is_changed_by_ambassador_and_coordinator_and_the_trail_names_fields(cast, post, who):
    row, membership = make_result(cast.appointment), cast.memberships[who]
    body = result_body(cast, what="Goedgekeurde visietekst", version=1)
    assert post(membership, "result-edit", row, **body).status_code == 302
    row.refresh_from_db()
    assert (row.what, row.state, row.version) == ("Goedgekeurde visietekst", "reached", 2)
    event = AuditEvent.objects.get(subject=row.uuid, verb="changed")
    assert event.fields == ["state", "what"]


def test_coordinator_who_changes_a_result_leaves_providers_alone_that_are_not_theirs_to_see(cast, post):
    provider = make_provider(cast.employer)
    row = make_result(cast.external_appointment, provider)
    assert post(cast.coordinator, "result-edit", row, **result_body(cast, version=1)).status_code == 302
    assert list(row.providers.all()) == [provider]


@pytest.mark.parametrize(
    ("name", "make", "field"),
    [
        ("activity-edit", make_activity, "what"),
        ("result-edit", make_result, "what"),
        ("signal-edit", make_signal, "note"),
    ],
)
def test_stale_change_is_shown_and_overwrites_nothing(cast, post, name, make, field):
    row = make(cast.appointment)
    type(row).objects.filter(pk=row.pk).update(version=2)
    body = {"activity-edit": activity_body, "signal-edit": signal_body, "result-edit": result_body}[name](cast)
    answer = post(cast.ambassador, name, row, **body | {field: "Mijn tekst", "version": 1})
    assert answer.status_code == 409
    assert "Mijn tekst" in text(answer)
    assert getattr(type(row).objects.get(), field) == getattr(row, field)


# --- Today ------------------------------------------------------------------------------------------------------------


def lead_with_open_work(cast) -> None:
    Appointment.objects.filter(membership=cast.ambassador).update(profile="network_broker")


def test_today_of_a_network_broker_is_about_signals_results_activities_and_providers(cast, client_for):
    lead_with_open_work(cast)
    make_signal(cast.appointment, (date(2025, 2, 10), "passed_on"))
    make_result(cast.appointment)
    make_activity(cast.appointment)
    make_contact(cast.appointment, provider=make_provider(cast.organisation), with_whom="provider")
    make_contact(cast.appointment, provider=make_provider(cast.organisation, "Alleen familie"), with_whom="family")
    answer = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:today"))
    work = answer.context["open_work"]
    assert [card.text for card in work.signals] == [NOTE]
    assert [(row.what, overdue) for row, overdue in work.results] == [("Visietekst", True)]
    assert [row.what for row in work.activities] == ["Samen naar het plein"]
    assert [(row.name, day) for row, day in work.providers] == [("Chiro De Kade", date(2025, 2, 1))]
    assert "Nog geen trajecten" not in text(answer)


def test_today_keeps_what_is_due_also_for_who_leads_with_open_work(cast, client_for):
    lead_with_open_work(cast)
    trajectory = make_trajectory(cast.appointment)
    page = text(client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:today")))
    assert trajectory.code in page


def test_dossier_decides_where_the_profile_says_nothing(cast, client_for):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:today")
    assert client.get(url).context["open_work"] is None
    hiring_file = HiringFile.objects.create(project=cast.project, opened_at=timezone.now(), opened_by=cast.coordinator)
    ChosenStrategy.objects.create(hiring_file=hiring_file, strategy="structural")
    assert client.get(url).context["open_work"] is not None


# --- How often they ask -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("who", "name", "queries"),
    [
        ("ambassador", "today", 22),
        ("ambassador", "more", 6),
        ("ambassador", "activity-list", 6),
        ("ambassador", "activity-new", 6),
        ("ambassador", "signal-list", 5),
        ("ambassador", "result-list", 6),
        ("coordinator", "activity-list", 6),
        ("coordinator", "signal-list", 5),
        ("coordinator", "result-list", 6),
    ],
)
def test_lists_ask_as_much_for_one_row_as_for_thirty(
    cast, client_for, django_assert_num_queries, who, name, queries, rows
):
    lead_with_open_work(cast)
    for number in range(rows):
        provider = make_provider(cast.organisation, f"Club {number}")
        make_activity(cast.appointment, provider)
        make_result(cast.appointment, provider)
        make_signal(cast.appointment, (date(2025, 2, 10), "passed_on"))
        make_contact(cast.appointment, provider=provider, with_whom="provider")
    client, membership = client_for(cast.memberships[who]), cast.memberships[who]
    with django_assert_num_queries(queries):
        client.get(address(membership, f"trajectories:{name}"))


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("who", "queries"), [("ambassador", 6), ("coordinator", 5)])
def test_one_signal_asks_as_much_for_one_step_as_for_thirty(
    cast, client_for, django_assert_num_queries, who, queries, rows
):
    signal = make_signal(cast.appointment, *[(date(2025, 2, 10), "passed_on")] * rows)
    client, membership = client_for(cast.memberships[who]), cast.memberships[who]
    with django_assert_num_queries(queries):
        client.get(address(membership, "trajectories:signal-detail", signal))
