"""Write everything that is encrypted anew, under the first of FIELD_ENCRYPTION_KEYS.

To replace a key: put the new one in front, restart, run this command, take the old one away, restart.
"""

from collections.abc import Callable, Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, models, transaction

from organisations import crypto
from organisations.fields import EncryptedTextField

BATCH = 500
# What allauth keeps through our MFA adapter: the seed of an app with codes, and that of the recovery codes.
SEEDS = {
    Authenticator.Type.TOTP: ("secret",),
    Authenticator.Type.RECOVERY_CODES: ("seed",),
}


class Command(BaseCommand):
    help = "Encrypt every encrypted value anew, under the first key. May be run again, also while people work."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, names in encrypted_columns():
            count = rotate_table(model, names)
            self.stdout.write(f"{model._meta.label}: {count}")
        self.stdout.write(f"{Authenticator._meta.label}: {rotate_seeds()}")


def encrypted_columns() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Every model of ours that holds an encrypted field, with the columns."""
    for model in apps.get_models():
        fields = [field for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]
        if fields:
            yield model, [str(field.column) for field in fields]


def rotate_table(model: type[models.Model], columns: list[str]) -> int:
    """Rewrite the columns as they lie in the database, past the model, which only knows them readable."""
    quoted = [connection.ops.quote_name(name) for name in (str(model._meta.pk.column), *columns)]
    table, key = connection.ops.quote_name(model._meta.db_table), quoted[0]
    read = f"SELECT {', '.join(quoted)} FROM {table} WHERE {key} > %s ORDER BY {key} LIMIT {BATCH}"  # noqa: S608
    # The old value stands in the condition: what someone saves meanwhile is newer, and stays.
    write = [f"UPDATE {table} SET {name} = %s WHERE {key} = %s AND {name} = %s" for name in quoted[1:]]  # noqa: S608
    return in_batches(lambda last: _rotate_rows(read, write, last))


def rotate_seeds() -> int:
    return in_batches(_rotate_authenticators)


def in_batches(rotate: Callable[[int], tuple[int, int]]) -> int:
    """Call `rotate(last key)`, which answers (rows, last key), until there is nothing left; how many rows in all."""
    total, last = 0, 0
    while True:
        count, last = rotate(last)
        total += count
        if count < BATCH:
            return total


@transaction.atomic
def _rotate_rows(read: str, write: list[str], last: int) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(read, [last])
        rows = cursor.fetchall()
        for key, *values in rows:
            for statement, value in zip(write, values, strict=True):
                if value:
                    cursor.execute(statement, [crypto.rotate(value), key, value])
    return len(rows), rows[-1][0] if rows else last


@transaction.atomic
def _rotate_authenticators(last: int) -> tuple[int, int]:
    rows = list(Authenticator.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:BATCH])
    for row in rows:
        for name in SEEDS.get(Authenticator.Type(row.type), ()):
            row.data[name] = crypto.rotate(row.data[name])
        row.save(update_fields=["data"])
    return len(rows), rows[-1].pk if rows else last
