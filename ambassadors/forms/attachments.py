"""A file for the dossier: what it is, and what to call it."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors import uploads
from ambassadors.actions.attachments import AttachmentContent
from ambassadors.instrument import AttachmentKind
from ambassadors.models import HiringFile
from ambassadors.uploads import SUFFIXES, RefusedUploadError
from organisations.entries import EntryForm
from organisations.inputs import TextField

ACCEPTED = ",".join([*SUFFIXES.values(), ".jpeg"])


class AttachmentForm(EntryForm):
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput({"accept": ACCEPTED}),
        allow_empty_file=True,  # judged below, with the others
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "invalid": gettext_lazy("Choose a file."),
            "missing": gettext_lazy("Choose a file."),
        },
    )
    kind = forms.TypedChoiceField(
        label=gettext_lazy("What is it?"),
        help_text=gettext_lazy("Ambassadors read the environment analyses. The other files are for coordinators only."),
        choices=[(kind.value, capfirst(kind.label)) for kind in AttachmentKind],
        coerce=AttachmentKind,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose what kind of file this is."),
            "invalid_choice": gettext_lazy("Choose what kind of file this is."),
        },
    )
    row = forms.ChoiceField(
        label=gettext_lazy("What does it belong to?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("This is no longer there. Choose what the file belongs to.")},
    )
    name = TextField(
        label=gettext_lazy("What do you call it?"),
        help_text=gettext_lazy("Leave it empty to keep the name that the file has."),
        max_length=uploads.LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: Any, hiring_file: HiringFile, preset: str = "", **kwargs: Any) -> None:
        """`preset`: the address of the analysis or partner for which one comes to add a file."""
        super().__init__(*args, **kwargs)
        self.content_type = ""
        groups = _rows(hiring_file)
        self.fields["file"].help_text = _(
            "A PDF, a photo (JPEG or PNG), a .docx or an .odt, of at most %(limit)d MB."
        ) % {"limit": settings.UPLOAD_LIMIT_MB}
        self.fields["row"].choices = [("", _("The dossier as a whole")), *groups.values()]  # type: ignore[attr-defined]
        if not any(rows for _label, rows in groups.values()):
            del self.fields["row"]
        self.initial.update(_preset(groups, preset))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.content_type = uploads.recognise(file, limit_mb=settings.UPLOAD_LIMIT_MB)
        except RefusedUploadError as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file

    def clean_name(self) -> str:
        return uploads.tidy(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        """A browser sends a file once: when something else is wrong, it has to be chosen again."""
        cleaned = super().clean() or {}
        if self.errors and "file" not in self.errors:
            self.add_error("file", _("Choose the file again: your browser does not keep it."))
        return cleaned

    def content(self) -> AttachmentContent:
        """Only after is_valid()."""
        chosen = self.cleaned_data
        kind = chosen["kind"]
        name = chosen["name"] or uploads.name_from(chosen["file"].name) or capfirst(kind.label)
        row = UUID(chosen["row"]) if chosen.get("row") else None
        return AttachmentContent(kind=kind, name=name, content_type=self.content_type, row=row)


Group = tuple[str, list[tuple[str, str]]]


def _rows(hiring_file: HiringFile) -> dict[AttachmentKind, Group]:
    """What a file can hang on, by the kind of file that usually does; partners that have no name say so."""
    analyses = [
        (str(row.uuid), str(capfirst(row.called or _("An analysis without a kind"))))
        for row in hiring_file.existing_analyses.all()
    ]
    partners = [(str(row.uuid), row.called) for row in hiring_file.needed_partners.all()]
    return {
        AttachmentKind.ENVIRONMENT_ANALYSIS: (_("Existing analyses"), analyses),
        AttachmentKind.ENGAGEMENT_STATEMENT: (_("Partners"), partners),
    }


def _preset(groups: dict[AttachmentKind, Group], row: str) -> dict[str, Any]:
    """The row that is asked for, and the kind that goes with it; nothing when it is not there."""
    kind = next((kind for kind, (_label, rows) in groups.items() if row in dict(rows)), None)
    return {"row": row, "kind": kind} if kind else {}
