"""Step 1: beliefs and expectations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.forms.fields import QUIET, LongTextField, OneField, PickField, TextField
from ambassadors.forms.rows import RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import Shared
from organisations.editing import shown

OWN_SOURCE = "own"


class BeliefsForm(StepForm):
    worth = LongTextField(help_text=_("In a club and outside it: friends, language, rest, being good at something."))
    room_shared = OneField(choices=Shared)
    room_why = LongTextField()
    reach_shared = OneField(choices=Shared)
    reach_why = LongTextField()
    link_shared = OneField(choices=Shared)
    link_why = LongTextField()
    note = LongTextField(
        label=_("Your note"),
        help_text=_("Bring it together in a page or two. You can print this note on its own."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )


class ExpectationRow(RowForm):
    relation = "own_expectations"

    expectation = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    shared = PickField(choices=Shared)
    why = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))


class SourceRow(RowForm):
    """A source of the list, or one's own: then its title stands in a box of its own."""

    relation = "consulted_sources"

    source_id = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": _("Choose one of the sources in the list.")}
    )
    other = TextField(widget=forms.TextInput(QUIET))
    lesson = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        for source in self.sources:
            groups.setdefault(source.get_group_display(), []).append((source.code, source.title))
        listed = list(groups.items())
        self.fields["source_id"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose…")),
            *listed,
            (OWN_SOURCE, _("Another source")),
        ]
        if not self.is_bound and self.initial.get("other"):
            self.initial["source_id"] = OWN_SOURCE

    def clean(self) -> None:
        """A title in one's own words is another source."""
        super().clean()
        chosen, other = self.cleaned_data.get("source_id"), self.cleaned_data.get("other")
        if other and chosen not in ("", OWN_SOURCE, None):
            self.add_error("other", _("Choose “Another source” in the list, or empty this box."))
        if chosen in ("", OWN_SOURCE):
            self.cleaned_data["source_id"] = None

    def words(self, column: str, value: Any) -> str:
        return shown(self[column], value or OWN_SOURCE) if column == "source_id" else super().words(column, value)
