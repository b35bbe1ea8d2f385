"""What a new dossier starts from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.contents import content_of
from ambassadors.example import worked_example
from ambassadors.instrument import StartedFrom, StepNumber
from ambassadors.merging import StepContent
from ambassadors.models import HiringFile
from ambassadors.starting import carried_over


class StartForm(forms.Form):
    """Nothing, the worked example, or one of `earlier`: the dossiers that this person fills in. Unsaid is nothing."""

    mark_optional = False

    start = forms.ChoiceField(
        label=_("What do you start from?"),
        choices=StartedFrom,
        initial=StartedFrom.BLANK,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers in the list.")},
    )
    earlier = forms.ChoiceField(
        label=_("Which earlier dossier?"),
        required=False,
        help_text=_("We take over what you thought and chose. Signatures, agreements and dates begin anew."),
        error_messages={"invalid_choice": _("Choose one of the dossiers in the list.")},
    )

    def __init__(self, *args: Any, earlier: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.known = {str(hiring_file.uuid): hiring_file for hiring_file in earlier}
        titles = [(address, hiring_file.project.title) for address, hiring_file in self.known.items()]
        self.fields["earlier"].choices = [("", _("Choose…")), *titles]  # type: ignore[attr-defined]
        if not self.known:
            del self.fields["earlier"]
            offered = [(value, label) for value, label in StartedFrom.choices if value != StartedFrom.EARLIER]
            self.fields["start"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> None:
        """An earlier dossier that was picked is what one starts from."""
        super().clean()
        start, picked = self.cleaned_data.get("start"), self.cleaned_data.get("earlier")
        if picked and not start:
            self.cleaned_data["start"] = StartedFrom.EARLIER.value
        elif start == StartedFrom.EARLIER and not picked and "earlier" not in self.errors:
            self.add_error("earlier", _("Choose the dossier from which you start."))

    @property
    def started_from(self) -> str:
        return self.cleaned_data.get("start") or StartedFrom.BLANK.value

    def contents(self) -> dict[StepNumber, StepContent]:
        """What stands in each step from the start."""
        if self.started_from == StartedFrom.EXAMPLE:
            return worked_example(self.today)
        if self.started_from == StartedFrom.EARLIER:
            picked = self.known[self.cleaned_data["earlier"]]
            earlier = HiringFile.objects.with_answers().get(pk=picked.pk)
            return carried_over({StepNumber(step.number): content_of(step) for step in earlier.steps.all()})
        return {}
