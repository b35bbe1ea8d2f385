"""Importing a table: every row goes through the same form and the same action as one that is typed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.resources import ModelResource
from tablib import Dataset

from organisations import kbo
from organisations.actions import organisations as actions
from organisations.enums import OrganisationKind
from organisations.forms.organisations import OrganisationFields
from organisations.inputs.named import fold
from organisations.models import Membership, Municipality, Organisation
from organisations.tables import Table, UnreadableTableError

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
YES = ("ja", "yes", "x", "1", "waar", "true")


@dataclass(frozen=True)
class RowOutcome:
    """What a row does, or would do. `details`: names of what changes, or the sentences that say what is wrong."""

    line: int
    label: str
    outcome: str
    details: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    rows: list[RowOutcome]

    def _count(self, outcome: str) -> int:
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def new(self) -> int:
        return self._count(NEW)

    @property
    def changed(self) -> int:
        return self._count(CHANGED)

    @property
    def wrong(self) -> int:
        return self._count(WRONG)

    @property
    def is_sound(self) -> bool:
        """Whether it may be carried out: something to do, and nothing wrong."""
        return self.wrong == 0 and self.new + self.changed > 0


class TableResource(ModelResource):
    """The bridge between django-import-export and our forms. A subclass says which form, which row, which action."""

    # name of a field: what its column is called on screen; the first of them names a row.
    columns: Mapping[str, Any] = {}
    # name of a field: the words that its cells may hold.
    words: Mapping[str, Any] = {}
    required_columns: tuple[str, ...] = ()

    def __init__(self, by: Membership) -> None:
        super().__init__()
        self.by = by
        self.form: Any = None
        self.changed: list[str] = []

    def find(self, row: dict[str, str]) -> Model | None:
        """The instance that a row is about, if it is there already."""
        raise NotImplementedError

    def form_for(self, row: dict[str, str], instance: Any) -> Any:
        """The bound form of a row."""
        raise NotImplementedError

    def changes(self, form: Any, instance: Any) -> list[str]:
        """Names of the fields in which a valid form differs from the instance."""
        raise NotImplementedError

    def store(self, form: Any, instance: Any, *, is_new: bool) -> None:
        """Call the action."""
        raise NotImplementedError

    def run(self, table: Table, *, dry: bool) -> Outcome:
        """Carry the table out, or only see what it would do. All of it or nothing.

        Raises UnreadableTableError when columns are missing or unknown.
        """
        names = self._names(table.headers)
        dataset = Dataset(*[cells for _line, cells in table.rows], headers=names)
        result = self.import_data(dataset, dry_run=dry, use_transactions=True, rollback_on_validation_errors=True)
        rows = zip(table.rows, result.rows, strict=True)
        return Outcome([self._outcome(line, cells, names, row) for (line, cells), row in rows])

    def explained(self) -> list[dict[str, Any]]:
        """The columns, for the page that asks for a table."""
        return [
            {"label": label, "words": self.words.get(name, ()), "is_required": name in self.required_columns}
            for name, label in self.columns.items()
        ]

    def _names(self, headers: list[str]) -> list[str]:
        known = {fold(str(label)): name for name, label in self.columns.items()} | {fold(n): n for n in self.columns}
        names = [known.get(fold(header)) for header in headers]
        if unknown := [header for header, name in zip(headers, names, strict=True) if name is None]:
            raise UnreadableTableError(_("We do not know this column: %s. Check the first row.") % ", ".join(unknown))
        if missing := [str(self.columns[name]) for name in self.required_columns if name not in names]:
            raise UnreadableTableError(_("This column is missing: %s. Check the first row.") % ", ".join(missing))
        if len(set(names)) < len(names):
            raise UnreadableTableError(_("A column stands there twice. Check the first row."))
        return [name for name in names if name]

    def _outcome(self, line: int, cells: list[str], names: list[str], row: Any) -> RowOutcome:
        label = cells[names.index(next(iter(self.columns)))] if next(iter(self.columns)) in names else ""
        if row.validation_error:
            return RowOutcome(line, label, WRONG, self._sentences(row.validation_error))
        if row.errors:
            raise row.errors[0].error
        if row.is_skip():
            return RowOutcome(line, label, SAME)
        return RowOutcome(line, label, NEW if row.is_new() else CHANGED, row.changes)

    def _sentences(self, error: ValidationError) -> list[str]:
        found = []
        for name, messages in error.message_dict.items():
            label = f"{self.columns[name]}: " if name in self.columns else ""
            found += [f"{label}{message}" for message in messages]
        return found

    # What django-import-export calls.

    def get_instance(self, instance_loader: Any, row: dict[str, str]) -> Model | None:
        return self.find(row)

    def import_instance(self, instance: Any, row: dict[str, str], **kwargs: Any) -> None:
        self.form = self.form_for(row, instance)
        if not self.form.is_valid():
            raise ValidationError(self.form.errors.as_data())
        self.changed = [str(self.columns[name]) for name in self.changes(self.form, instance)]

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        return not import_validation_errors and instance.pk is not None and not self.changed

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        self.store(self.form, instance, is_new=is_create)

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        row_result.changes = [] if row_result.is_new() else self.changed


class OrganisationResource(TableResource):
    """Organisations, found by their KBO number, else by their name."""

    columns = {
        "name": gettext_lazy("Name"),
        "kind": gettext_lazy("Kind"),
        "kbo_number": gettext_lazy("KBO number"),
        "ovo_code": gettext_lazy("OVO code"),
        "municipality": gettext_lazy("Municipality"),
        "in_brussels": gettext_lazy("Lies in Brussels"),
    }
    words = {"kind": OrganisationKind.labels, "in_brussels": (gettext_lazy("yes"), gettext_lazy("no"))}
    required_columns = ("name", "kind")

    class Meta:
        model = Organisation
        fields = ()
        import_id_fields = ()
        skip_diff = True

    def __init__(self, by: Membership) -> None:
        super().__init__(by)
        self.municipalities = list(Municipality.objects.current())

    def find(self, row: dict[str, str]) -> Organisation | None:
        if number := kbo.normalise(row.get("kbo_number", "")):
            return Organisation.objects.filter(kbo_number=number).first()
        return Organisation.objects.filter(name__iexact=row["name"]).first()

    def form_for(self, row: dict[str, str], instance: Any) -> OrganisationFields:
        typed = OrganisationFields(instance=instance).initial if instance.pk else {}
        data = {name: str(typed.get(name) or "") for name in self.columns} | filled(row)
        data["kind"] = code_of(OrganisationKind.choices, data["kind"])
        if fold(data["in_brussels"]) not in YES:
            del data["in_brussels"]
        if instance.municipality and not row.get("municipality"):
            data["municipality"] = instance.municipality.names()[0]
        form = OrganisationFields(MultiValueDict({name: [value] for name, value in data.items()}), instance=instance)
        form.fields["municipality"].known = self.municipalities  # type: ignore[attr-defined]
        return form

    def changes(self, form: Any, instance: Any) -> list[str]:
        before = Organisation.objects.filter(pk=instance.pk).first()
        return [name for name in self.columns if before and getattr(before, name) != form.cleaned_data[name]]

    def store(self, form: Any, instance: Any, *, is_new: bool) -> None:
        values = {name: form.cleaned_data[name] for name in self.columns}
        if is_new:
            actions.make_organisation(by=self.by, values=values)
        else:
            actions.change_organisation(instance, by=self.by, version=instance.version, values=values)


def filled(row: dict[str, str]) -> dict[str, str]:
    """An empty cell says nothing: what is known stays."""
    return {name: cell for name, cell in row.items() if cell}


def code_of(choices: Any, text: str) -> str:
    """The code that a word stands for; the text itself when there is none, for the form to refuse."""
    words = {fold(str(label)): code for code, label in choices}
    return str(words.get(fold(text), text))
