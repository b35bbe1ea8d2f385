"""Who works on a project, from when until when, and under whose responsibility."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ambassadors import access
from ambassadors.models import Appointment, ProcessingAgreement, Project
from ambassadors.tests.test_projects import day
from config.testing.cast import address
from organisations.models import AuditEvent, Membership, User

TODAY = timezone.localdate()
FIRST = date(2026, 9, 1)


@pytest.fixture
def coordinator(cast, client_for):
    return client_for(cast.coordinator)


@pytest.fixture
def newcomer(cast) -> Membership:
    user = User.objects.create_user("nieuw@voorbeeld.example", name="Ambassadeur Nieuw")
    return Membership.objects.create(user=user, organisation=cast.organisation, role="ambassador")


def typed(**changes) -> dict[str, str]:
    body = {"entry_id": str(uuid4()), "percentage": "80", "profile": "guide", "service": "Dienst Jeugd", "mandate": ""}
    return body | day("starts_on", FIRST) | changes


def new_url(cast, project=None) -> str:
    return address(cast.coordinator, "ambassadors:appointment-new", project or cast.project)


# --- Appointing -------------------------------------------------------------------------------------------------------


def test_form_offers_the_own_ambassadors_only(cast, coordinator, newcomer):
    page = coordinator.get(new_url(cast)).content.decode()
    assert "Ambassadeur Nieuw" in page
    assert "Ambassadeur Extern" not in page


def test_own_ambassador_is_appointed_by_the_own_organisation(cast, coordinator, newcomer):
    response = coordinator.post(new_url(cast), typed(ambassador=str(newcomer.uuid), percentage="80 %"))
    assert response.status_code == 302
    appointment = Appointment.objects.get(membership=newcomer)
    assert (appointment.employer, appointment.percentage, appointment.starts_on) == (cast.organisation, 80, FIRST)
    assert AuditEvent.objects.get(verb="created").subject == appointment.uuid


def test_own_ambassador_may_be_employed_elsewhere(cast, coordinator, newcomer):
    coordinator.post(new_url(cast), typed(ambassador=str(newcomer.uuid), employer="vzw extern"))
    assert Appointment.objects.get(membership=newcomer).employer == cast.employer


def test_someone_of_an_employer_elsewhere_is_appointed_by_address(cast, coordinator):
    body = typed(ambassador="elsewhere", employer="Vzw Extern", email="External_Ambassador@cast.example")
    assert coordinator.post(new_url(cast), body).status_code == 302
    appointment = Appointment.objects.get(project=cast.project, membership=cast.external_ambassador)
    assert appointment.employer == cast.employer


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Kies wie je aanstelt."),
        ({"ambassador": "elsewhere"}, "Vul in voor welke organisatie deze persoon werkt."),
        ({"ambassador": "elsewhere", "employer": "Vzw Extern"}, "Vul het e-mailadres in waarmee"),
        (
            {"ambassador": "elsewhere", "employer": "Vzw Extern", "email": "guide@cast.example"},
            "Met dit adres werkt daar niemand als ambassadeur.",
        ),
        ({"ambassador": "elsewhere", "employer": "Onbekend", "email": "a@b.example"}, "Vraag het ministerie"),
        ({"ambassador": "own"}, "Deze ambassadeur werkt al aan dit project."),
        ({"percentage": "0"}, "Het percentage moet tussen 1 en 100 liggen."),
        ({"percentage": "101"}, "Het percentage moet tussen 1 en 100 liggen."),
        ({"percentage": "half"}, "Schrijf het percentage als een geheel getal"),
        (day("starts_on", None), "Vul de eerste dag in."),
    ],
)
def test_wrong_answers_are_sentences(cast, coordinator, changes, sentence):
    if changes.get("ambassador") == "own":
        changes = {"ambassador": str(cast.ambassador.uuid)}
    response = coordinator.post(new_url(cast), typed(**changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Appointment.objects.count() == 4


def test_forged_ambassador_of_somebody_else_is_refused(cast, coordinator):
    response = coordinator.post(new_url(cast), typed(ambassador=str(cast.other_ambassador.uuid)))
    assert response.status_code == 422
    assert not Appointment.objects.filter(membership=cast.other_ambassador, project=cast.project).exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("administrator", 403),
        ("ministry_administrator", 403),
        ("ambassador", 403),
        ("guide", 403),
        ("ministry", 404),
        ("other_coordinator", 404),
    ],
)
def test_only_the_commissioning_coordinator_appoints(cast, client_for, who, status):
    membership = getattr(cast, who)
    url = address(membership, "ambassadors:appointment-new", cast.project)
    assert client_for(membership).post(url, typed()).status_code == status


def test_employer_elsewhere_does_not_appoint(cast, client_for):
    url = address(cast.external_coordinator, "ambassadors:appointment-new", cast.external_project)
    assert client_for(cast.external_coordinator).post(url, typed()).status_code == 403


# --- Changing, absence, the end ---------------------------------------------------------------------------------------


def edit(cast, name, appointment=None, who=None) -> str:
    return address(who or cast.coordinator, f"ambassadors:appointment-{name}", appointment or cast.appointment)


def test_particulars_are_changed(cast, coordinator):
    body = typed(version="1", percentage="30") | day("starts_on", date(2024, 9, 1))
    assert coordinator.post(edit(cast, "edit"), body).status_code == 302
    cast.appointment.refresh_from_db()
    assert (cast.appointment.percentage, cast.appointment.service) == (30, "Dienst Jeugd")
    assert AuditEvent.objects.get().fields == ["percentage", "profile", "service"]


def test_absence_is_recorded_and_taken_back(cast, coordinator):
    body = {"version": "1"} | day("absent_from", TODAY) | day("absent_until", None)
    assert coordinator.post(edit(cast, "absence"), body).status_code == 302
    cast.appointment.refresh_from_db()
    assert cast.appointment.is_absent(TODAY)
    page = coordinator.get(address(cast.coordinator, "ambassadors:project-detail", cast.project)).content.decode()
    assert "afwezig" in page
    body = {"version": "2"} | day("absent_from", None) | day("absent_until", None)
    coordinator.post(edit(cast, "absence"), body)
    cast.appointment.refresh_from_db()
    assert not cast.appointment.is_absent(TODAY)


def test_absence_has_its_days_in_order(cast, coordinator):
    body = {"version": "1"} | day("absent_from", TODAY) | day("absent_until", TODAY - timedelta(days=1))
    assert "kan niet vóór de eerste dag liggen" in coordinator.post(edit(cast, "absence"), body).content.decode()
    body = {"version": "1"} | day("absent_from", None) | day("absent_until", TODAY)
    assert "Vul in vanaf welke dag" in coordinator.post(edit(cast, "absence"), body).content.decode()


def test_after_the_last_day_the_ambassador_no_longer_reaches_the_project(cast, coordinator, client_for):
    body = {"version": "1"} | day("ends_on", TODAY - timedelta(days=1))
    assert coordinator.post(edit(cast, "end"), body).status_code == 302
    url = address(cast.ambassador, "ambassadors:project-detail", cast.project)
    assert client_for(cast.ambassador).get(url).status_code == 404


def test_end_cannot_lie_before_the_start(cast, coordinator):
    body = {"version": "1"} | day("ends_on", date(2020, 1, 1))
    assert "kan niet vóór de eerste dag liggen" in coordinator.post(edit(cast, "end"), body).content.decode()


def test_ended_appointment_does_not_go_on_beside_a_newer_one(cast, coordinator):
    old = cast.appointment
    Appointment.objects.filter(pk=old.pk).update(ends_on=date(2025, 1, 1))
    Appointment.objects.create(
        membership=cast.ambassador, project=cast.project, employer=cast.organisation, percentage=80, starts_on=TODAY
    )
    response = coordinator.post(edit(cast, "end"), {"version": "1"} | day("ends_on", None))
    assert "nieuwere aanstelling" in response.content.decode()


def test_stale_appointment_shows_both(cast, coordinator):
    coordinator.post(edit(cast, "end"), {"version": "1"} | day("ends_on", date(2027, 1, 1)))
    response = coordinator.post(edit(cast, "end"), {"version": "1"} | day("ends_on", date(2028, 1, 1)))
    assert response.status_code == 409
    (conflict,) = response.context["conflicts"]
    assert (conflict.theirs, conflict.yours) == ("01/01/2027", "1/1/2028") or "2028" in conflict.yours


@pytest.mark.parametrize("name", ["edit", "absence", "end"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("coordinator", 200), ("external_coordinator", 200), ("administrator", 403), ("other_coordinator", 404)],
)
def test_both_coordinators_change_an_appointment_elsewhere(cast, client_for, name, who, status):
    membership = getattr(cast, who)
    url = edit(cast, name, cast.external_appointment, membership)
    assert client_for(membership).get(url).status_code == status


@pytest.mark.parametrize("who", ["ambassador", "guide", "ministry", "external_coordinator"])
def test_others_do_not_change_an_own_appointment(cast, client_for, who):
    membership = getattr(cast, who)
    assert client_for(membership).post(edit(cast, "end", who=membership), {}).status_code in (403, 404)


@pytest.mark.parametrize(
    ("days", "state"), [((1, None), "coming"), ((0, None), "working"), ((-5, -1), "ended"), ((-5, 0), "working")]
)
def test_state_of_a_day(days, state):
    start = TODAY + timedelta(days=days[0])
    end = None if days[1] is None else TODAY + timedelta(days=days[1])
    assert Appointment(starts_on=start, ends_on=end).state_on(TODAY) == state


def test_absence_counts_within_its_days_only():
    away = Appointment(starts_on=date(2024, 1, 1), absent_from=date(2024, 3, 1), absent_until=date(2024, 3, 31))
    states = [away.state_on(date(2024, month, number)) for month, number in ((2, 29), (3, 1), (3, 31), (4, 1))]
    assert states == ["working", "absent", "absent", "working"]


# --- Under whose responsibility ---------------------------------------------------------------------------------------


def fresh(appointment: Appointment) -> Appointment:
    return Appointment.objects.select_related("project__organisation").get(pk=appointment.pk)


def test_own_ambassador_enters_children_of_the_own_organisation(cast):
    assert access.may_enter_participants(fresh(cast.appointment))
    assert access.controller_of(fresh(cast.appointment)) == cast.organisation


def test_external_ambassador_enters_children_of_the_agreed_controller(cast):
    assert access.may_enter_participants(fresh(cast.external_appointment))
    assert access.controller_of(fresh(cast.external_appointment)) == cast.employer
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    assert access.controller_of(fresh(cast.external_appointment)) == cast.organisation


def test_without_an_agreement_no_children_are_entered(cast):
    cast.agreement.delete()
    appointment = fresh(cast.external_appointment)
    assert not access.may_enter_participants(appointment)
    assert access.controller_of(appointment) is None
    with pytest.raises(PermissionDenied):
        access.check_may_enter_participants(appointment)


def test_agreement_on_another_project_does_not_count(cast):
    cast.agreement.project = cast.project
    cast.agreement.save()
    assert not access.may_enter_participants(fresh(cast.external_appointment))


def agreement(**changes) -> dict[str, str]:
    body = {"entry_id": str(uuid4()), "employer": "Hogeschool", "controller": "own", "processor": "employer"}
    return body | {"reference": "Register 12"} | day("agreed_on", FIRST) | changes


def test_agreement_is_recorded(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:agreement-new", cast.project)
    assert 'value="Vzw Extern"' in coordinator.get(f"{url}?employer=Vzw+Extern").content.decode()
    assert coordinator.post(url, agreement()).status_code == 302
    row = ProcessingAgreement.objects.get(project=cast.project)
    assert (row.employer, row.controller, row.processor) == (
        cast.guidance_partner,
        cast.organisation,
        cast.guidance_partner,
    )
    assert AuditEvent.objects.get().subject_kind == "processingagreement"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"employer": ""}, "Vul in met welke werkgever je dit afsprak."),
        ({"employer": "Stad Eigen"}, "Dat is de organisatie zelf."),
        ({"employer": "Vzw Extern"}, "Er is al een overeenkomst met deze werkgever."),
        ({"controller": ""}, "Kies wie verantwoordelijk is voor de gegevens."),
        ({"processor": "own"}, "zijn twee verschillende organisaties"),
        ({"reference": ""}, "Vul in waar de overeenkomst zit."),
        (day("agreed_on", None), "Vul de datum van de overeenkomst in."),
    ],
)
def test_wrong_agreement_is_a_sentence(cast, coordinator, changes, sentence):
    url = address(cast.coordinator, "ambassadors:agreement-new", cast.external_project)
    response = coordinator.post(url, agreement(**changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_agreement_is_changed(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:agreement-edit", cast.external_project, cast.agreement)
    page = coordinator.get(url).content.decode()
    assert "Vzw Extern" in page
    body = agreement(version="1", controller="own", processor="nobody")
    assert coordinator.post(url, body).status_code == 302
    cast.agreement.refresh_from_db()
    assert (cast.agreement.controller, cast.agreement.processor) == (cast.organisation, None)
    assert coordinator.post(url, body).status_code == 409


@pytest.mark.parametrize("who", ["external_coordinator", "administrator", "guide", "external_ambassador"])
def test_others_record_no_agreement(cast, client_for, who):
    membership = getattr(cast, who)
    url = address(membership, "ambassadors:agreement-new", cast.external_project)
    assert client_for(membership).post(url, agreement()).status_code == 403


def test_agreement_of_another_project_is_not_found(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:agreement-edit", cast.project, cast.agreement)
    assert coordinator.get(url).status_code == 404


def test_appointment_follows_the_project_not_the_organisation(cast):
    assert set(Project.objects.visible_to(cast.external_ambassador, today=TODAY)) == {cast.external_project}
