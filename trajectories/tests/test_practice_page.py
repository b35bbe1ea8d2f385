"""Plan and practice on screen: who reads which figures, what never stands there, and what it asks the database."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ambassadors.actions.dossier import open_hiring_file
from ambassadors.models import (
    Appointment,
    ChosenStrategy,
    FollowUpMoment,
    Goal,
    GoalsAnswers,
    HiringFile,
    LifeworldContact,
    NeededPartner,
    ProcessingAgreement,
    SupportMeeting,
)
from ambassadors.models.environment import ExploratoryTalk
from config.testing.cast import FIRST_DAY, address
from organisations.rulings import rulings
from trajectories import figures
from trajectories.contents import practice_of, with_plan
from trajectories.models import Contact, Enrolment, Trajectory, TrialSession
from trajectories.practice.partners import Place
from trajectories.practice.work import Work
from trajectories.tests.making import (
    FIRST_NAME,
    NEIGHBOURHOOD,
    NOTE,
    NOW,
    STAMPS,
    WISH,
    enrolled,
    make_activity,
    make_contact,
    make_participant,
    make_provider,
    make_provider_trajectory,
    make_result,
    make_signal,
    make_trajectory,
)

PAGE = "trajectories:practice-detail"


def planned(project, by, rows=1):
    """A dossier with so many of everything that is compared."""
    open_hiring_file(project=project, by=by, now=NOW)
    hiring_file = HiringFile.objects.get(project=project)
    GoalsAnswers.objects.filter(hiring_file=hiring_file).update(yearly_started=40)
    for code in ("individual_guidance", "structural"):
        ChosenStrategy.objects.create(hiring_file=hiring_file, strategy=code)
    for number in range(rows):
        name = "Chiro De Kade" if number == 0 else f"Partner {number}"
        NeededPartner.objects.create(hiring_file=hiring_file, name=name)
        Goal.objects.create(hiring_file=hiring_file, kind="process", criterion="relation", goal="Geheim doel")
        SupportMeeting.objects.create(hiring_file=hiring_file, date=date(2025, 1, 10), state="held")
        FollowUpMoment.objects.create(hiring_file=hiring_file, date=date(2025, 1, 12))
        ExploratoryTalk.objects.create(hiring_file=hiring_file, date=date(2024, 5, 1))
        LifeworldContact.objects.create(hiring_file=hiring_file, date=date(2025, 5, 1))
    return hiring_file


def practised(appointment, rows=1):
    """So many of everything that can be noted, all of it with one provider."""
    provider = make_provider(appointment.employer)
    make_provider_trajectory(appointment, provider, plan=NOTE)
    for _ in range(rows):
        trajectory = make_trajectory(appointment, **enrolled(provider))
        make_contact(appointment, trajectory, provider=provider)
        TrialSession.objects.create(trajectory=trajectory, provider=provider, date=date(2024, 9, 20), **STAMPS)
        values = {"date": date(2024, 10, 1), "for_working_year": 2024, "holidays_only": False, **STAMPS}
        Enrolment.objects.create(trajectory=trajectory, provider=provider, **values)
        make_activity(appointment, provider, partners="OCMW Eigen, Bib")
        make_result(appointment, provider, state="reached")
        make_signal(appointment)


def read(client_for, membership, project):
    return client_for(membership).get(address(membership, PAGE, project))


def text(answer) -> str:
    return answer.content.decode()


def test_coordinator_and_ambassadors_read_the_same_figures_and_no_name_or_note(cast, client_for):
    planned(cast.project, cast.coordinator)
    practised(cast.appointment)
    pages = [text(read(client_for, who, cast.project)) for who in (cast.coordinator, cast.ambassador, cast.colleague)]
    for page in pages:
        assert "2 van de 2 gekozen strategieën zien we terug" in page
        assert "1 van 1 partner teruggevonden onder deze naam." in page
        assert "Relatie opgebouwd of onderhouden: 1 van de 1 contacten" in page
        for secret in (FIRST_NAME, NEIGHBOURHOOD, WISH, NOTE, "Leider Geheimpersoon", "Ambassadeur"):
            assert secret not in page.split("<main")[1]


def test_figures_are_counted_as_everywhere_else(cast):
    planned(cast.project, cast.coordinator)
    practised(cast.appointment, rows=3)
    hiring_file = with_plan(HiringFile.objects.all()).get()
    today = date(2025, 3, 1)
    noted = practice_of(hiring_file, cast.coordinator, today=today).noted
    facts = Trajectory.objects.filter(project=cast.project).facts()
    assert noted.targets.running.figures == figures.cohort(facts, 2024, today, rulings())
    contacts = Contact.objects.filter(project=cast.project).facts()
    assert noted.criteria.all == figures.contact_figures(contacts, FIRST_DAY, today).all
    assert noted.strategies.totals == {Work.TRAJECTORY: 3, Work.ACTIVITY: 3, Work.RESULT: 3, Work.PROVIDER: 1}
    assert noted.partners.rows[0].places == {
        Place.TRIAL: 3,
        Place.ENROLMENT: 3,
        Place.CONTACT: 3,
        Place.SUPPORT: 1,
        Place.ACTIVITY: 3,
        Place.RESULT: 3,
    }
    assert [other.name for other in noted.partners.others] == ["Bib", "OCMW Eigen"]


def test_contact_that_was_put_right_counts_once(cast):
    planned(cast.project, cast.coordinator)
    wrong = make_contact(cast.appointment, provider=make_provider(cast.organisation))
    make_contact(cast.appointment, provider=wrong.provider, corrects=wrong)
    hiring_file = with_plan(HiringFile.objects.all()).get()
    noted = practice_of(hiring_file, cast.coordinator, today=date(2025, 3, 1)).noted
    assert (noted.criteria.all.contacts, noted.partners.rows[0].places) == (1, {Place.CONTACT: 1})


def test_who_commissions_an_external_employer_reads_what_the_dossier_itself_knows(cast, client_for):
    planned(cast.external_project, cast.coordinator)
    practised(cast.external_appointment)
    page = text(read(client_for, cast.coordinator, cast.external_project))
    assert "horen bij een andere organisatie" in page
    assert "Voorbij: 1 bijeenkomst. Doorgegaan: 1, niet doorgegaan: 0." in page
    assert "<table" not in page
    assert "van de 1 contacten" not in page
    assert page.count("Niet getoond: zie bovenaan.") == 5
    inside = text(read(client_for, cast.external_ambassador, cast.external_project))
    assert "Relatie opgebouwd of onderhouden: 1 van de 1 contacten" in inside


def test_agreement_alone_protects_so_that_the_first_child_does_not_show(cast, client_for):
    """Before anything was noted and after it, who commissions reads the same page."""
    planned(cast.external_project, cast.coordinator)
    before = read(client_for, cast.coordinator, cast.external_project)
    make_trajectory(cast.external_appointment)
    after = read(client_for, cast.coordinator, cast.external_project)
    assert before.context["practice"] == after.context["practice"]
    assert not before.context["practice"]["is_known"]


def test_children_of_two_organisations_are_nobodys_to_add_up(cast, client_for):
    """An ambassador from elsewhere in one's own project: without agreement, and still their children are theirs."""
    planned(cast.project, cast.coordinator)
    make_trajectory(cast.appointment, make_participant(cast.employer, cast.external_ambassador))
    for who in (cast.coordinator, cast.ambassador):
        assert not read(client_for, who, cast.project).context["practice"]["is_known"]


def test_employee_of_a_processor_reads_what_the_controller_reads(cast, client_for):
    """The children belong to who commissions: both its coordinator and the ambassador see the figures."""
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    planned(cast.external_project, cast.coordinator)
    make_trajectory(cast.external_appointment, make_participant(cast.organisation, cast.external_ambassador))
    for who in (cast.coordinator, cast.external_ambassador):
        assert read(client_for, who, cast.external_project).context["practice"]["is_known"]


@pytest.mark.parametrize(
    ("starts_on", "sentence"),
    [(None, "Nog geen verbindingsambassadeur"), (timedelta(days=30), "De verbindingsambassadeur begint op")],
)
def test_page_says_when_it_comes_to_life(cast, client_for, starts_on, sentence):
    planned(cast.project, cast.coordinator)
    own = Appointment.objects.filter(project=cast.project)
    own.update(starts_on=timezone.localdate() + starts_on) if starts_on else own.delete()
    page = read(client_for, cast.coordinator, cast.project)
    assert sentence in text(page)
    assert page.context["practice"] is None
    dossier = client_for(cast.coordinator).get(address(cast.coordinator, "ambassadors:dossier-detail", cast.project))
    assert (address(cast.coordinator, PAGE, cast.project) in text(dossier)) == bool(starts_on)


def test_dossier_without_an_answer_can_be_compared(cast, client_for):
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    assert read(client_for, cast.coordinator, cast.project).status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_page_asks_as_much_for_one_row_as_for_thirty(cast, client_for, django_assert_num_queries, rows):
    planned(cast.project, cast.coordinator, rows)
    practised(cast.appointment, rows)
    for who, queries in ((cast.coordinator, 31), (cast.ambassador, 31)):
        client = client_for(who)
        with django_assert_num_queries(queries):
            assert client.get(address(who, PAGE, cast.project)).status_code == 200
