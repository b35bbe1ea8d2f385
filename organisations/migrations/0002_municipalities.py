"""The 285 municipalities of 2025, and the 28 that merged into 13 of them, as reference data."""

import csv
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def load(apps, schema_editor):
    Municipality = apps.get_model("organisations", "Municipality")
    mergers = rows("mergers.csv")
    # Born by the merger, on its date; all others existed before the data begins.
    born = {row["new_nis"]: date.fromisoformat(row["from_date"]) for row in mergers}
    Municipality.objects.bulk_create(
        Municipality(nis_code=row["nis"], name=row["name"], province=row["province"], valid_from=born.get(row["nis"]))
        for row in rows("municipalities.csv")
    )
    current = {m.nis_code: m for m in Municipality.objects.all()}
    Municipality.objects.bulk_create(
        Municipality(
            nis_code=row["old_nis"],
            name=row["old_name"],
            province=row["old_province"],
            valid_until=date.fromisoformat(row["from_date"]),
            merged_into=current[row["new_nis"]],
        )
        for row in mergers
    )


class Migration(migrations.Migration):
    dependencies = (("organisations", "0001_initial"),)
    operations = (migrations.RunPython(load, migrations.RunPython.noop, elidable=False),)
