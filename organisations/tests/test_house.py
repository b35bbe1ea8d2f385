"""The house style in templates: rings, Flemish dates and amounts, errors told once more above the page."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.conf import settings
from django.forms import BaseFormSet
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from organisations import rings
from organisations.inputs import DateField, RecentDateField

STATES = ["reached", "missed", "unknown", "open", "not_due", "not_applicable"]


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def render(source, **context):
    return Template(source).render(Context(context)).strip()


class Talk(forms.Form):
    partner = forms.CharField(error_messages={"required": "Schrijf met wie je sprak."})
    held_on = DateField()
    side = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)

    def clean(self):
        raise forms.ValidationError("Kijk alles na.")


Talks = forms.formset_factory(Talk, extra=1)


# --- Rings ------------------------------------------------------------------------------------------------------------


def test_rings_say_the_three_moments_in_words():
    html = render("{% rings states %}", states=["reached", "open", "not_due"])
    assert "Ingeschreven: bereikt. Neemt nog deel: nog te vragen. Opnieuw ingeschreven: nog niet aan de orde." in html
    assert 'role="img"' in html


@pytest.mark.parametrize("state", STATES)
def test_each_ring_has_a_class_and_a_word_of_its_own(state):
    assert f'class="{state}"' in rings.draw([state] * 3, words=False)
    assert render("{{ state|ring_word }}", state=state) == str(rings.WORDS[state])


def test_missed_is_struck_unknown_is_hatched_and_what_does_not_apply_is_a_dash():
    shapes = {state: str(rings.draw([state] * 3, words=False)) for state in STATES}
    assert {state: svg.count("<line") for state, svg in shapes.items() if "<line" in svg} == {
        "missed": 3,
        "unknown": 9,
        "not_applicable": 3,
    }
    assert [state for state, svg in shapes.items() if "<circle" not in svg] == ["not_applicable"]


def test_rings_on_paper_have_the_colours_of_the_light_screen():
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    painted = {colour for paint in rings.PAINT.values() for colour in re.findall(r"#\w{6}", paint)}
    assert painted == {
        re.search(rf"--{name}: light-dark\((#\w+)", tokens)[1] for name in ("brand", "ink", "muted", "edge")
    }


def test_rings_without_words_when_the_page_says_them():
    html = render("{% rings states words=False %}", states=STATES[:3])
    assert "<title" not in html
    assert 'aria-hidden="true"' in html


def test_rings_refuse_a_state_that_does_not_exist():
    with pytest.raises(KeyError):
        rings.draw(["reached", "maybe", "open"], words=False)


# --- Dates and amounts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ value|amount }}", Decimal("1250.5"), "€\u00a01.250,50"),
        ("{{ value|amount }}", 0, "€\u00a00,00"),
        ("{{ value|amount }}", None, "–"),
        ("{{ value|percent }}", 80, "80\u00a0%"),
        ("{{ value|percent }}", 100, "100\u00a0%"),
        ("{{ value|percent }}", Decimal("82.25"), "82,2\u00a0%"),
        ("{{ value|percent }}", 0, "0\u00a0%"),
        ("{{ value|percent }}", None, "–"),
        ("{{ value|day }}", date(2026, 8, 31), "31/08/2026"),
        ("{{ value|day }}", None, ""),
        ("{{ value|long_day }}", date(2026, 8, 31), "31 augustus 2026"),
        ("{{ value|weekday }}", date(2026, 11, 22), "zo 22 nov"),
        ("{{ value|clock }}", datetime(2026, 11, 22, 13, 32, tzinfo=UTC), "14.32"),
        ("{{ value|day }}", datetime(2026, 8, 31, 22, 30, tzinfo=UTC), "01/09/2026"),
    ],
)
def test_values_read_as_flanders_writes_them(source, value, text):
    assert render(source, value=value) == text


# --- Forms ------------------------------------------------------------------------------------------------------------


LINKS = "{% error_links as errors %}{% for error in errors %}[{{ error.target }}|{{ error.message }}]{% endfor %}"


def test_errors_link_to_the_control_they_are_about():
    found = render(LINKS, form=Talk({}))
    assert "[|Kijk alles na.]" in found
    assert "[id_partner|Schrijf met wie je sprak.]" in found
    assert "[id_held_on_0|Vul de datum in.]" in found
    assert "[id_side_0|" in found


def test_errors_of_every_form_are_told_once():
    form, formset = (
        Talk({"partner": "x"}),
        Talks({"talks-TOTAL_FORMS": "1", "talks-INITIAL_FORMS": "0"}, prefix="talks"),
    )
    assert render(LINKS, form=form, forms=[form, formset]).count("Vul de datum in.") == 1


def test_errors_of_a_recent_date_link_to_the_first_choice():
    class Contact(forms.Form):
        date = RecentDateField()

    assert render(LINKS, form=Contact({})) == "[id_date_0_0|Kies de dag.]"


def test_pages_without_forms_have_no_errors():
    assert render(LINKS) == ""
    assert render(LINKS, form=Talk()) == ""


def test_the_same_sentence_twice_names_its_field():
    class Twice(forms.Form):
        name = forms.CharField(label="Naam")
        place = forms.CharField(label="Plaats")

    found = render(LINKS, form=Twice({}))
    assert "[id_name|Naam: " in found
    assert "[id_place|Plaats: " in found


def test_the_same_question_in_two_rows_names_the_row():
    class Row(forms.Form):
        day = forms.CharField(label="Dag")

    class Rows(BaseFormSet):
        heading = "Wanneer spreken jullie elkaar?"

    posted = {"rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "2"}
    rows = forms.formset_factory(Row, formset=Rows)(posted, prefix="rows")
    found = render(LINKS, formset=rows)
    assert "[id_rows-1-day|Rij 2 van “Wanneer spreken jullie elkaar?”. Dag: " in found


@pytest.mark.parametrize("field", ["partner", "held_on", "side"])
def test_a_field_joins_its_label_hint_and_error(field):
    class Hinted(Talk):
        def __init__(self, *args):
            super().__init__(*args)
            self.fields[field].help_text = "Een zin."

    form = Hinted({})
    html = render('{% include "house/field.html" %}', form=form, field=form[field])
    assert f'aria-describedby="id_{field}_helptext id_{field}_error"' in html
    assert html.count(f'id="id_{field}_helptext"') == 1
    assert html.count(f'id="id_{field}_error"') == 1
    assert 'aria-invalid="true"' in html
    assert ("<legend" in html) is (field != "partner")


def test_optional_fields_say_so_unless_the_form_requires_nothing():
    class Draft(forms.Form):
        note = forms.CharField(required=False)

    class AllOptional(Draft):
        mark_optional = False

    shown = [render('{% include "house/field.html" %}', field=form["note"]) for form in (Draft(), AllOptional())]
    assert "(niet verplicht)" in shown[0]
    assert "(niet verplicht)" not in shown[1]


def test_advice_stands_beside_its_field():
    advice = {"partner": [{"level": "caution", "reason": "Vraag ook hun zorgen."}]}
    form = Talk()
    html = render('{% include "house/field.html" %}', form=form, field=form["partner"], advice_by_field=advice)
    assert "Vraag ook hun zorgen." in html
    assert "Let op:" in html
    assert 'class="margin"' in html


def test_another_page_keeps_the_filter_in_its_address():
    request = RequestFactory().get("/", {"status": "a&b", "page": "3"})
    assert render("{% address_with page=4 %}", request=request) == "?status=a%26b&amp;page=4"
    assert render('{% address_with page="" %}', request=request) == "?status=a%26b"
