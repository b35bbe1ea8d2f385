"""Dates, amounts and percentages as people write them; what does not parse stays as it was typed."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from organisations.inputs import (
    DateField,
    MoneyField,
    PercentageField,
    RecentDateField,
    WholeNumberField,
    asks_for_row,
    unjudged,
    with_row,
)

TODAY = date(2026, 11, 22)


class Meeting(forms.Form):
    held_on = DateField(label="Held on")
    cost = MoneyField(label="Cost", required=False)


class Contact(forms.Form):
    date = RecentDateField(label="When")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["date"].today = TODAY


class Cost(forms.Form):
    what = forms.CharField()
    per_year = MoneyField()


Costs = forms.formset_factory(Cost, extra=1, can_delete=True)


def boxes(day, month, year):
    return {"date_other_day": day, "date_other_month": month, "date_other_year": year}


def error_code(field, value):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(value)
    return refused.value.error_list[0].code


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


# --- Dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("month", ["9", "09", "sep", "Sept", "sep.", "september", "SEPTEMBER"])
def test_date_field_takes_a_month_as_number_or_name(month):
    assert DateField().clean(["7", month, "2026"]) == date(2026, 9, 7)


@pytest.mark.parametrize(
    ("month", "number"), [("mrt", 3), ("maart", 3), ("mei", 5), ("okt", 10), ("juni", 6), ("jul", 7)]
)
def test_date_field_knows_dutch_months(month, number):
    assert DateField().clean(["1", month, "2026"]) == date(2026, number, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["", "", ""], "required"),
        (["7", "", "2026"], "month"),
        (["", "9", "2026"], "day"),
        (["7", "9", ""], "year"),
        (["x", "9", "2026"], "number"),
        (["7", "herfst", "2026"], "name"),
        (["7", "m", "2026"], "name"),
        (["7", "septembre", "2026"], "name"),
        (["7", "13", "2026"], "name"),
        (["7", "9", "26"], "four"),
        (["31", "2", "2026"], "exists"),
        (["29", "2", "2026"], "exists"),
        (["0", "2", "2026"], "exists"),
        (["1", "2", "0000"], "far"),
        (["1", "2", "1899"], "far"),
        (["1", "2", "9999"], "far"),
        (["٣", "2", "2026"], "number"),
        (["7" * 500, "9", "2026"], "number"),
    ],
)
def test_date_field_says_what_is_wrong(typed, code):
    assert error_code(DateField(), typed) == code


@given(st.lists(st.text(max_size=8), min_size=3, max_size=3))
def test_date_field_answers_any_text_with_a_date_or_a_sentence(typed):
    with contextlib.suppress(forms.ValidationError):
        assert DateField(required=False).clean(typed) is None or any(typed)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_date_field_reads_back_what_its_boxes_show(day):
    assert DateField().clean(DateField().widget.decompress(day)) == day


def test_date_that_does_not_parse_stays_in_its_boxes():
    html = Meeting({"held_on_day": "31", "held_on_month": "herfst", "held_on_year": "20x6"}).as_p()
    assert all(f'value="{text}"' in html for text in ("31", "herfst", "20x6"))


def test_date_unchanged_is_not_a_change():
    assert not DateField().has_changed(TODAY, ["22", "nov", "2026"])
    assert DateField().has_changed(TODAY, ["22", "?", "2026"])
    assert DateField().has_changed(None, ["22", "11", "2026"])


def test_recent_date_offers_days_by_their_date_so_that_today_stays_that_day():
    html = str(Contact()["date"])
    assert 'value="2026-11-22"' in html
    assert 'value="2026-11-21"' in html
    assert Contact({"date_on": "2026-11-21"}).fields["date"].clean(["2026-11-21", ["", "", ""]]) == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("data", "day"),
    [
        ({"date_on": "2026-11-22"}, TODAY),
        ({"date_on": "2026-11-22", "date_other_day": "1"}, TODAY),
        ({"date_on": "2026-11-19"}, date(2026, 11, 19)),
        (
            {"date_on": "other", "date_other_day": "3", "date_other_month": "nov", "date_other_year": "2026"},
            date(2026, 11, 3),
        ),
        (boxes("3", "11", "2026"), date(2026, 11, 3)),
    ],
)
def test_recent_date_cleans(data, day):
    form = Contact(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["date"] == day


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, "required"),
        ({"date_on": "other"}, "required"),
        ({"date_on": "2026-11-23"}, "future"),
        ({"date_on": "x"}, "required"),
        ({"date_on": "0001-01-01"}, "required"),
        ({"date_on": "other"} | boxes("1", "1", "2027"), "future"),
    ],
)
def test_recent_date_refuses(data, code):
    assert [error.code for error in Contact(data).errors.as_data()["date"]] == [code]


def test_recent_date_sent_another_day_stands_in_the_boxes():
    html = str(Contact({"date_on": "2026-11-19"})["date"])
    assert all(f'value="{text}"' in html for text in ("19", "11", "2026"))


def test_forms_do_not_share_their_day():
    first, second = Contact(), Contact()
    second.fields["date"].today = date(2020, 1, 1)
    assert first.fields["date"].today == TODAY
    assert 'value="2026-11-22"' in str(first["date"])


# --- Amounts and numbers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("1250,5", "1250.5"),
        ("€ 1.250", "1250"),
        ("€1250,", "1250"),
        ("1 250,00 euro", "1250"),
        ("1.250.000", "1250000"),
        ("1,250.50", "1250.50"),
        ("0", "0"),
        ("12.5", "12.5"),
        ("\u00a080 eur", "80"),
    ],
)
def test_money_field_takes_what_people_write(typed, amount):
    assert MoneyField().clean(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["veel", "1.2.3", "1,2345", "1.25,5,5", "NaN", "1e9"])
def test_money_field_refuses_what_is_no_amount(typed):
    assert error_code(MoneyField(), typed) == "invalid"


@pytest.mark.parametrize(
    ("typed", "code"), [("", "required"), ("€", "required"), ("-5", "min_value"), ("999999999999", "max_digits")]
)
def test_money_field_says_what_is_wrong(typed, code):
    assert error_code(MoneyField(), typed) == code


@given(st.decimals(min_value=0, max_value=Decimal("99999999.99"), places=2))
def test_money_field_reads_back_what_it_shows(amount):
    with translation.override("nl"):
        assert MoneyField().clean(MoneyField().prepare_value(amount)) == amount


@given(st.text(max_size=30))
def test_money_field_answers_any_text_with_an_amount_or_a_sentence(text):
    with contextlib.suppress(forms.ValidationError):
        assert MoneyField().clean(text) >= 0


def test_amount_that_does_not_parse_stays_as_it_was_typed():
    assert 'value="1.2.3"' in str(Meeting({"cost": "1.2.3"})["cost"])
    assert 'value="1.250,50"' in str(Meeting(initial={"cost": Decimal("1250.5")})["cost"])


def test_amount_unchanged_is_not_a_change():
    assert not MoneyField().has_changed(Decimal("1250.50"), "1.250,5")
    assert not MoneyField().has_changed("1.250,50", "1250.5")
    assert MoneyField().has_changed(None, "0")


@pytest.mark.parametrize(("typed", "value"), [("80", 80), ("80 %", 80), (" 100%", 100), ("1", 1)])
def test_percentage_field_takes_a_whole_number(typed, value):
    assert PercentageField().clean(typed) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [("0", "min_value"), ("101", "max_value"), ("33,3", "invalid"), ("x", "invalid"), ("", "required")],
)
def test_percentage_field_refuses(typed, code):
    assert error_code(PercentageField(), typed) == code


def test_whole_number_field_has_its_unit_and_its_bounds():
    field = WholeNumberField(suffix="minuten", min_value=1, max_value=600)
    assert field.suffix == "minuten"
    assert field.clean("45") == 45
    assert error_code(field, "601") == "max_value"
    assert error_code(WholeNumberField(), "9" * 400) in {"max_value", "invalid"}


# --- Repeated rows ----------------------------------------------------------------------------------------------------


def rows(**extra):
    data = QueryDict(mutable=True)
    data.update(
        {"costs-TOTAL_FORMS": "1", "costs-INITIAL_FORMS": "0", "costs-0-what": "Drukwerk", "costs-0-per_year": "x"}
    )
    data.update(extra)
    return data


def test_another_row_is_asked_for_by_its_button():
    assert asks_for_row(rows(**{"add-costs": "1"}), "costs")
    assert not asks_for_row(rows(**{"add-talks": "1"}), "costs")


def test_another_row_keeps_what_was_typed_and_judges_nothing():
    formset = Costs(with_row(rows(), "costs"), prefix="costs")
    unjudged(formset)
    html = "".join(str(form["what"]) + str(form["per_year"]) for form in formset)
    assert len(formset.forms) == 2
    assert 'value="Drukwerk"' in html
    assert 'value="x"' in html
    assert formset.total_error_count() == 0
    assert [form.errors for form in formset] == [{}, {}]


@pytest.mark.parametrize("count", ["", "x", "-1", "99999999999", "٣"])
def test_another_row_leaves_a_forged_count_to_the_formset(count):
    data = rows(**{"costs-TOTAL_FORMS": count})
    assert with_row(data, "costs").get("costs-TOTAL_FORMS") == count
