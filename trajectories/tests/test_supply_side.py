"""An ambassador walks along with a provider, page after page; a coordinator sees how it stands, and no note."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ambassadors.models import Appointment
from config.testing.cast import address
from organisations.models import AuditEvent
from organisations.rulings import rulings
from trajectories.figures import cohorts
from trajectories.models import Commitment, Contact, Provider, ProviderChange, ProviderTrajectory, Trajectory
from trajectories.tests.making import (
    NOTE,
    STAMPS,
    make_contact,
    make_provider,
    make_provider_trajectory,
    make_trajectory,
)

TODAY = date(2025, 3, 1)


def today() -> str:
    return timezone.localdate().isoformat()


@pytest.fixture
def row(cast, provider):
    return make_provider_trajectory(cast.appointment, provider, plan="Plan-over-leiding")


@pytest.fixture
def send(cast, client_for):
    client = client_for(cast.ambassador)

    def post(name, *rows, **typed):
        return client.post(address(cast.ambassador, f"trajectories:{name}", *rows), {"entry_id": str(uuid4())} | typed)

    return post


@pytest.fixture
def read(client_for):
    def page(membership, name, *rows, **query):
        answer = client_for(membership).get(address(membership, f"trajectories:{name}", *rows), query)
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.content.decode())

    return page


def start(cast, **typed):
    return {"appointment": cast.appointment.uuid, "started_on_on": today(), "intensity": "trust"} | typed


def test_from_provider_to_signed(cast, send, read, provider):
    answer = send("provider-trajectory-new", provider, **start(cast, themes=["leaders", "other"], theme_other="Kamp"))
    made = ProviderTrajectory.objects.get()
    assert answer.url == address(cast.ambassador, "trajectories:provider-trajectory-detail", made)
    assert (made.project, made.walked_by, made.theme_other) == (cast.project, cast.ambassador, "Kamp")
    assert [theme.theme for theme in made.themes.all()] == ["leaders", "other"]
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    send("commitment-new", made, state="asked", date_on=yesterday)
    send("commitment-new", made, state="signed", date_on=today(), remark="Handtekening-van-de-leiding")
    send("change-new", made, kind="leaders_short", date_on=today(), remark="Drie leiders weg")
    page = read(cast.ambassador, "provider-trajectory-detail", made)
    titles = re.findall(r"<h3>(.*?)</h3>", page)
    assert titles == [
        "Tekort aan leiding",
        "Engagementsverklaring: getekend",
        "Gestart",
        "Engagementsverklaring: gevraagd",
    ]
    assert "Handtekening-van-de-leiding" in page
    assert f"?provider={provider.uuid}&amp;next=" in page, "one tap to note a contact with this provider"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"started_on_on": "2199-01-01"}, "toekomst"),
        ({"intensity": ""}, "Kies een van de antwoorden"),
        ({"theme_other": "Kamp"}, "Kies hierboven “andere”"),
        ({"plan": "x" * 2001}, "Kort deze tekst in"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_stays(cast, send, provider, typed, sentence):
    answer = send("provider-trajectory-new", provider, **start(cast, **{"plan": "Dit blijft"} | typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence.casefold() in page.casefold()
    assert typed.get("plan", "Dit blijft") in page
    assert not ProviderTrajectory.objects.exists()


def test_one_runs_at_a_time_and_a_closed_one_can_be_opened(cast, send, row):
    answer = send("provider-trajectory-new", row.provider, **start(cast))
    assert (answer.status_code, ProviderTrajectory.objects.count()) == (422, 1)
    typed = {"version": row.version, "walked_by": cast.ambassador.uuid, "started_on_on": "other", "intensity": "trust"}
    typed |= {"started_on_other_day": 1, "started_on_other_month": 1, "started_on_other_year": 2025}
    day = timezone.localdate()
    closed = {"closed_on_day": day.day, "closed_on_month": day.month, "closed_on_year": day.year}
    assert send("provider-trajectory-edit", row, **typed, **closed, closing_reason="Nu niet").status_code == 302
    row.refresh_from_db()
    assert (row.closed_on, row.closing_reason) == (day, "Nu niet")
    send("provider-trajectory-new", row.provider, **start(cast))
    typed["version"] = row.version
    assert send("provider-trajectory-edit", row, **typed).status_code == 422, "another one runs now"
    early = closed | {"closed_on_year": "2024"}
    assert "vóór het begon" in send("provider-trajectory-edit", row, **typed, **early).content.decode()


def test_start_is_offered_where_none_runs_to_who_is_at_work(cast, client_for, read, row):
    new = address(cast.ambassador, "trajectories:provider-trajectory-new", row.provider)
    assert new not in read(cast.ambassador, "provider-detail", row.provider)
    ProviderTrajectory.objects.update(closed_on=TODAY)
    assert new in read(cast.ambassador, "provider-detail", row.provider)
    Appointment.objects.filter(membership=cast.ambassador).update(ends_on=TODAY)
    assert new not in read(cast.ambassador, "provider-detail", row.provider)
    assert client_for(cast.ambassador).get(new).status_code == 403


def test_withdrawing_what_was_never_signed_gets_a_sentence(send, row):
    answer = send("commitment-new", row, state="withdrawn", date_on=today(), remark="Dit blijft")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "niets getekend" in page
    assert "Dit blijft" in page
    assert send("commitment-new", row, state="refused", date_on=today()).status_code == 302


def test_same_entry_is_taken_once(cast, client_for, row):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:commitment-new", row)
    body = {"entry_id": str(uuid4()), "state": "asked", "date_on": today(), "remark": ""}
    codes = [client.post(url, body, headers={"X-Outbox": "1"}).status_code for _ in range(2)]
    assert (codes, Commitment.objects.count()) == ([201, 200], 1)


def test_what_waited_on_a_phone_is_taken_by_the_rights_of_its_day(cast, client_for, row):
    written = timezone.now() - timedelta(days=3)
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=timezone.localdate(written))
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:change-new", row)
    body = {"entry_id": str(uuid4()), "kind": "busy", "date_on": timezone.localdate(written).isoformat()}
    assert client.post(url, body, headers={"X-Outbox": "1"}).status_code == 404
    body["logged_at"] = written.isoformat()
    assert client.post(url, body, headers={"X-Outbox": "1"}).status_code == 201
    assert ProviderChange.objects.get().date == timezone.localdate(written)


def test_colleague_takes_over_when_an_appointment_ends(cast, client_for, read, row):
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=date(2025, 1, 31))
    assert "Zonder ambassadeur" in read(cast.colleague, "provider-trajectory-detail", row)
    url = address(cast.colleague, "trajectories:provider-trajectory-edit", row)
    form = client_for(cast.colleague).get(url).content.decode()
    offered = re.findall(r'<option value="([^"]*)"', form)
    assert offered == ["", str(cast.colleague.uuid)]


def sees(membership, row) -> tuple[bool, bool]:
    rows = ProviderTrajectory.objects.filter(pk=row.pk)
    return (
        rows.visible_to(membership, today=TODAY).exists(),
        rows.countable_by(membership, today=TODAY).exists(),
    )


def test_ambassadors_of_the_project_see_all_and_the_coordinator_counts(cast, row):
    seen = {name: sees(membership, row) for name, membership in cast.memberships.items()}
    assert {name for name, (in_full, _) in seen.items() if in_full} == {"ambassador", "colleague"}
    assert {name for name, (_, counted) in seen.items() if counted} == {"ambassador", "colleague", "coordinator"}


def test_provider_of_another_employer_stays_with_who_knows_it(cast):
    """On one project an external ambassador walks with a provider of the employer: the town does not know it."""
    row = make_provider_trajectory(cast.external_appointment, make_provider(cast.employer))
    values = {"employer": cast.organisation, "percentage": 50, "starts_on": date(2024, 9, 1)}
    Appointment.objects.create(membership=cast.ambassador, project=cast.external_project, **values)
    assert sees(cast.ambassador, row) == (False, False)
    assert sees(cast.coordinator, row) == (False, False)
    assert sees(cast.external_ambassador, row) == (True, True)
    assert sees(cast.external_coordinator, row) == (False, True)


def test_coordinator_reads_dates_and_counts_and_no_note_leaves_the_database(
    cast, client_for, row, django_assert_num_queries, trajectory
):
    make_contact(cast.appointment, provider=row.provider)
    make_contact(cast.appointment, trajectory, provider=row.provider, date=date(2025, 2, 20))
    Commitment.objects.create(provider_trajectory=row, state="signed", date=TODAY, remark="Geheim-een", **STAMPS)
    ProviderChange.objects.create(provider_trajectory=row, kind="busy", date=TODAY, remark="Geheim-twee", **STAMPS)
    client, url = (
        client_for(cast.coordinator),
        address(cast.coordinator, "trajectories:provider-trajectory-detail", row),
    )
    with django_assert_num_queries(8) as queries:
        page = client.get(url).content.decode()
    said = " ".join(query["sql"] for query in queries)
    for column in ("remark", "plan", "closing_reason", '"note"', "theme_other"):
        assert column not in said
    assert not [secret for secret in ("Geheim", "Plan-over", NOTE) if secret in page]
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["Een volle agenda", "Engagementsverklaring: getekend", "Gestart"]
    assert "2, het laatste op 20/02/2025" in page


def test_notes_about_children_and_of_colleagues_stay_where_they_belong(cast, read, row):
    mine = make_contact(cast.appointment, provider=row.provider, note="Mijn eigen notitie", date=date(2025, 2, 3))
    make_contact(cast.colleague_appointment, provider=row.provider, note="Van een collega", date=date(2025, 2, 2))
    child, hidden = make_trajectory(cast.appointment), make_trajectory(cast.colleague_appointment, shielded=True)
    make_contact(cast.appointment, child, provider=row.provider, note="Over een kind", date=date(2025, 2, 1))
    make_contact(cast.colleague_appointment, hidden, provider=row.provider, note="Afgeschermd")
    page = read(cast.ambassador, "provider-trajectory-detail", row)
    notes = ("Mijn eigen notitie", "Van een collega", "Over een kind", "Afgeschermd", child.code)
    assert [note in page for note in notes] == [True, False, False, False, False]
    assert len(re.findall(r"Telefoon · 20 min", page)) == 3
    assert "Over 1 kind of jongere" in page
    assert "3, het laatste op 03/02/2025" in page, "what is counted is what stands below"
    assert str(mine.uuid) in page, "one's own can be put right from here"


def test_list_tells_how_many_stand_where(cast, read, row):
    Commitment.objects.create(provider_trajectory=row, state="refused", date=TODAY, **STAMPS)
    other = make_provider_trajectory(cast.appointment, make_provider(cast.organisation, "Scouts"))
    make_provider_trajectory(cast.appointment, make_provider(cast.organisation, "KSA"), closed_on=TODAY)
    for person in (cast.ambassador, cast.coordinator):
        page = read(person, "provider-trajectory-list")
        assert "2 trajecten · 1 geweigerd · 1 nog niet gevraagd" in page
        assert str(other.uuid) in page
        assert "KSA" not in page
        assert "KSA" in read(person, "provider-trajectory-list", status="closed")


def test_no_figure_counts_the_supply_side(cast, row, trajectory):
    def figures():
        return cohorts(Trajectory.objects.all().facts(), TODAY, rulings())

    before = figures()
    make_provider_trajectory(cast.appointment, make_provider(cast.organisation))
    Commitment.objects.create(provider_trajectory=row, state="signed", date=TODAY, **STAMPS)
    assert figures() == before


def test_trail_names_fields_and_no_value(cast, send, row):
    AuditEvent.objects.all().delete()
    send("commitment-new", row, state="asked", date_on=today(), remark="Geheim")
    event = AuditEvent.objects.get()
    assert (event.verb, event.subject, event.fields) == ("logged", row.uuid, ["commitments"])


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("person", "name", "queries"),
    [
        ("ambassador", "provider-trajectory-list", 4),
        ("coordinator", "provider-trajectory-list", 4),
        ("ambassador", "provider-trajectory-detail", 9),
        ("coordinator", "provider-trajectory-detail", 8),
        ("ambassador", "provider-detail", 7),
        ("ambassador", "places-board", 4),
        ("coordinator", "places-board", 4),
    ],
)
def test_pages_ask_as_much_for_one_as_for_thirty(
    cast, client_for, row, django_assert_num_queries, person, name, queries, rows
):
    for number in range(rows - 1):
        make_provider_trajectory(cast.appointment, make_provider(cast.organisation, f"Club {number}"))
        make_provider_trajectory(cast.appointment, row.provider, closed_on=TODAY)
        Commitment.objects.create(provider_trajectory=row, state="asked", date=TODAY, **STAMPS)
    for _ in range(rows):
        make_contact(cast.appointment, provider=row.provider)
        ProviderChange.objects.create(provider_trajectory=row, kind="busy", date=TODAY, **STAMPS)
    membership = cast.memberships[person]
    of = {"provider-detail": [row.provider], "provider-trajectory-detail": [row]}.get(name, [])
    client, url = client_for(membership), address(membership, f"trajectories:{name}", *of)
    with django_assert_num_queries(queries):
        assert client.get(url).status_code == 200
    assert (Provider.objects.count(), Contact.objects.count()) == (rows, rows)
