"""Step 2: the environment analysis; talks and lifeworld contacts, which one also writes down on the road."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Threshold
from ambassadors.forms.fields import QUIET, LongTextField, OneField, PickField, TextField
from ambassadors.forms.rows import PageRow, RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import (
    KIND_SIDE,
    AnalysisKind,
    AnalysisState,
    Commitment,
    MadeBy,
    PartnerKind,
    TalkSide,
    Tie,
)
from organisations.inputs import RecentDateField, WholeNumberField

PLACES = _("Write the number of places in digits, from 0 to 9999.")
MADE_BY_CLASH = _("You chose another answer above. Empty this box, or choose a partner.")
THRESHOLDS = tuple(f"threshold_{threshold.value}" for threshold in Threshold)


class EnvironmentForm(StepForm):
    made_by = OneField(choices=MadeBy)
    made_by_whom = TextField(max_length=120, widget=forms.TextInput(QUIET))
    needs = LongTextField()
    offer = LongTextField(help_text=_("Clubs, playgrounds, drop-ins, parks: organised or not, for one group or all."))
    threshold_known = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_reachable = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_available = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_usable = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_affordable = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_understandable = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_trustworthy = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_understanding = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    threshold_enterable = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        super().clean()
        self.expect_choice("made_by", (MadeBy.PARTNER, MadeBy.OTHER), "made_by_whom", MADE_BY_CLASH)


class AnalysisRow(RowForm):
    relation = "existing_analyses"

    kind = PickField(choices=AnalysisKind)
    other = TextField(max_length=120, widget=forms.TextInput(QUIET))
    state = PickField(choices=AnalysisState)
    is_reused = forms.BooleanField(required=False)
    missing = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        """An analysis in one's own words is another analysis."""
        super().clean()
        self.expect_other("kind", AnalysisKind.OTHER, _("Choose “Another analysis”, or empty this box."))


class OnTheRoadRow(PageRow):
    """Written down on the way back: the day is mostly today."""

    preset = ("date", "side")

    date = RecentDateField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["date"].today = self.today  # type: ignore[attr-defined]


class TalkRow(OnTheRoadRow):
    relation = "talks"
    layout = (
        (_("With whom?"), ("partner", "kind", "side", "date", "holidays_only")),
        (_("What did they say?"), ("needs", "worries", "diary", "places")),
        (_("And now?"), ("tie", "strengthen", "commitment")),
    )

    partner = TextField(max_length=120, help_text=_("The name of the organisation, not of a person."))
    kind = PickField(choices=PartnerKind)
    side = OneField(choices=TalkSide, help_text=_("So that you see whether you spoke with both sides."))
    holidays_only = forms.BooleanField(required=False)
    needs = LongTextField()
    worries = LongTextField(help_text=_("Do not stop at enthusiasm: ask what keeps them busy."))
    diary = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    places = WholeNumberField(
        required=False,
        min_value=0,
        max_value=9999,
        suffix=_("places"),
        error_messages={"invalid": PLACES, "min_value": PLACES, "max_value": PLACES},
    )
    tie = OneField(choices=Tie)
    strengthen = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    commitment = forms.ChoiceField(
        choices=Commitment,
        initial=Commitment.NOT_ASKED,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("They need not say yes. But a yes is one that you count on."),
        error_messages={"invalid_choice": _("Choose one of the answers in the list.")},
    )

    def clean(self) -> None:
        """A side that nobody chose follows from the kind of partner."""
        super().clean()
        kind = self.cleaned_data.get("kind")
        if kind in KIND_SIDE and not self.cleaned_data.get("side"):
            self.cleaned_data["side"] = KIND_SIDE[PartnerKind(kind)].value

    def clean_commitment(self) -> Any:
        return self.cleaned_data["commitment"] or Commitment.NOT_ASKED.value


class LifeworldRow(OnTheRoadRow):
    relation = "lifeworld_contacts"
    layout = ((_("A meeting"), ("date", "place", "with_whom", "learnt")),)

    place = TextField(max_length=120)
    with_whom = TextField(help_text=_("For example a group of teenagers, three mothers. No names."))
    learnt = LongTextField()
