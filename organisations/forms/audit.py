"""The filter of the audit trail."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations import audit
from organisations.models import Membership

DATE = {"placeholder": "", "data-width": "10", "inputmode": "numeric", "autocomplete": "off"}
WRITE_THE_DATE = _("Write the date as 01/09/2026.")


class AuditFilter(forms.Form):
    """What the trail shows; every answer may be left out."""

    mark_optional = False
    verb = forms.ChoiceField(label=_("What"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    person = forms.ChoiceField(label=_("Who"), required=False)
    first = forms.DateField(
        label=_("From (dd/mm/yyyy)"),
        required=False,
        widget=forms.DateInput(DATE),
        error_messages={"invalid": WRITE_THE_DATE},
    )
    last = forms.DateField(
        label=_("To (dd/mm/yyyy)"),
        required=False,
        widget=forms.DateInput(DATE),
        error_messages={"invalid": WRITE_THE_DATE},
    )

    def __init__(self, *args: Any, people: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verbs = sorted(((verb, str(capfirst(label))) for verb, label in audit.VERBS.items()), key=lambda c: c[1])
        who = [(str(m.uuid), f"{m.user.display_name} ({m.get_role_display()})") for m in people]
        for name, choices in (("verb", verbs), ("kind", audit.kind_choices()), ("person", who)):
            self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]
