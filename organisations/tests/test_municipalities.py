"""The municipalities of 2025, and those that went into them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from organisations.enums import Province
from organisations.models import Municipality

pytestmark = pytest.mark.django_db
MERGER = date(2025, 1, 1)


def test_reference_data_is_complete():
    assert Municipality.objects.current().count() == 285
    merged = Municipality.objects.exclude(merged_into=None)
    assert merged.count() == 28
    assert len({m.merged_into_id for m in merged}) == 13


def test_before_the_mergers_there_were_three_hundred():
    assert Municipality.objects.current(on=date(2024, 12, 31)).count() == 300
    assert Municipality.objects.current(on=MERGER).count() == 285


def test_antwerpen_kept_its_code_through_its_merger():
    before, now = Municipality.objects.filter(nis_code="11002").order_by("valid_until")
    if before.valid_until is None:  # the engines disagree where nothing sorts
        before, now = now, before
    assert (before.merged_into, now.valid_until) == (now, None)


def test_zwijndrecht_changed_province():
    old = Municipality.objects.get(name="Zwijndrecht")
    assert (old.province, old.merged_into.name) == (Province.ANTWERPEN, "Beveren-Kruibeke-Zwijndrecht")
    assert old.merged_into.province == Province.OOST_VLAANDEREN


def test_merged_municipality_is_named_with_its_last_day():
    assert Municipality.objects.get(name="Galmaarden").names() == ("Galmaarden (tot 31/12/2024)",)
    assert Municipality.objects.get(name="Genk").names() == ("Genk", "71016")


@pytest.mark.parametrize(
    "values",
    [
        {"nis_code": "71016"},
        {"nis_code": "99999", "valid_until": MERGER},
        {"nis_code": "99999", "size_class": "klein"},
    ],
)
def test_impossible_municipality_is_refused_by_the_database(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(name="X", province=Province.LIMBURG, **values)
