"""A row of a table of projects, as the form of a project."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.access import may_import_project
from ambassadors.actions.projects import ProjectContent
from ambassadors.enums import LifeState, RecognitionState, TargetGroup
from ambassadors.forms.projects import ProjectFields
from organisations.inputs.named import NamedRowField, fold
from organisations.models import Membership, Organisation

WRITE_THE_DATE = _("Write the date as 01/09/2026.")
UNKNOWN_STATE = _("We do not know this word. Use the words of the list of projects.")


class ImportedProject(ProjectFields):
    """Dates, states and lists stand in one cell each; recognition is the ministry's."""

    organisation = NamedRowField(
        queryset=Organisation.objects.all(),
        names=Organisation.names,
        error_messages={"required": _("Fill in which organisation makes the project.")},
    )
    starts_on = forms.DateField(  # type: ignore[assignment]
        error_messages={"required": _("Fill in the first day of the project."), "invalid": WRITE_THE_DATE}
    )
    ends_on = forms.DateField(  # type: ignore[assignment]
        required=False, error_messages={"invalid": WRITE_THE_DATE}
    )
    life = forms.ChoiceField(choices=LifeState, error_messages={"invalid_choice": UNKNOWN_STATE})
    recognition = forms.ChoiceField(
        choices=RecognitionState, required=False, error_messages={"invalid_choice": UNKNOWN_STATE}
    )
    decided_on = forms.DateField(required=False, error_messages={"invalid": WRITE_THE_DATE})

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_organisation(self) -> Organisation:
        organisation: Organisation = self.cleaned_data["organisation"]
        if not may_import_project(self.by, organisation):
            raise forms.ValidationError(_("You cannot import projects of this organisation."))
        return organisation

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("recognition") and not cleaned.get("decided_on") and "decided_on" not in self.errors:
            self.add_error("decided_on", _("Fill in the date of the decision."))
        return cleaned

    @property
    def content(self) -> ProjectContent:
        content = super().content
        content.values["life"] = self.cleaned_data["life"]
        return content


def groups_in(cell: str) -> tuple[list[str], str]:
    """`kinderen, andere: in ploegen` → codes of target groups, and the words for "other"."""
    codes, other = [], ""
    words = {fold(str(label)): code for code, label in TargetGroup.choices}
    for part in split(cell):
        name, _colon, detail = (piece.strip() for piece in part.partition(":"))
        codes.append(str(words.get(fold(name), name)))
        other = detail or other
    return codes, other


def split(cell: str) -> list[str]:
    """A list in one cell: parts between commas, semicolons or bars."""
    return [part.strip() for part in re.split(r"[,;|]", cell) if part.strip()]
