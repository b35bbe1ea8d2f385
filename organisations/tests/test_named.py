"""What is typed but not picked is resolved, or refused with a sentence."""

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from organisations.inputs.named import NamedRowField, NamedRowsField, SuggestInputs, fold
from organisations.models import Municipality

pytestmark = pytest.mark.django_db


class PlaceForm(forms.Form):
    place = NamedRowField(queryset=Municipality.objects.current(), names=Municipality.names, required=False)
    places = NamedRowsField(
        queryset=Municipality.objects.all(),
        names=Municipality.names,
        required=False,
        widget=SuggestInputs("Gemeente"),
    )


def cleaned(**typed) -> PlaceForm:
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = PlaceForm(data)
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Genk", "Genk"),
        ("genk ", "Genk"),
        ("71016", "Genk"),
        ("sint niklaas", "Sint-Niklaas"),
        ("Turnh", "Turnhout"),
        ("op-den-berg", "Heist-op-den-Berg"),
        ("Antwerpen", "Antwerpen"),
    ],
)
def test_name_is_resolved_as_people_write_it(typed, name):
    assert cleaned(place=typed).cleaned_data["place"].name == name


def test_nothing_typed_is_no_answer():
    assert cleaned(place=" ").cleaned_data == {"place": None, "places": []}


def test_unknown_name_is_refused_and_stays():
    form = cleaned(place="Atlantis")
    assert form.errors["place"] == ["“Atlantis” staat niet in de lijst. Kijk na hoe je het schrijft."]
    assert 'value="Atlantis"' in str(form["place"])


def test_several_that_fit_are_counted_and_named():
    form = cleaned(place="Sint-")
    assert form.errors["place"] == [
        "Er zijn er 9 die passen bij “Sint-”: Sint-Genesius-Rode, Sint-Gillis-Waas, Sint-Katelijne-Waver, "
        "Sint-Laureins, Sint-Lievens-Houtem…. Schrijf de hele naam."
    ]


def test_merged_municipality_is_found_where_all_are_asked():
    assert cleaned(places=["Galmaarden"]).cleaned_data["places"][0].nis_code == "23023"
    assert "place" in cleaned(place="Galmaarden").errors


def test_several_places_lose_doubles_and_empty_boxes():
    form = cleaned(places=["Genk", "", "genk", "Turnhout"])
    assert [place.name for place in form.cleaned_data["places"]] == ["Genk", "Turnhout"]


def test_every_wrong_place_is_told_and_all_stay():
    form = cleaned(places=["Genk", "Atlantis", "Mordor"])
    assert len(form.errors["places"]) == 2
    for typed in ("Genk", "Atlantis", "Mordor"):
        assert f'value="{typed}"' in str(form["places"])


def test_value_that_stands_there_counts_as_unchanged():
    field = PlaceForm().fields["place"]
    genk = Municipality.objects.get(name="Genk")
    assert not field.has_changed(genk, "genk")
    assert not field.has_changed(genk.pk, "Genk")
    assert field.has_changed(genk, "Turnhout")
    assert field.has_changed(None, "Genk")


def test_suggestions_escape_what_they_hold():
    form = cleaned(place='"><script>')
    assert "<script>" not in str(form["place"])


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
