"""Repeated rows: how one is read, and how those of one relation stand together on a page.

A row has an address (`uuid`), made when it is shown for the first time: sending a form twice never makes two of it.
"""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.merging import Row
from ambassadors.repeated import ROWS
from organisations.editing import VersionForm, shown

MOST = 30


class RowAddress(forms.HiddenInput):
    """The address of a row; one that has none yet gets it here, so that it stays the same while one types."""

    def format_value(self, value: Any) -> str:
        return str(value or uuid4())


class RowForm(forms.Form):
    """One row; its fields are the columns. A row in which nothing was filled in is no row."""

    mark_optional = False
    relation: ClassVar[str]
    preset: ClassVar[tuple[str, ...]] = ()  # what the page fills in by itself says nothing

    uuid = forms.UUIDField(
        required=False,
        widget=RowAddress,
        error_messages={"invalid": _("This form is incomplete. Reload the page and try again.")},
    )

    def __init__(self, *args: Any, today: date, sources: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.sources = today, sources
        self.empty_permitted = False  # a row that says what was saved is read too
        for name, label in ROWS[self.relation].columns.items():
            self.fields[name].label = label

    @property
    def columns(self) -> list[str]:
        return [name for name in ROWS[self.relation].columns if name in self.fields]

    @property
    def is_blank(self) -> bool:
        """True while the row says no more than a new one, whether as typed or as saved."""
        return all(
            self.value_of(name) in (None, "")
            or not self.fields[name].has_changed(self.fields[name].initial, self.value_of(name))
            for name in self.columns
            if name not in self.preset
        )

    def value_of(self, name: str) -> Any:
        return self[name].data if self.is_bound else self[name].value()

    @property
    def is_removed(self) -> bool:
        return bool(self.is_bound and "DELETE" in self.fields and self["DELETE"].data)

    @property
    def row(self) -> Row:
        """What was typed, as a row. Only of a form that is valid."""
        address = self.cleaned_data.get("uuid")
        return ({"uuid": address} if address else {}) | {name: self.cleaned_data[name] for name in self.columns}

    def words(self, column: str, value: Any) -> str:
        """The value of a column as one reads it."""
        return shown(self[column], self.fields[column].prepare_value(value))

    @property
    def row_name(self) -> str:
        """What the row is called in “Remove …”: its first column, if that says something."""
        first = self.columns[0]
        return shown(self[first], self.value_of(first)).strip()[:60]

    def expect_other(self, choice: str, wanted: str, sentence: Any, detail: str = "other") -> None:
        """A detail that belongs to one choice is read as that choice, and refused beside another."""
        if not self.cleaned_data.get(detail):
            return
        if not self.cleaned_data.get(choice):
            self.cleaned_data[choice] = wanted
        elif self.cleaned_data[choice] != wanted:
            self.add_error(detail, sentence)


class PageRow(VersionForm, RowForm):
    """A row with a page of its own. `layout`: headings, each with its questions."""

    layout: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]]

    def clean(self) -> None:
        super().clean()
        if self.is_blank:
            self.add_error(None, _("Nothing is filled in yet. Answer one of the questions, then save."))


class RowFormSet(forms.BaseFormSet):
    """The rows of one relation; the prefix is its name."""

    @property
    def heading(self) -> str:
        """What the rows are called where an error has to say in which of them it stands."""
        return str(ROWS[str(self.prefix)].heading)

    def filled(self) -> list[Any]:
        return [form for form in self.forms if not form.is_blank and not form.is_removed]

    def values(self) -> list[Row]:
        """The rows to keep, in order. Only after is_valid()."""
        return [form.row for form in self.filled()]

    def understood(self, before: list[Row]) -> list[Row]:
        """The rows of a form that is still being typed: one that does not parse yet stays as it was `before`."""
        saved = {str(row["uuid"]): row for row in before}
        rows = (form.row if form.is_valid() else saved.get(str(form["uuid"].data)) for form in self.filled())
        return [row for row in rows if row is not None]


def rows(row_form: type[RowForm], data: Any, initial: list[Row], *, today: date, sources: Any = ()) -> RowFormSet:
    """The rows of a relation: what was sent, or what is saved with one blank row if there is nothing yet."""
    factory: Any = forms.formset_factory(
        row_form,
        formset=RowFormSet,
        extra=0 if initial else 1,
        can_delete=True,
        can_delete_extra=False,
        max_num=MOST,
        absolute_max=2 * MOST,
        validate_max=True,
    )
    return factory(
        data,
        prefix=row_form.relation,
        initial=initial,
        form_kwargs={"today": today, "sources": sources},
        error_messages={
            "missing_management_form": _("This form is incomplete. Reload the page and try again."),
            "too_many_forms": _("Keep at most %(most)s rows.") % {"most": MOST},
        },
    )
