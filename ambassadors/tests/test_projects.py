"""The pages of projects: the list, the title page, changing it, and what was decided."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ambassadors.enums import LifeState, RecognitionState
from ambassadors.models import Appointment, Project, ProjectTargetGroup, Recognition
from config.testing.cast import address
from organisations.models import AuditEvent, Membership, Municipality, Organisation, User

TODAY = timezone.localdate()


@pytest.fixture
def coordinator(cast, client_for):
    return client_for(cast.coordinator)


@pytest.fixture
def programme(cast, client_for):
    """A browser of the ministry's administrator."""
    return client_for(cast.ministry_administrator)


@pytest.fixture
def one_project(cast) -> Project:
    """The own organisation with its own project only."""
    cast.external_project.organisation = cast.other_organisation
    cast.external_project.save()
    return cast.project


def listed(client, membership, query="?all=1") -> list[str]:
    page = client.get(address(membership, "ambassadors:project-list") + query)
    return [project.title for project in page.context["page"]]


def day(name: str, value: date | None) -> dict[str, str]:
    parts = (value.day, value.month, value.year) if value else ("", "", "")
    return {f"{name}_{part}": str(number) for part, number in zip(("day", "month", "year"), parts, strict=True)}


def typed(**changes) -> dict[str, object]:
    """The form of the cast's own project, as it stands."""
    body = {"version": "1", "title": "Project Eigen", "working_area": ["Aalst"], "target_groups": []}
    return body | day("starts_on", date(2024, 9, 1)) | day("ends_on", None) | changes


# --- The list ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("coordinator", ["Project Eigen", "Project Extern"]),
        ("other_coordinator", ["Project Ander"]),
        ("external_coordinator", ["Project Extern"]),
        ("ambassador", ["Project Eigen"]),
        ("external_ambassador", ["Project Extern"]),
        ("administrator", ["Project Eigen", "Project Extern"]),
        ("guide", ["Project Ander", "Project Eigen", "Project Extern"]),
        ("ministry_administrator", ["Project Ander", "Project Eigen", "Project Extern"]),
    ],
)
def test_list_shows_what_each_may_see(cast, client_for, who, titles):
    membership = getattr(cast, who)
    assert listed(client_for(membership), membership) == titles


def test_ambassador_whose_appointment_has_ended_sees_nothing(cast, client_for):
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=TODAY - timedelta(days=1))
    assert listed(client_for(cast.ambassador), cast.ambassador) == []


def test_who_has_one_project_goes_straight_to_it(cast, coordinator, one_project):
    response = coordinator.get(address(cast.coordinator, "ambassadors:project-list"))
    assert response.url == address(cast.coordinator, "ambassadors:project-detail", one_project)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?province=Limburg", ["Project Ander"]),
        ("?province=Vlaams-Brabant", []),
        ("?recognition=not_retained", ["Project Ander"]),
        ("?recognition=recognised", ["Project Eigen", "Project Extern"]),
        ("?life=ended", []),
        ("?life=running&province=Oost-Vlaanderen", ["Project Eigen", "Project Extern"]),
        ("?province=nonsense&page=x", ["Project Ander", "Project Eigen", "Project Extern"]),
    ],
)
def test_list_is_filtered(cast, programme, query, titles):
    Recognition.objects.filter(project=cast.other_project).update(state=RecognitionState.NOT_RETAINED)
    assert listed(programme, cast.ministry_administrator, query) == titles


def test_recognition_in_the_list_is_that_of_today(cast, programme):
    Recognition.objects.create(project=cast.project, state="not_retained", decided_on=TODAY + timedelta(days=1))
    Recognition.objects.create(project=cast.project, state="applied", decided_on=date(2024, 1, 1))
    rows = Project.objects.with_recognition(on=TODAY)
    assert {row.title: row.recognition for row in rows} == {row.title: row.recognition_on(TODAY) for row in rows}
    assert rows.get(pk=cast.project.pk).recognition == RecognitionState.RECOGNISED


def test_province_of_a_working_area_counts_too(cast, programme):
    cast.project.working_area.add(Municipality.objects.get(name="Genk"))
    assert listed(programme, cast.ministry_administrator, "?province=Limburg") == ["Project Ander", "Project Eigen"]


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_as_many_queries_for_one_as_for_thirty(cast, programme, django_assert_num_queries, rows):
    made = Project.objects.bulk_create(
        Project(organisation=cast.other_organisation, title=f"{n:02}", starts_on=TODAY) for n in range(rows)
    )
    genk = Municipality.objects.get(name="Genk")
    for project in made:
        project.working_area.add(genk)
    with django_assert_num_queries(6):
        programme.get(address(cast.ministry_administrator, "ambassadors:project-list"))


def test_list_has_pages_of_thirty_and_says_how_many_there_are(cast, programme):
    Project.objects.bulk_create(
        Project(organisation=cast.other_organisation, title=f"{n:02}", starts_on=TODAY) for n in range(30)
    )
    assert len(listed(programme, cast.ministry_administrator)) == 30
    assert len(listed(programme, cast.ministry_administrator, "?page=2")) == 3
    page = programme.get(address(cast.ministry_administrator, "ambassadors:project-list")).content.decode()
    assert "33 projecten" in page


def test_empty_list_says_what_belongs_there(cast, client_for):
    Project.objects.filter(organisation=cast.other_organisation).update(organisation=cast.employer)
    page = client_for(cast.other_coordinator).get(address(cast.other_coordinator, "ambassadors:project-list"))
    assert "Nog geen project" in page.content.decode()


# --- The title page ---------------------------------------------------------------------------------------------------


def detail(client, membership, project):
    return client.get(address(membership, "ambassadors:project-detail", project))


def test_title_page_tells_all_there_is(cast, coordinator):
    ProjectTargetGroup.objects.create(project=cast.project, group="other", other="kinderen van schippers")
    cast.project.co_applicants.add(cast.guidance_partner)
    page = detail(coordinator, cast.coordinator, cast.project).content.decode()
    for words in (
        "Stad Eigen",
        "Erkend",
        "op 01/09/2024",
        "Loopt",
        "sinds 01/09/2024",
        "Aalst (Oost-Vlaanderen)",
        "Kinderen van schippers",
        "Hogeschool",
        "Ambassadeur Eigen",
        "50\xa0%",
        "aan het werk",
    ):
        assert words in page, words


def test_title_page_links_to_the_dossier_of_those_who_may_read_it(cast, client_for):
    link = "Dossier openen"
    for who in ("coordinator", "ambassador"):
        membership = getattr(cast, who)
        assert link in detail(client_for(membership), membership, cast.project).content.decode()
    for who in ("guide", "administrator", "ministry_administrator"):
        membership = getattr(cast, who)
        assert link not in detail(client_for(membership), membership, cast.project).content.decode()


def test_guide_reads_the_title_page_without_people_or_contracts(cast, client_for):
    page = detail(client_for(cast.guide), cast.guide, cast.external_project).content.decode()
    assert "Project Extern" in page
    for hidden in ("Ambassadeur Extern", "Overeenkomst 1", "Andere werkgevers", "Wijzigen"):
        assert hidden not in page, hidden


def test_ambassador_sees_the_own_appointment_only(cast, client_for):
    page = detail(client_for(cast.ambassador), cast.ambassador, cast.project).content.decode()
    assert page.count("Ambassadeur Collega") == 0
    assert "Ambassadeur Eigen" in page


def test_coordinator_reads_what_was_agreed_with_an_employer(cast, coordinator):
    page = detail(coordinator, cast.coordinator, cast.external_project).content.decode()
    assert "Vzw Extern is verantwoordelijk voor de gegevens" in page
    assert "Te vinden: Overeenkomst 1" in page
    assert "Er is nog geen overeenkomst" not in page


def test_missing_agreement_is_told_with_the_way_to_record_it(cast, coordinator):
    cast.agreement.delete()
    page = detail(coordinator, cast.coordinator, cast.external_project).content.decode()
    assert "Er is nog geen overeenkomst met Vzw Extern." in page
    assert "?employer=Vzw%20Extern" in page


@pytest.mark.parametrize("who", ["other_coordinator", "ministry", "external_ambassador"])
def test_strangers_project_is_not_found(cast, client_for, who):
    membership = getattr(cast, who)
    assert detail(client_for(membership), membership, cast.project).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_title_page_takes_as_many_queries_for_one_as_for_thirty(cast, coordinator, django_assert_num_queries, rows):
    users = User.objects.bulk_create(User(email=f"{n}@voorbeeld.example", name=f"An {n}") for n in range(rows))
    there = Membership.objects.bulk_create(
        Membership(user=user, organisation=cast.organisation, role="ambassador") for user in users
    )
    Appointment.objects.bulk_create(
        Appointment(membership=m, project=cast.project, employer=cast.organisation, percentage=50, starts_on=TODAY)
        for m in there
    )
    others = Organisation.objects.bulk_create(Organisation(name=f"Vzw {n:02}", kind="other") for n in range(rows))
    cast.project.co_applicants.set(others)
    cast.project.working_area.set(Municipality.objects.all()[:rows])
    for n in range(rows):
        Recognition.objects.create(project=cast.project, state="applied", decided_on=date(2020, 1, 1) + timedelta(n))
        cast.project.agreements.create(
            employer=others[n], controller=others[n], processor=cast.organisation, agreed_on=TODAY, reference="x"
        )
    with django_assert_num_queries(14):
        assert detail(coordinator, cast.coordinator, cast.project).status_code == 200


# --- Making and changing ----------------------------------------------------------------------------------------------


def test_coordinator_makes_a_project_of_the_own_organisation(cast, coordinator):
    body = typed(entry_id=str(uuid4()), title="Project Nieuw", working_area=["genk", "", "Turnhout"])
    response = coordinator.post(address(cast.coordinator, "ambassadors:project-new"), body)
    project = Project.objects.get(title="Project Nieuw")
    assert response.url == address(cast.coordinator, "ambassadors:project-detail", project)
    assert (project.organisation, project.life) == (cast.organisation, LifeState.PREPARATION)
    assert {place.name for place in project.working_area.all()} == {"Genk", "Turnhout"}
    assert AuditEvent.objects.get(verb="created").subject == project.uuid


def test_ministry_says_for_which_organisation(cast, programme):
    url = address(cast.ministry_administrator, "ambassadors:project-new")
    body = typed(entry_id=str(uuid4()), title="Project Nieuw")
    assert "Vul in van welke organisatie het project is." in programme.post(url, body).content.decode()
    assert "staat niet in de lijst" in programme.post(url, body | {"organisation": "Departement"}).content.decode()
    assert programme.post(url, body | {"organisation": "gemeente ander"}).status_code == 302
    assert Project.objects.get(title="Project Nieuw").organisation == cast.other_organisation


def test_changing_keeps_what_changed_on_record(cast, coordinator):
    body = typed(
        title="Project Anders",
        working_area=["Aalst", "Genk"],
        target_groups=["children", "other"],
        other_group="schippers",
        co_applicants=["Hogeschool"],
        **day("ends_on", date(2027, 8, 31)),
    )
    response = coordinator.post(address(cast.coordinator, "ambassadors:project-edit", cast.project), body)
    assert response.status_code == 302
    project = Project.objects.get(pk=cast.project.pk)
    assert (project.title, project.version, project.ends_on) == ("Project Anders", 2, date(2027, 8, 31))
    assert {row.group: row.other for row in project.target_groups.all()} == {"children": "", "other": "schippers"}
    assert AuditEvent.objects.get(verb="changed").fields == [
        "co_applicants",
        "ends_on",
        "target_groups",
        "title",
        "working_area",
    ]


def test_saving_what_stands_there_changes_nothing(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:project-edit", cast.project)
    assert coordinator.post(url, typed()).status_code == 302
    assert Project.objects.get(pk=cast.project.pk).version == 1
    assert not AuditEvent.objects.exists()


def test_stale_form_shows_both(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:project-edit", cast.project)
    coordinator.post(url, typed(title="Van Een Ander", working_area=["Genk"]))
    response = coordinator.post(url, typed(title="Van Mij", working_area=["Atlantis"], **day("ends_on", None)))
    assert response.status_code == 409
    shown = {c.label: (c.theirs, c.yours) for c in response.context["conflicts"]}
    assert shown == {"Titel": ("Van Een Ander", "Van Mij"), "Werkingsgebied": ("Genk", "Atlantis")}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Vul de titel van het project in."),
        (day("starts_on", None), "Vul de eerste dag van het project in."),
        ({"starts_on_month": "sept", "starts_on_day": "31"}, "Die dag bestaat niet"),
        (day("ends_on", date(2020, 1, 1)), "De laatste dag kan niet vóór de eerste dag liggen."),
        ({"working_area": ["Atlantis"]}, "“Atlantis” staat niet in de lijst."),
        ({"co_applicants": ["Vzw Onbekend"]}, "Vraag het ministerie om ze toe te voegen."),
        ({"target_groups": ["other"]}, "Vul in welke andere doelgroep het is."),
        ({"other_group": "schippers"}, "Vink ook “andere” aan."),
        ({"target_groups": ["nonsense"]}, "Kies doelgroepen uit de lijst."),
    ],
)
def test_wrong_answers_are_sentences_and_the_rest_stays(cast, coordinator, changes, sentence):
    url = address(cast.coordinator, "ambassadors:project-edit", cast.project)
    response = coordinator.post(url, typed(**changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Project.objects.get(pk=cast.project.pk).version == 1


def test_project_is_changed_by_its_coordinators_and_the_ministry_only(cast, client_for):
    url = lambda who: address(getattr(cast, who), "ambassadors:project-edit", cast.project)  # noqa: E731
    statuses = {
        who: client_for(getattr(cast, who)).post(url(who), typed()).status_code
        for who in ("coordinator", "ministry_administrator", "administrator", "ambassador", "guide", "ministry")
    }
    assert statuses == {
        "coordinator": 302,
        "ministry_administrator": 302,
        "administrator": 403,
        "ambassador": 403,
        "guide": 403,
        "ministry": 404,
    }


def test_employer_elsewhere_changes_nothing(cast, client_for):
    url = address(cast.external_coordinator, "ambassadors:project-edit", cast.external_project)
    assert client_for(cast.external_coordinator).post(url, typed()).status_code == 403


@pytest.mark.parametrize("who", ["ambassador", "guide", "ministry", "administrator"])
def test_who_makes_no_projects_is_refused(cast, client_for, who):
    membership = getattr(cast, who)
    assert client_for(membership).get(address(membership, "ambassadors:project-new")).status_code == 403


# --- How it stands ----------------------------------------------------------------------------------------------------


def test_project_ends_and_may_start_again(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:project-life", cast.project)
    body = {"version": "1", "life": "ended"} | day("ends_on", date(2026, 8, 31))
    assert coordinator.post(url, body).status_code == 302
    body = {"version": "2", "life": "running"} | day("ends_on", None)
    assert coordinator.post(url, body).status_code == 302
    project = Project.objects.get(pk=cast.project.pk)
    assert (project.life, project.ends_on) == (LifeState.RUNNING, None)
    assert [event.fields for event in AuditEvent.objects.all()] == [["ends_on", "life"]] * 2


def test_ended_project_needs_its_last_day(cast, coordinator):
    url = address(cast.coordinator, "ambassadors:project-life", cast.project)
    response = coordinator.post(url, {"version": "1", "life": "ended"} | day("ends_on", None))
    assert "Vul de laatste dag van het project in." in response.content.decode()
    response = coordinator.post(url, {"version": "1", "life": "ended"} | day("ends_on", date(2020, 1, 1)))
    assert "De laatste dag kan niet vóór de eerste dag liggen." in response.content.decode()


# --- Recognition ------------------------------------------------------------------------------------------------------


def decision(**changes) -> dict[str, str]:
    return {"entry_id": str(uuid4()), "state": "not_retained"} | day("decided_on", date(2026, 1, 31)) | changes


def test_ministry_records_a_decision(cast, programme):
    url = address(cast.ministry_administrator, "ambassadors:decision-new", cast.project)
    assert programme.post(url, decision()).status_code == 302
    assert cast.project.recognition_on(date(2026, 1, 30)) == RecognitionState.RECOGNISED
    assert cast.project.recognition_on(date(2026, 1, 31)) == RecognitionState.NOT_RETAINED
    event = AuditEvent.objects.get(verb="decided")
    assert (event.organisation, event.fields) == (cast.organisation, ["recognition"])


def test_second_decision_of_a_day_takes_the_place_of_the_first(cast, programme):
    url = address(cast.ministry_administrator, "ambassadors:decision-new", cast.project)
    programme.post(url, decision())
    programme.post(url, decision(state="recognised"))
    assert [r.state for r in cast.project.recognitions.filter(decided_on=date(2026, 1, 31))] == ["recognised"]


def test_decision_cannot_lie_in_the_future(cast, programme):
    url = address(cast.ministry_administrator, "ambassadors:decision-new", cast.project)
    response = programme.post(url, decision(**day("decided_on", TODAY + timedelta(days=1))))
    assert "mag niet in de toekomst liggen" in response.content.decode()


def test_removing_a_decision_can_be_undone(cast, programme):
    by = cast.ministry_administrator
    url = address(by, "ambassadors:decision-remove", cast.project, date(2024, 9, 1))
    response = programme.post(url, follow=True)
    assert not cast.project.recognitions.exists()
    programme.post(response.context["undo"]["url"])
    assert cast.project.recognition_on(TODAY) == RecognitionState.RECOGNISED
    assert programme.post(address(by, "ambassadors:decision-remove", cast.project, date(2020, 1, 1))).status_code == 404


def test_forged_state_is_not_put_back(cast, programme):
    by = cast.ministry_administrator
    url = address(by, "ambassadors:decision-restore", cast.project, date(2020, 1, 1), "nonsense")
    assert programme.post(url).status_code == 404


@pytest.mark.parametrize("who", ["coordinator", "administrator", "guide", "ambassador"])
def test_nobody_else_decides(cast, client_for, who):
    membership = getattr(cast, who)
    visitor = client_for(membership)
    assert visitor.post(address(membership, "ambassadors:decision-new", cast.project), decision()).status_code == 403
    url = address(membership, "ambassadors:decision-remove", cast.project, date(2024, 9, 1))
    assert visitor.post(url).status_code == 403
    assert cast.project.recognitions.count() == 1


def test_ministry_reads_totals_and_no_list_of_projects(cast, client_for):
    url = address(cast.ministry, "ambassadors:project-list")
    assert client_for(cast.ministry).get(url).status_code == 403
    assert not Project.objects.visible_to(cast.ministry, today=TODAY).exists()
