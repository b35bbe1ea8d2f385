"""What an ambassador does in a day, page after page, without a script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from config.testing.cast import address
from trajectories.calendar import add_months
from trajectories.codes import is_code
from trajectories.enums import Basis, Outcome, Status
from trajectories.models import Contact, ContactDetails, Enrolment, Participant, Provider, Trajectory
from trajectories.tests.making import NOTE, enrolled, make_contact, make_provider, make_trajectory


def today():
    return timezone.localdate()


def hidden(page, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page.content.decode())
    assert found, name
    return found[1]


@pytest.fixture
def ambassador(cast, client_for):
    """A browser, and a way to send a form back with what it carried."""

    class Ambassador:
        client = client_for(cast.ambassador)

        def url(self, name, *rows):
            return address(cast.ambassador, f"trajectories:{name}", *rows)

        def open(self, name, /, *rows, **query):
            page = self.client.get(self.url(name, *rows), query)
            assert page.status_code == 200, page.status_code
            return page

        def send(self, name, /, *rows, **typed):
            page = self.client.get(self.url(name, *rows))
            carried = {
                key: hidden(page, key) for key in ("entry_id", "version") if f'name="{key}"' in page.content.decode()
            }
            return self.client.post(self.url(name, *rows), carried | typed)

    return Ambassador()


def test_from_child_to_moment_one(cast, ambassador, provider):
    answer = ambassador.send(
        "participant-new",
        appointment=cast.appointment.uuid,
        first_name="Noor",
        birth_year="2014",
        municipality="kortrijk" if not cast.organisation.municipality else cast.organisation.municipality.name.lower(),
        lawful_basis="public_task",
    )
    person = Participant.objects.get()
    assert is_code(person.code)
    assert person.municipality == cast.organisation.municipality
    assert answer.url == ambassador.url("trajectory-new", person)
    answer = ambassador.send(
        "trajectory-new",
        person,
        appointment=cast.appointment.uuid,
        started_on_on=(today() - timedelta(days=1)).isoformat(),
        referred_by="school",
        thresholds=["known", "affordable"],
        strategy="individual_guidance",
        basis="regular",
    )
    row = Trajectory.objects.get()
    assert answer.url == ambassador.url("trajectory-detail", row)
    ambassador.send("trial-new", row, provider=provider.uuid, date_on=today().isoformat())
    year = today().year - (today().month < 9)
    ambassador.send(
        "moment-edit",
        row,
        1,
        outcome="reached",
        date_on=today().isoformat(),
        provider=provider.uuid,
        for_working_year=year,
        supported="yes",
        asked_on_on=today().isoformat(),
    )
    row.refresh_from_db()
    assert (row.m1_outcome, row.m1_supported, row.m1_working_year) == (Outcome.REACHED, True, year)
    assert [status.status for status in row.statuses.all()] == [Status.REGISTERED, Status.TRYING, Status.ENROLLED]
    page = ambassador.open("trajectory-detail", row).content.decode()
    assert "Noor" in page
    assert "Bereikt" in page


def test_contact_is_three_taps_and_one_text(cast, ambassador, trajectory):
    make_contact(cast.appointment, trajectory, minutes=35, channel="school", criterion="supported")
    page = ambassador.open("today").content.decode()
    assert f"?trajectories={trajectory.uuid}" in page, "one of the codes seen last leads to a filled form"
    form = ambassador.open("contact-new", trajectories=trajectory.uuid).content.decode()
    assert re.search(rf'value="{trajectory.uuid}"[^>]*checked', form)
    assert 'value="35"' in form
    assert re.search(r'value="school" selected', form)
    assert re.search(r'value="supported" selected', form)


def test_contact_keeps_its_text_when_something_is_wrong(cast, ambassador, trajectory):
    answer = ambassador.send("contact-new", minutes="lang", note="Dit blijft staan", date_on=today().isoformat())
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit blijft staan" in shown
    assert 'value="lang"' in shown
    assert not Contact.objects.exists()


def test_contact_is_corrected_by_another(cast, ambassador, trajectory):
    first = make_contact(cast.appointment, trajectory, minutes=5)
    assert NOTE in ambassador.open("contact-correct", first).content.decode()
    ambassador.send(
        "contact-correct",
        first,
        appointment=cast.appointment.uuid,
        trajectories=trajectory.uuid,
        date_on=today().isoformat(),
        minutes="50",
        channel="phone",
        with_whom="family",
        criterion="relation",
    )
    assert Contact.objects.get(corrects=first).minutes == 50
    assert [contact.minutes for contact in Contact.objects.all().standing()] == [50]
    assert (
        ambassador.client.get(ambassador.url("contact-correct", make_contact(cast.colleague_appointment))).status_code
        == 404
    )


def test_form_comes_back_from_adding_a_provider(cast, ambassador, trajectory):
    form = ambassador.open("trial-new", trajectory).content.decode()
    new = ambassador.url("provider-new") + "?next=" + ambassador.url("trial-new", trajectory)
    assert new in form
    page = ambassador.client.get(new)
    body = {
        "name": "Scouts",
        "kind": "youth_movement",
        "next": hidden(page, "next"),
        "entry_id": hidden(page, "entry_id"),
    }
    answer = ambassador.client.post(new, body)
    made = Provider.objects.get(name="Scouts")
    assert answer.url == f"{ambassador.url('trial-new', trajectory)}?provider={made.uuid}"
    assert re.search(rf'value="{made.uuid}" selected', ambassador.client.get(answer.url).content.decode())


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/" + "x" * 300]
)
def test_way_back_never_leads_elsewhere(cast, ambassador, elsewhere):
    page = ambassador.client.get(ambassador.url("provider-new"), {"next": elsewhere})
    assert "example.org" not in page.content.decode().split("<form")[1]
    body = {"name": "Scouts", "kind": "other", "next": elsewhere, "entry_id": hidden(page, "entry_id")}
    assert ambassador.client.post(ambassador.url("provider-new"), body).url == ambassador.url("provider-list")


def test_enrolment_ends(cast, ambassador, trajectory, provider):
    year = today().year - (today().month < 9)
    ambassador.send(
        "enrolment-new", trajectory, provider=provider.uuid, date_on=today().isoformat(), for_working_year=year
    )
    row = Enrolment.objects.get()
    ambassador.send("enrolment-end", row, ended_on_on=today().isoformat())
    row.refresh_from_db()
    assert (row.ended_on, row.version) == (today(), 2)


def test_two_people_change_one_trajectory(cast, ambassador, client_for, trajectory):
    url = ambassador.url("trajectory-edit", trajectory)
    body = {
        "version": "1",
        "started_on_on": "other",
        "started_on_other_day": "10",
        "started_on_other_month": "sep",
        "started_on_other_year": "2024",
        "referred_by": "school",
        "strategy": "individual_guidance",
        "basis": "regular",
    }
    colleague = client_for(cast.colleague)
    theirs = address(cast.colleague, "trajectories:trajectory-edit", trajectory)
    assert colleague.post(theirs, body | {"wish": "Zwemmen"}).status_code == 302
    answer = ambassador.client.post(url, body | {"wish": "Dansen"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Zwemmen" in shown
    assert "Dansen" in shown
    again = body | {"wish": "Zwemmen en dansen", "version": hidden(answer, "version")}
    assert ambassador.client.post(url, again).status_code == 302
    trajectory.refresh_from_db()
    assert trajectory.wish == "Zwemmen en dansen"


def test_contact_details_stand_apart(cast, ambassador, trajectory):
    person = trajectory.participant
    forged = ambassador.client.post(ambassador.url("contact-details-edit", person), {"phone": "0499"})
    assert forged.status_code == 409
    ambassador.send("contact-details-edit", person, phone="0470 12 34 56", reached_through="Mama")
    assert ContactDetails.objects.get().phone == "0470 12 34 56"
    assert "0470 12 34 56" in ambassador.open("contact-details-edit", person).content.decode()
    for name, row in (("participant-detail", person), ("trajectory-detail", trajectory)):
        assert "0470" not in ambassador.open(name, row).content.decode()
    url = ambassador.url("contact-details-edit", person)
    stale = ambassador.client.post(url, {"version": "0", "phone": "0499"})
    assert (stale.status_code, "0470 12 34 56" in stale.content.decode()) == (409, True)


def test_moment_two_outside_its_window_says_which_days(cast, ambassador, provider):
    row = make_trajectory(cast.appointment, **enrolled(provider))
    answer = ambassador.send(
        "moment-edit",
        row,
        2,
        outcome="reached",
        provider=provider.uuid,
        asked_on_on=today().isoformat(),
        date_on=today().isoformat(),
    )
    assert answer.status_code == 422
    assert "Kies een dag van 01/04/2025 tot en met 01/06/2025" in answer.content.decode()


def test_moment_that_does_not_apply_has_no_page(cast, ambassador, provider):
    camp = make_provider(cast.organisation, "Kamp", holidays_only=True)
    holiday = make_trajectory(cast.appointment, **enrolled(camp, basis=Basis.HOLIDAYS_ONLY))
    drop_in = make_trajectory(cast.appointment, basis=Basis.NO_ENROLMENT)
    fresh = make_trajectory(cast.appointment)
    for row, moment in ((holiday, 2), (drop_in, 1), (fresh, 2), (fresh, 3), (fresh, 4)):
        assert ambassador.client.get(ambassador.url("moment-edit", row, moment)).status_code == 404
    assert "Hier bestaat geen inschrijving" in ambassador.open("trajectory-detail", drop_in).content.decode()


def test_status_form_offers_no_status_it_has_and_needs_a_reason_to_stop(cast, ambassador, trajectory):
    form = ambassador.open("status-new", trajectory).content.decode()
    assert 'value="registered"' not in form
    answer = ambassador.send("status-new", trajectory, status="stopped", date_on=today().isoformat(), reason="")
    assert answer.status_code == 422
    assert "Schrijf waarom het stopte." in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"), ("Kortrijkk", "Kortrijk"), ("Xyzzy", "voluit")],
)
def test_municipality_that_is_not_known_gets_a_hint(cast, ambassador, name, expected):
    answer = ambassador.send("provider-new", name="Scouts", kind="other", municipality=name)
    assert answer.status_code == 422
    assert expected in answer.content.decode()


def test_filter_survives_nonsense(cast, ambassador, trajectory):
    for query in ({"status": "perhaps"}, {"code": "x" * 40}, {"page": "999"}, {"page": "x"}, {"status": "all"}):
        ambassador.open("trajectory-list", **query)
    assert trajectory.code in ambassador.open("trajectory-list", status="registered").content.decode()
    assert trajectory.code not in ambassador.open("trajectory-list", status="closed").content.decode()


def test_moment_is_three_taps_from_today(cast, ambassador, provider):
    """The line on Today, the answer, the button."""
    enrolled_on = add_months(today(), -7)
    row = make_trajectory(cast.appointment, started_on=enrolled_on, **enrolled(provider, enrolled_on))
    assert f'href="{ambassador.url("moment-edit", row, 2)}"' in ambassador.open("today").content.decode()
    page = ambassador.open("moment-edit", row, 2).content.decode()
    assert re.search(rf'value="{provider.uuid}" selected', page), "the provider of moment 1 stands there"
    assert re.search(rf'value="{today().isoformat()}"[^>]*checked', page), "and today"


def test_silence_leads_straight_to_the_logbook(cast, ambassador, trajectory):
    trajectory = make_trajectory(cast.appointment, started_on=today() - timedelta(days=31))
    page = ambassador.open("today").content.decode()
    assert f"{ambassador.url('contact-new')}?trajectories={trajectory.uuid}" in page
