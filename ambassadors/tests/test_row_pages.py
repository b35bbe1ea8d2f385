"""Rows with a page of their own, as a coordinator and as an ambassador on the road."""

from uuid import uuid4

import pytest

from ambassadors.actions.dossier import open_hiring_file
from ambassadors.contents import content_of
from ambassadors.models import ExploratoryTalk
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import NOW, fetched
from ambassadors.tests.contents import ENVIRONMENT
from config.testing.cast import address

TALK = ENVIRONMENT.rows["talks"][0]["uuid"]


@pytest.fixture
def on(cast, full_hiring_file, client_for):
    """`on(member, "row-new", "talks").get()`: a page of rows, as one of the cast."""

    class Page:
        def __init__(self, member, name, *more):
            self.client, self.url = client_for(member), address(member, f"ambassadors:{name}", cast.project, *more)

        def form(self):
            return form_on(self.client.get(self.url))

        def send(self, form=None, **typed):
            return self.client.post(self.url, (self.form() if form is None else form) | typed)

    return Page


def talks(cast):
    return {row["partner"]: row for row in content_of(fetched(cast.project).step(2)).rows["talks"]}


@pytest.mark.parametrize("relation", ["talks", "lifeworld_contacts", "support_meetings", "goals"])
def test_page_sends_back_exactly_what_was_saved(cast, on, relation):
    for row in getattr(fetched(cast.project), relation).all():
        page = on(cast.coordinator, "row-edit", relation, row.uuid)
        assert page.send().status_code == 302
    assert {step.version for step in fetched(cast.project).steps.all()} == {2}


def test_an_ambassador_writes_a_talk_down_once_however_often_it_is_sent(cast, on):
    page = on(cast.ambassador, "row-new", "talks")
    form = page.form() | {"partner": "Chiro Zonnebloem", "side": "supply"}
    assert [page.send(form).status_code for _time in range(2)] == [302, 302]
    row = talks(cast)["Chiro Zonnebloem"]
    saved = fetched(cast.project).talks.get(uuid=row["uuid"])
    assert (saved.added_by, saved.date is not None) == (cast.ambassador, True)


def test_an_address_out_of_another_dossier_names_nothing_of_it(cast, on):
    other = open_hiring_file(project=cast.other_project, by=cast.other_coordinator, now=NOW)
    page = on(cast.coordinator, "row-new", "talks")
    strange = ExploratoryTalk.objects.create(hiring_file=other, partner="Scouts Noord")
    assert page.send(partner="Scouts Zuid", uuid=str(strange.uuid)).status_code == 302
    assert talks(cast)["Scouts Zuid"]["uuid"] == strange.uuid
    assert [talk.partner for talk in other.talks.all()] == ["Scouts Noord"]


def test_an_ambassador_changes_only_what_they_wrote_themselves(cast, on):
    theirs = on(cast.ambassador, "row-edit", "talks", TALK)
    assert theirs.client.get(theirs.url).status_code == 403
    assert on(cast.ambassador, "row-new", "goals").send({}).status_code == 403


@pytest.mark.parametrize(("relation", "row"), [("staffing", None), ("nonsense", None), ("talks", uuid4())])
def test_what_has_no_page_is_not_found(cast, on, relation, row):
    page = on(cast.coordinator, "row-edit", relation, row) if row else on(cast.coordinator, "row-new", relation)
    assert page.client.get(page.url).status_code == 404


def test_two_who_change_the_same_talk_choose(cast, on):
    page = on(cast.coordinator, "row-edit", "talks", TALK)
    mine, hers = page.form(), page.form()
    assert page.send(hers | {"diary": "Vrij in mei", "worries": "Het dak is dicht"}).status_code == 302
    response = page.send(mine | {"diary": "Vrij in juni", "needs": "Een bus"})
    assert response.status_code == 409
    assert [(one.before, one.after) for one in response.context["clashes"]] == [("Vrij in mei", "Vrij in juni")]
    shown = form_on(response)
    assert (shown["diary"], shown["worries"], shown["needs"]) == (["Vrij in juni"], ["Het dak is dicht"], ["Een bus"])
    [key] = shown["clash"]
    assert page.send(shown | {f"keep-{key}": "yours"}).status_code == 302
    row = talks(cast)["Scouts De Meeuw"]
    assert (row["diary"], row["worries"], row["needs"]) == ("Vrij in juni", "Het dak is dicht", "Een bus")


def test_what_was_removed_can_be_undone(cast, on):
    pressed = on(cast.coordinator, "row-remove", "talks", TALK)
    removed = pressed.send({})
    assert "Scouts De Meeuw" not in talks(cast)
    page = pressed.client.get(removed.url.split("#")[0])
    assert "Ongedaan maken" in page.content.decode()
    pressed.client.post(page.context["undo"]["url"])
    assert talks(cast)["Scouts De Meeuw"]["uuid"] == TALK


@pytest.mark.parametrize(
    ("relation", "typed", "sentence"),
    [
        ("talks", {"places": "veel"}, "Schrijf het aantal plaatsen in cijfers"),
        ("talks", {"commitment": "maybe"}, "Kies een van de antwoorden in de lijst."),
        ("support_meetings", {"starts_at": "25.00"}, "Schrijf het uur met uren en minuten"),
        ("support_meetings", {"minutes": "0"}, "Schrijf het aantal minuten in cijfers"),
        ("goals", {"kind": "number", "criterion": "relation"}, "Dit hoort bij “Proces”."),
    ],
)
def test_what_does_not_parse_is_said_and_kept(cast, on, relation, typed, sentence):
    response = on(cast.coordinator, "row-new", relation).send(**typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert {name: form_on(response)[name] for name in typed if name != "commitment"} == {
        name: [value] for name, value in typed.items() if name != "commitment"
    }


@pytest.mark.parametrize("relation", ["talks", "lifeworld_contacts", "support_meetings", "goals"])
def test_page_on_which_nothing_was_filled_in_makes_no_row(cast, on, relation):
    before = getattr(fetched(cast.project), relation).count()
    response = on(cast.coordinator, "row-new", relation).send()
    assert response.status_code == 422
    assert "Er is nog niets ingevuld." in response.content.decode()
    assert getattr(fetched(cast.project), relation).count() == before


def test_a_meeting_to_come_was_not_held(cast, on):
    day = {"date_day": "1", "date_month": "jan", "date_year": "2199"}
    response = on(cast.coordinator, "row-new", "support_meetings").send(**day, state="held")
    assert "Deze vergadering ligt in de toekomst." in response.content.decode()


def test_the_ambassador_agrees_on_the_page_of_the_goals(cast, on):
    page = on(cast.ambassador, "step-answers", 6)
    shown = page.client.get(page.url)
    assert "Ik ga akkoord met deze doelen" in shown.content.decode()
    version = form_on(shown, "agree")["version"]
    on(cast.ambassador, "goals-agree").send({"version": version})
    assert {goal.agreed_by for goal in fetched(cast.project).goals.all()} == {cast.ambassador}
    assert "Ik ga akkoord" not in page.client.get(page.url).content.decode()


def test_the_ambassador_hears_today_that_goals_wait_once_their_step_is_ready(cast, on, client_for):
    def hears():
        page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:today")).content.decode()
        return f"De doelen van {cast.project.title} wachten op je akkoord" in page

    step = fetched(cast.project).steps.filter(number=6)
    assert not hears()
    step.update(state="ready", ready_at=NOW, ready_by=cast.coordinator)
    assert hears()
    on(cast.ambassador, "goals-agree").send({"version": str(step.get().version)})
    assert not hears()


def test_who_read_older_goals_is_asked_to_read_again(cast, on):
    goal = fetched(cast.project).goals.first()
    on(cast.coordinator, "row-edit", "goals", goal.uuid).send(target="Zes clubs")
    response = on(cast.ambassador, "goals-agree").send({"version": "2"})
    assert response.status_code == 302
    assert [one.is_agreed for one in fetched(cast.project).goals.all()] == [False, False]


# --- History ----------------------------------------------------------------------------------------------------------


def test_history_says_who_what_and_goes_back(cast, on):
    on(cast.coordinator, "step-edit", 4).send(mandate="Mag alles", **{"staffing-0-cost": "32000"})
    page = on(cast.coordinator, "step-history", 4)
    newest = page.client.get(page.url).context["versions"][0]
    assert [(one.label, one.before, one.after) for one in newest.differences] == [
        ("Wat is het mandaat?", "Mag zelf afspraken maken", "Mag alles"),
        ("Hoeveel mensen, voor welk percentage? Loonkost per jaar", "31.000,50", "32.000,00"),
    ]
    on(cast.coordinator, "step-restore", 4, 2).send({})
    step = fetched(cast.project).step(4)
    assert (step.answers.mandate, step.version) == ("Mag zelf afspraken maken", 4)
    assert on(cast.coordinator, "step-restore", 4, 99).send({}).status_code == 404


def test_history_is_for_those_who_fill_in_the_dossier(cast, on):
    page = on(cast.ambassador, "step-history", 4)
    assert page.client.get(page.url).status_code == 403


@pytest.mark.parametrize(
    ("kind", "side", "stands"), [("youth_club", "", "supply"), ("police", "supply", "supply"), ("other", "", "")]
)
def test_side_that_nobody_chose_follows_from_the_kind_of_partner(cast, on, kind, side, stands):
    on(cast.coordinator, "row-new", "talks").send(partner="De Nieuwe", kind=kind, side=side)
    assert talks(cast)["De Nieuwe"]["side"] == stands
