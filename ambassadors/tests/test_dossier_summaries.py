"""What the task list says about each step, in one line."""

from dataclasses import replace

import pytest

from ambassadors.merging import StepContent
from ambassadors.summaries import answer, beginning, listed, progress
from ambassadors.tests.conftest import fill_in
from ambassadors.tests.contents import BUDGET, STRATEGY


def said(cast, number, content):
    return answer(fill_in(cast.project, cast.coordinator, {number: content}).step(number))


def test_untouched_step_says_so(hiring_file):
    assert {answer(step) for step in hiring_file.steps.all()} == {"Nog niets ingevuld"}


def test_note_step_shows_how_its_note_begins(cast, hiring_file):
    assert said(cast, 1, StepContent(note="Wij geloven\nin spelen.")) == "Wij geloven in spelen."


def test_strategy_step_shows_strategies_and_profiles(cast, hiring_file):
    assert said(cast, 3, STRATEGY) == ("Individuele toeleiding en verenigingsondersteuning · toeleider en Theatermaker")


def test_strategy_step_shows_its_focus_before_there_is_a_strategy(cast, hiring_file):
    assert said(cast, 3, StepContent(answers={"focus_neighbourhood": "Tuinzicht"})) == "Tuinzicht"


@pytest.mark.parametrize(
    ("rows", "answers", "expected"),
    [
        ([{"percentage": 60}], {}, "60\xa0%, één persoon · nog geen looptijd"),
        ([{"percentage": 40}, {"percentage": 40}], {"term": "open_ended"}, "80\xa0%, twee personen · onbepaalde duur"),
        ([{"label": "Iemand"}], {}, "Eén persoon · nog geen looptijd"),
        ([], {"term": "months", "months": 36}, "Nog geen personeelsinzet · 36 maanden"),
        ([], {"term": "months", "months": 1}, "Nog geen personeelsinzet · 1 maand"),
        ([], {}, "Nota vier"),
    ],
)
def test_budget_step_shows_staffing_and_term(cast, hiring_file, rows, answers, expected):
    content = replace(BUDGET, answers=answers, rows={"staffing": rows})
    assert said(cast, 4, content) == expected


@pytest.mark.parametrize(
    ("ready", "sentence"),
    [
        (0, "Nog geen enkele stap is klaar."),
        (1, "Eén van de zes stappen is klaar."),
        (3, "Drie van de zes stappen zijn klaar."),
        (6, "Alle zes stappen zijn klaar."),
    ],
)
def test_progress_is_a_sentence(cast, hiring_file, ready, sentence):
    contents = {number: StepContent(is_ready=True) for number in range(1, ready + 1)}
    assert progress(fill_in(cast.project, cast.coordinator, contents)) == sentence


def test_lists_read_as_a_sentence():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a en b", "a, b en c"]


def test_beginning_never_ends_in_half_a_word():
    assert beginning("een twee drie", most=9) == "een twee…"
    assert beginning("een, twee", most=6) == "een…"
