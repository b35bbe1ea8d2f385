"""The dossier as plain sections: everything in it, nothing of its costs for those who may not see them."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from ambassadors.documents import hiring_file_document, step_section, without_costs
from ambassadors.tests.conftest import fill_in
from ambassadors.tests.contents import BUDGET, CONTENTS, STRATEGY

VALUES = [
    "Nota een",
    "Nota twee",
    "Nota drie",
    "Nota vier",
    "Nota vijf",
    "Nota zes",
    "Tieners uit de OKAN-klas",
    "De wijk Tuinzicht",
    "Jeugdhuizen",
    "Allebei",
    "Voor iedereen",
    "Hier zijn de noden het grootst",
    "Hier heeft de ambassadeur een goede vertrekbasis",
    "Omdat de school het vraagt",
    "Individuele toeleiding",
    "verenigingsondersteuning",
    "Toeleider",
    "Vooral de vraagzijde",
    "Theatermaker",
    "Vooral de aanbodzijde",
    "Jeugdhuis De Kade",
    "Jeugdhuis",
    "Getekend",
    "01/10/2026",
    "OCMW Eigen",
    "Nog niet gevraagd",
    "30 maanden",
    "Interlokale vereniging",
    "We schrijven een aanbesteding uit",
    "hoort bij het team",
    "meer expertise en intervisie",
    "meer handelingsruimte",
    "onafhankelijker",
    "Zij kennen de buurt",
    "Dienst Vrije Tijd",
    "Mag zelf afspraken maken",
    "Spreekt Pasjtoe",
    "Ambassadeur noord",
    "50\xa0%",
    "Ambassadeur zuid",
    "40\xa0%",
    "90\xa0%",
    "Project Eigen",
    "Stad Eigen",
    "Coördinator Eigen",
]
COSTS = [
    "€\xa031.000,50",
    "€\xa025.000,00",
    "€\xa056.000,50",
    "Catering",
    "Soep op het plein",
    "€\xa0750,25",
    "Fietsen",
    "€\xa01.249,75",
    "€\xa02.000,00",
    "Vlaamse subsidie",
    "€\xa040.000,00",
    "Provincie",
    "€\xa01.234,56",
    "€\xa041.234,56",
    "€\xa058.000,50",
    "€\xa016.765,94",
]


def text_of(document):
    return json.dumps(document, ensure_ascii=False)


def test_document_is_plain_json(full_hiring_file):
    document = hiring_file_document(full_hiring_file, with_costs=True)
    assert json.loads(json.dumps(document)) == document


def test_every_value_stands_in_the_document(full_hiring_file):
    text = text_of(hiring_file_document(full_hiring_file, with_costs=True))
    assert [value for value in VALUES + COSTS if value not in text] == []


def test_without_costs_everything_else_still_stands_there_and_no_amount(full_hiring_file):
    text = text_of(hiring_file_document(full_hiring_file, with_costs=False))
    assert [value for value in VALUES if value not in text] == []
    assert [value for value in [*COSTS, "€", "Loonkost", "inanciering"] if value in text] == []


@pytest.mark.parametrize(
    "contents", [CONTENTS, {3: replace(STRATEGY, is_ready=True), 4: replace(BUDGET, is_ready=True)}]
)
def test_costs_are_taken_out_of_a_kept_document_as_if_they_were_never_in_it(cast, hiring_file, contents):
    dossier = fill_in(cast.project, cast.coordinator, contents)
    kept = json.loads(json.dumps(hiring_file_document(dossier, with_costs=True)))
    assert without_costs(kept) == hiring_file_document(dossier, with_costs=False)
    assert [value for value in [*COSTS, "€", "Loonkost"] if value in text_of(without_costs(kept))] == []
    assert "€" in text_of(kept)


def test_empty_dossier_names_every_question_and_no_answer(hiring_file):
    document = hiring_file_document(hiring_file, with_costs=True)
    rows = [row for step in document["steps"] for block in step["blocks"] for row in block["rows"]]
    assert {row["answer"] for row in rows if row["field"]} == {""}
    assert [step["state"] for step in document["steps"]] == ["todo"] * 6


def test_one_way_to_draw_the_line_is_enough(cast, hiring_file):
    one = replace(STRATEGY, answers={"focus_target_group": "Tieners"}, rows={})
    dossier = fill_in(cast.project, cast.coordinator, {3: one})
    focus = step_section(dossier.step(3), with_costs=True)["blocks"][0]["rows"]
    assert [row["optional"] for row in focus[:3]] == [True, True, True]


def test_advice_about_money_is_for_those_who_see_the_costs(cast, hiring_file):
    ready = {3: replace(STRATEGY, is_ready=True), 4: replace(BUDGET, is_ready=True)}
    dossier = fill_in(cast.project, cast.coordinator, ready)
    said, kept = (
        {one["reason"] for one in step_section(dossier.step(4), with_costs=costs)["advice"]} for costs in (True, False)
    )
    assert any("financiering" in reason for reason in said - kept)
    assert kept < said


def test_document_takes_a_fixed_number_of_queries(cast, full_hiring_file, django_assert_num_queries):
    fresh = fill_in(cast.project, cast.coordinator, CONTENTS)
    with django_assert_num_queries(3):
        hiring_file_document(fresh, with_costs=True)


# --- On paper ---------------------------------------------------------------------------------------------------------


def on_paper(hiring_file, **options):
    document = hiring_file_document(hiring_file, **options)
    return render_to_string("ambassadors/dossier_pdf.html", {"document": document})


def test_paper_holds_every_value(full_hiring_file):
    paper = on_paper(full_hiring_file, with_costs=True)
    assert [value for value in VALUES + COSTS if value not in paper] == []


def test_paper_says_that_amounts_were_left_out(full_hiring_file):
    paper = on_paper(full_hiring_file, with_costs=False)
    assert "In dit exemplaar staan geen bedragen." in paper
    assert [value for value in [*COSTS, "€"] if value in paper] == []


def test_paper_is_dutch_with_headings_in_order_and_named_cells(full_hiring_file):
    paper = on_paper(full_hiring_file, with_costs=True)
    levels = [int(level) for level in re.findall(r"<h([1-6])", paper)]
    assert '<html lang="nl">' in paper
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert paper.count("<table") == paper.count("<tbody>")
    assert all("<th " in row for row in re.findall(r"<tr>.*?</tr>", paper, re.DOTALL))
