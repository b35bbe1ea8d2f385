"""A text column that the database only ever sees encrypted."""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from organisations import crypto


class EncryptedTextField(models.TextField):
    """Text, encrypted at rest. It cannot be searched or sorted by the database: that is the point."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return None if value is None else crypto.decrypt(value)

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return None if value is None else crypto.encrypt(str(value))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.name} is encrypted: fetch the visible rows and compare in memory.")


class EncryptedJSONField(EncryptedTextField):
    """A value that fits in JSON, encrypted at rest. Dates come back as text: who reads them knows which they are."""

    # For type checkers: any value that fits in JSON, in and out.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        text = super().from_db_value(value, expression, connection)
        return json.loads(text) if text else None

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(json.dumps(value, cls=DjangoJSONEncoder))
