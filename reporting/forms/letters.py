"""A letter to the support group: to whom, what it says, and what goes along with it."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.letters import Json
from ambassadors.models import SupportMember
from organisations.entries import EntryForm
from organisations.inputs import TextField
from reporting.models import Report

WORDS = 24
NOT_ANY_MORE = gettext_lazy("One of your choices is no longer there. Check what is ticked, and send again.")


class LetterForm(EntryForm):
    members = forms.MultipleChoiceField(
        label=gettext_lazy("Who gets it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one member."),
            "invalid_choice": NOT_ANY_MORE,
            "invalid_list": NOT_ANY_MORE,
        },
    )
    title = TextField(
        label=gettext_lazy("What is it about?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Fill in what it is about.")},
    )
    message = TextField(
        label=gettext_lazy("Your message"),
        help_text=gettext_lazy("It leaves your organisation. Write no names of children or families."),
        max_length=6000,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": gettext_lazy("Write your message.")},
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What goes along from the dossier?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_ANY_MORE, "invalid_list": NOT_ANY_MORE},
    )
    report = forms.ChoiceField(
        label=gettext_lazy("Does a progress report go along?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": NOT_ANY_MORE},
    )
    field_order = ("members", "title", "message", "parts", "report")

    def __init__(
        self, *args: Any, members: list[SupportMember], parts: list[Json], reports: list[Report], **kwargs: Any
    ) -> None:
        """`members`: those with an e-mail address; `parts`, `reports`: what can go along today."""
        super().__init__(*args, **kwargs)
        self.by_address = {str(one.uuid): one for one in members}
        self.by_part = {part["part"]: part for part in parts}
        who: Any = self.fields["members"]
        who.choices, who.initial = [(key, _said(one)) for key, one in self.by_address.items()], list(self.by_address)
        what: Any = self.fields["parts"]
        what.choices = [(part["part"], _glimpse(part)) for part in parts]
        if not parts:
            del self.fields["parts"]
        self.by_report = {str(one.uuid): one for one in reports}
        which: Any = self.fields["report"]
        which.mark_optional = False  # one of them is always chosen
        which.choices = [("", _("No report")), *((key, told(one)) for key, one in self.by_report.items())]
        if not reports:
            del self.fields["report"]

    @property
    def chosen_members(self) -> list[SupportMember]:
        return [self.by_address[key] for key in dict.fromkeys(self.cleaned_data["members"])]

    @property
    def chosen_parts(self) -> list[Json]:
        """In the order in which they are offered."""
        ticked = self.cleaned_data.get("parts", ())
        return [part for key, part in self.by_part.items() if key in ticked]

    @property
    def chosen_report(self) -> Report | None:
        return self.by_report.get(self.cleaned_data.get("report", ""))


def told(report: Report) -> str:
    """Over which period, as things stood on which day."""
    over = report.working_year or f"{report.period_from:%d/%m/%Y} – {report.period_until:%d/%m/%Y}"
    return _("%(period)s, as it stood on %(day)s") % {
        "period": over,
        "day": date_format(report.reference_date, "j F Y"),
    }


def _glimpse(part: Json) -> str:
    """What goes along, so far as one line holds it."""
    return f"{part['heading']}: {Truncator(' · '.join(item['text'] for item in part['items'])).words(WORDS)}"


def _said(member: SupportMember) -> str:
    """Who it is, and of where when that says more."""
    return " · ".join(dict.fromkeys(filter(None, (member.called, member.organisation))))
