"""One step in a browser without JavaScript: saving, what does not parse, rows, two people at once, forgeries."""

import pytest

from ambassadors.actions.dossier import save_step
from ambassadors.contents import content_of
from ambassadors.instrument import StepState
from ambassadors.merging import StepContent
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import NOW, fetched
from ambassadors.tests.contents import BUDGET, CONTENTS, STRATEGY
from config.testing.cast import address
from organisations.models import AuditEvent


class Browser:
    """The coordinator on the page of one step."""

    def __init__(self, client, cast, number, query=""):
        self.client, self.cast, self.number = client, cast, number
        self.url = address(cast.coordinator, "ambassadors:step-edit", cast.project, number) + query

    def form(self):
        return form_on(self.client.get(self.url))

    def send(self, form=None, **changes):
        """Send the page's form with some fields changed; None leaves a field out."""
        data = (self.form() if form is None else form) | changes
        return self.client.post(self.url, {name: value for name, value in data.items() if value is not None})

    @property
    def step(self):
        return fetched(self.cast.project).step(self.number)

    def others_save(self, content):
        save_step(step=self.step, version=self.step.version, content=content, by=self.cast.coordinator, now=NOW)


@pytest.fixture
def at(cast, hiring_file, client_for):
    client = client_for(cast.coordinator)
    return lambda number, query="": Browser(client, cast, number, query)


def page(response):
    return response.content.decode()


def dossier(cast, name, *more):
    return address(cast.coordinator, f"ambassadors:{name}", cast.project, *more)


# --- Saving -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 7))
def test_empty_step_is_saved_without_a_word_about_what_is_missing(at, number):
    response = at(number).send()
    assert response.status_code == 302
    assert at(number).step.state == StepState.TODO


@pytest.mark.parametrize("number", CONTENTS)
def test_page_sends_back_exactly_what_was_saved(cast, full_hiring_file, at, number):
    """The page shows everything it saves: sending it back untouched changes nothing."""
    before = AuditEvent.objects.count()
    assert at(number).send().status_code == 302
    assert AuditEvent.objects.count() == before
    assert at(number).step.version == 2


def test_every_answer_of_step_three_is_saved_from_the_page(at):
    browser = at(3)
    form = browser.form() | {
        "focus_target_group": "Tieners uit de OKAN-klas",
        "focus_neighbourhood": "De wijk Tuinzicht",
        "focus_youth_work": "Jeugdhuizen",
        "organised": "both",
        "orientation": "inclusive",
        "reasons": ["greatest_needs", "good_start"],
        "why": "Omdat de school het vraagt",
        "strategies": ["association_support", "individual_guidance"],
        "note": "Nota drie",
        "wanted_profiles-TOTAL_FORMS": "2",
        "wanted_profiles-0-profile": "guide",
        "wanted_profiles-0-leaning": "demand",
        "wanted_profiles-1-other": "Theatermaker",
        "wanted_profiles-1-leaning": "supply",
        "needed_partners-TOTAL_FORMS": "2",
        "needed_partners-0-name": "Jeugdhuis De Kade",
        "needed_partners-0-kind": "youth_club",
        "needed_partners-0-engagement": "signed",
        "needed_partners-0-engagement_on_day": "1",
        "needed_partners-0-engagement_on_month": "okt",
        "needed_partners-0-engagement_on_year": "2026",
        "needed_partners-1-name": "OCMW Eigen",
        "needed_partners-1-kind": "social_welfare",
    }
    assert browser.send(form).status_code == 302
    assert saved(browser.step, STRATEGY) == as_typed(STRATEGY)


def test_every_answer_of_step_four_is_saved_from_the_page(at):
    browser = at(4)
    form = browser.form() | {
        "term": "months",
        "months": "30",
        "initiator": "other",
        "initiator_other": "Interlokale vereniging",
        "route": "tender",
        "arguments_hire": ["argument_team"],
        "arguments_tender": ["argument_expertise", "argument_latitude", "argument_independence"],
        "argument_other": "Zij kennen de buurt",
        "service": "Dienst Vrije Tijd",
        "mandate": "Mag zelf afspraken maken",
        "post_profile": "Spreekt Pasjtoe",
        "note": "Nota vier",
        "staffing-TOTAL_FORMS": "2",
        "staffing-0-label": "Ambassadeur noord",
        "staffing-0-percentage": "50 %",
        "staffing-0-cost": "€ 31.000,50",
        "staffing-1-label": "Ambassadeur zuid",
        "staffing-1-percentage": "40",
        "staffing-1-cost": "25000",
        "operating_costs-TOTAL_FORMS": "2",
        "operating_costs-0-category": "catering",
        "operating_costs-0-description": "Soep op het plein",
        "operating_costs-0-amount": "750,25",
        "operating_costs-1-category": "other",
        "operating_costs-1-description": "Fietsen",
        "operating_costs-1-amount": "1249.75",
        "funding-TOTAL_FORMS": "2",
        "funding-0-source": "Vlaamse subsidie",
        "funding-0-amount": "40.000",
        "funding-1-source": "Provincie",
        "funding-1-amount": "1.234,56",
    }
    assert browser.send(form).status_code == 302
    assert saved(browser.step, BUDGET) == as_typed(BUDGET)


def saved(step, like):
    """What stands in a step, in the shape of a StepContent; rows without their addresses."""
    content = content_of(step)
    answers = {name: content.answers[name] for name in like.answers}
    rows = {
        relation: [without_address(row, rows[0]) for row in content.rows[relation]]
        for relation, rows in like.rows.items()
    }
    return content.note, answers, rows


def without_address(row, like):
    return {name: value for name, value in row.items() if name in like and name != "uuid"}


def as_typed(like):
    rows = {relation: [without_address(row, row) for row in rows] for relation, rows in like.rows.items()}
    return like.note, like.answers, rows


def test_text_keeps_its_lines_and_stays_equal_to_itself(at):
    browser = at(1)
    browser.send(note="Eerste regel\r\n\r\nTweede regel")
    assert browser.step.note == "Eerste regel\n\nTweede regel"
    browser.send()
    assert browser.step.version == 2


@pytest.mark.parametrize(
    ("number", "query", "button", "goes_to"),
    [
        (1, "", {}, ("step-edit", 2)),
        (6, "", {}, ("dossier-answers",)),
        (3, "", {"later": "1"}, ("dossier-detail",)),
        (3, "?back=step", {}, ("step-answers", 3)),
        (3, "?back=all", {}, ("dossier-answers",)),
        (3, "?back=https://elsewhere.example", {}, ("step-edit", 4)),
    ],
)
def test_button_says_where_it_goes(cast, at, number, query, button, goes_to):
    assert at(number, query).send(**button).url == dossier(cast, *goes_to)


def test_step_is_marked_ready_and_reopened(cast, at):
    browser = at(2)
    browser.send(ready="yes")
    assert browser.step.is_ready
    answers = browser.client.get(dossier(cast, "step-answers", 2))
    assert "Klaar sinds" in page(answers)
    response = browser.client.post(dossier(cast, "step-reopen", 2))
    assert response.url == dossier(cast, "step-edit", 2)
    assert not browser.step.is_ready


def test_page_says_who_saved_it_when_and_who_worked_on_it(cast, at):
    browser = at(5)
    browser.send(note="Wij zijn zes")
    shown = page(browser.client.get(browser.url))
    assert "Bewaard om" in shown
    assert "Wie werkte hieraan" in shown


def test_advice_stands_beside_its_question(cast, at):
    at(4).others_save(BUDGET)
    shown = page(at(4).client.get(at(4).url))
    assert "30 maanden is kort" in shown
    assert "2 mensen delen 90 procent" in shown


# --- What does not parse ----------------------------------------------------------------------------------------------

UNREADABLE = [
    (4, {"staffing-0-percentage": "140"}, "Het percentage moet tussen 1 en 100 liggen."),
    (4, {"staffing-0-percentage": "veel"}, "Schrijf het percentage als een geheel getal"),
    (4, {"staffing-0-cost": "abc"}, "Schrijf een bedrag zoals 1.250,50."),
    (4, {"funding-0-amount": "-5"}, "Het bedrag mag niet lager zijn dan 0."),
    (4, {"operating_costs-0-amount": "99999999999"}, "Dat bedrag is te groot"),
    (4, {"months": "tien"}, "Schrijf het aantal maanden in cijfers"),
    (4, {"months": "0"}, "Schrijf het aantal maanden in cijfers"),
    (4, {"term": "open_ended", "months": "12"}, "Je koos onbepaalde duur."),
    (4, {"initiator": "local_government", "initiator_other": "Vzw"}, "Je koos hierboven iets anders."),
    (3, {"needed_partners-0-engagement": "signed"}, "Vul in op welke dag"),
    (3, {"needed_partners-0-engagement_on_day": "31"}, "Vul ook de maand in."),
    (3, {"wanted_profiles-0-profile": "guide", "wanted_profiles-0-other": "Kok"}, "Kies “Andere” als profiel"),
    (3, {"focus_neighbourhood": "x" * 201}, "Kort deze tekst in tot 200 tekens. Nu zijn het er 201."),
    (1, {"note": "x" * 20_001}, "Kort deze tekst in tot 20000 tekens."),
    (2, {"ready": None}, "Kies of deze stap klaar is."),
]


@pytest.mark.parametrize(("number", "typed", "sentence"), UNREADABLE)
def test_what_does_not_parse_is_said_and_kept(at, number, typed, sentence):
    browser = at(number)
    response = browser.send(note="Dit mag niet weg", **typed) if number != 1 else browser.send(**typed)
    shown = page(response)
    assert response.status_code == 422
    assert shown.count(sentence) == 2, "in the summary and beside the field"
    assert "<title>Fout:" in shown
    kept = form_on(response)
    assert [name for name, value in typed.items() if value is not None and kept[name] != [value]] == []
    assert kept["note"] == ([typed["note"]] if number == 1 else ["Dit mag niet weg"])
    assert browser.step.version == 1


def test_future_date_is_refused(at):
    engagement = {
        "engagement": "asked",
        "engagement_on_day": "1",
        "engagement_on_month": "1",
        "engagement_on_year": "2199",
    }
    response = at(3).send(**{f"needed_partners-0-{name}": value for name, value in engagement.items()})
    assert "De datum mag niet in de toekomst liggen." in page(response)


def test_detail_chooses_the_answer_it_belongs_to(at):
    browser = at(4)
    browser.send(months="36", initiator_other="Interlokale vereniging")
    answers = browser.step.answers
    assert (answers.term, answers.initiator) == ("months", "other")


# --- Rows -------------------------------------------------------------------------------------------------------------


def test_button_gives_one_more_row_and_keeps_what_was_typed_without_judging_it(at):
    browser = at(4)
    response = browser.send(**{"add-staffing": "1", "staffing-0-percentage": "140", "months": "tien"})
    form = form_on(response)
    assert response.status_code == 200
    assert form["staffing-TOTAL_FORMS"] == ["2"]
    assert (form["staffing-0-percentage"], form["months"]) == (["140"], ["tien"])
    assert "staffing-1-label" in form
    assert "Het percentage moet" not in page(response)
    assert browser.step.version == 1


def test_rows_added_one_by_one_are_saved(at):
    browser = at(4)
    form = browser.form()
    for number in range(3):
        form = form_on(browser.send(form | {f"funding-{number}-source": f"Bron {number}", "add-funding": "1"}))
    browser.send(form)
    assert [row.source for row in browser.step.hiring_file.funding.all()] == ["Bron 0", "Bron 1", "Bron 2"]


def test_blank_rows_are_no_rows(at):
    browser = at(3)
    browser.send(**{"needed_partners-TOTAL_FORMS": "4"})
    assert list(browser.step.hiring_file.needed_partners.all()) == []


def test_ticked_row_goes_even_when_it_does_not_parse(at):
    browser = at(4)
    browser.others_save(BUDGET)
    form = browser.form()
    assert browser.send(form | {"staffing-0-DELETE": "on", "staffing-0-cost": "abc"}).status_code == 302
    assert [row.label for row in browser.step.hiring_file.staffing.all()] == ["Ambassadeur zuid"]


def test_delete_box_is_named_after_its_row(at):
    at(3).others_save(STRATEGY)
    assert "(Jeugdhuis De Kade)" in page(at(3).client.get(at(3).url))


def test_new_row_has_no_delete_box(at):
    assert "DELETE" not in page(at(4).client.get(at(4).url))


# --- Two people at once -----------------------------------------------------------------------------------------------


def test_two_who_changed_different_questions_both_keep_theirs(at):
    browser = at(4)
    form = browser.form()
    browser.others_save(BUDGET)
    assert browser.send(form | {"staffing-0-label": "Mijn post"}).status_code == 302
    assert [row.label for row in browser.step.hiring_file.staffing.all()] == [
        "Ambassadeur noord",
        "Ambassadeur zuid",
        "Mijn post",
    ]
    assert saved(browser.step, BUDGET)[1] == BUDGET.answers


def test_who_changed_the_same_sees_both_and_the_rest_is_saved(at):
    browser = at(4)
    form = browser.form()
    browser.others_save(StepContent(answers={"mandate": "Van haar"}))
    response = browser.send(form | {"mandate": "Van mij", "service": "Dienst Welzijn"})
    assert response.status_code == 409
    assert [(one.label, one.before, one.after) for one in response.context["clashes"]] == [
        ("Wat is het mandaat?", "Van haar", "Van mij")
    ]
    assert form_on(response)["mandate"] == ["Van mij"]
    assert (browser.step.answers.mandate, browser.step.answers.service) == ("Van haar", "Dienst Welzijn")


@pytest.mark.parametrize(("choice", "stands"), [("yours", "Van mij"), ("theirs", "Van haar"), (None, "Van haar")])
def test_only_a_choice_ends_a_clash(at, choice, stands):
    browser = at(1)
    form = browser.form()
    browser.others_save(StepContent(note="Van haar"))
    compared = form_on(browser.send(form | {"note": "Van mij"}))
    assert compared["clash"] == ["note"]
    answer = browser.send(compared | {"keep-note": choice})
    assert answer.status_code == (302 if choice else 409)
    assert browser.step.note == stands


def test_row_that_the_other_removed_and_this_one_changed_is_a_choice(at):
    browser = at(4)
    browser.others_save(BUDGET)
    form = browser.form()
    browser.others_save(StepContent(rows={"funding": BUDGET.rows["funding"][1:]}))
    response = browser.send(form | {"funding-0-source": "Vlaanderen"})
    assert [(one.before, one.after) for one in response.context["clashes"]] == [
        ("verwijderd", "Vlaanderen · 40.000,00")
    ]
    compared = form_on(response)
    key = compared["clash"][0]
    assert browser.send(compared | {f"keep-{key}": "yours"}).status_code == 302
    assert {row.source for row in browser.step.hiring_file.funding.all()} == {"Vlaanderen", "Provincie"}


def test_sending_a_page_twice_makes_no_row_twice(at):
    browser = at(4)
    form = browser.form() | {"funding-0-source": "Stad"}
    assert [browser.send(form).status_code for _time in range(2)] == [302, 302]
    assert [row.source for row in browser.step.hiring_file.funding.all()] == ["Stad"]


def test_two_who_save_at_one_moment_are_both_heard(at, monkeypatch):
    """Someone saves between fetching and writing: the page fetches again, and both are there."""
    browser = at(1)
    form = browser.form()
    from ambassadors.views import steps

    def late(**call):
        monkeypatch.undo()
        browser.others_save(StepContent(answers={"worth": "Van haar"}))
        return save_step(**call)

    monkeypatch.setattr(steps, "save_step", late)
    assert browser.send(form | {"note": "Van mij"}).status_code == 302
    assert (browser.step.note, browser.step.answers.worth) == ("Van mij", "Van haar")


# --- Saved while one types --------------------------------------------------------------------------------------------


def typing(browser, form, **typed):
    """What the script sends while one types."""
    return browser.client.post(browser.url, form | typed, headers={"HX-Request": "true"})


def test_what_parses_is_saved_while_one_types_and_the_rest_is_said(at):
    browser = at(4)
    response = typing(browser, browser.form(), mandate="Mag alles", months="tien", **{"staffing-0-percentage": "40"})
    assert (response.status_code, browser.step.answers.mandate, browser.step.answers.months) == (200, "Mag alles", None)
    shown = page(response)
    assert "Nog niet bewaard: Hoeveel maanden?" in shown
    assert "40 procent is weinig" in shown


def test_typing_never_marks_a_step_ready(at):
    browser = at(1)
    typing(browser, browser.form(), note="Nota", ready="yes")
    assert (browser.step.note, browser.step.state) == ("Nota", "busy")


def test_row_that_does_not_parse_yet_stays_as_it_was(at):
    browser = at(4)
    browser.others_save(BUDGET)
    typing(browser, browser.form(), **{"staffing-0-cost": "abc", "staffing-1-cost": "26000"})
    costs = [row.cost for row in browser.step.hiring_file.staffing.all()]
    assert costs == [BUDGET.rows["staffing"][0]["cost"], 26000]


def test_while_one_types_the_page_gets_what_another_saved(at):
    browser = at(3)
    form = browser.form()
    browser.others_save(StepContent(answers={"focus_neighbourhood": "Tuinzicht", "greatest_needs": True}))
    response = typing(browser, form, why="Daarom")
    assert response.headers["X-Taken"] == "1"
    assert [field.name for field in response.context["taken_fields"]] == ["focus_neighbourhood", "reasons"]
    assert browser.step.answers.why == "Daarom"


def test_a_clash_while_typing_is_settled_by_a_choice(at):
    browser = at(1)
    form = browser.form()
    browser.others_save(StepContent(note="Van haar"))
    clash = typing(browser, form, note="Van mij")
    assert "Van haar" in page(clash)
    version = str(browser.step.version)
    settled = typing(browser, form, note="Van mij", version=version, clash="note", **{"keep-note": "theirs"})
    assert [field.name for field in settled.context["taken_fields"]] == ["note"]
    assert browser.step.note == "Van haar"


def test_typing_after_a_log_out_is_answered_without_a_page(at, client):
    assert client.post(at(1).url, {}, headers={"HX-Request": "true"}).status_code == 401


# --- Forgeries --------------------------------------------------------------------------------------------------------

FORGED = [
    {"version": None},
    {"version": "abc"},
    {"version": "999999999999999999999"},
    {"organised": "sideways"},
    {"strategies": ["individual_guidance", "world_peace"]},
    {"reasons": ["why"]},
    {"ready": "perhaps"},
    {"wanted_profiles-0-profile": "wizard"},
    {"needed_partners-0-engagement": "eaten"},
    {"needed_partners-TOTAL_FORMS": None},
    {"needed_partners-TOTAL_FORMS": "abc"},
    {"needed_partners-TOTAL_FORMS": "1000000"},
    {"needed_partners-INITIAL_FORMS": "1000000"},
    {"needed_partners-TOTAL_FORMS": "-1"},
    {"needed_partners-0-name": "a\x00b"},
    {"add-needed_partners": "1", "needed_partners-TOTAL_FORMS": "1000000"},
]


@pytest.mark.parametrize("forged", FORGED)
def test_forged_form_is_answered_with_a_sentence_and_saves_nothing(at, forged):
    browser = at(3)
    response = browser.send(**({"note": "Dit mag niet weg"} | forged))
    assert response.status_code in (200, 302, 409, 422)
    assert "Dit mag niet weg" in page(response) or response.status_code == 302
    assert browser.step.hiring_file.needed_partners.count() == 0


@pytest.mark.parametrize("number", range(1, 7))
def test_empty_post_is_no_crash(at, number):
    browser = at(number)
    assert browser.client.post(browser.url).status_code in (409, 422)
    assert browser.step.version == 1


def test_strategy_sent_twice_is_chosen_once(at):
    browser = at(3)
    browser.send(strategies=["structural", "structural"])
    assert [row.strategy for row in browser.step.hiring_file.chosen_strategies.all()] == ["structural"]


def test_too_many_rows_are_refused(at):
    browser = at(4)
    rows = {f"funding-{number}-source": "x" for number in range(31)}
    response = browser.send(**rows, **{"funding-TOTAL_FORMS": "31"})
    assert response.status_code == 422
    assert "Vul hoogstens 30 rijen in." in page(response)
    assert form_on(response)["funding-30-source"] == ["x"]


def test_oversized_body_is_answered_with_a_sentence(at):
    response = at(1).client.post(at(1).url, {"note": "x" * 2_000_000})
    assert response.status_code in (400, 413)
    assert "<h1>" in page(response)
