"""Step 3: focus, strategies, profiles and partners."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import STRATEGY_PROFILE, STRATEGY_SIDE, Profile, Side, Strategy
from ambassadors.forms.fields import QUIET, LongTextField, OneField, PickField, SeveralField, TextField, TicksField
from ambassadors.forms.rows import RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import Engagement, Leaning, Organised, Orientation, PartnerKind
from ambassadors.questions import REASONS
from organisations.inputs import DateBoxes, DateField


def strategy_choices() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The six, grouped by the side on which they work, each with the profile that goes with it."""
    headings = {
        Side.DEMAND: _("On the demand side"),
        Side.SUPPLY: _("On the supply side"),
        Side.BOTH: _("On both sides"),
    }
    return [
        (heading, [_with_profile(strategy) for strategy in Strategy if STRATEGY_SIDE[strategy] == side])
        for side, heading in headings.items()
    ]


def _with_profile(strategy: Strategy) -> tuple[str, Any]:
    return strategy.value, format_lazy("{} ({})", capfirst(strategy.label), STRATEGY_PROFILE[strategy].label)


class StrategyForm(StepForm):
    focus_target_group = TextField(help_text=_("For example teenagers who just arrived in Belgium."))
    focus_neighbourhood = TextField()
    focus_youth_work = TextField(
        help_text=_("For example youth movements, playground work or a youth club."),
    )
    organised = OneField(
        choices=Organised,
        help_text=_("Both have their worth. A park or a drop-in counts too."),
    )
    orientation = OneField(choices=Orientation)
    reasons = TicksField(
        columns=REASONS,
    )
    why = LongTextField()
    strategies = SeveralField(
        choices=strategy_choices,
        help_text=_("Choose one or more. Between brackets stands the profile that goes with it."),
    )

    def clean_strategies(self) -> list[str]:
        """In the order of the instrument, whatever the order in which they were ticked."""
        return [one.value for one in Strategy if one in self.cleaned_data["strategies"]]


class ProfileRow(RowForm):
    relation = "wanted_profiles"

    profile = PickField(choices=Profile)
    other = TextField(max_length=120, widget=forms.TextInput(QUIET))
    leaning = PickField(choices=Leaning)

    def clean(self) -> None:
        """A profile in one's own words is another profile."""
        super().clean()
        self.expect_other("profile", Profile.OTHER, _("Choose “Other” as the profile, or empty this box."))


class PartnerRow(RowForm):
    relation = "needed_partners"

    name = TextField(max_length=120)
    kind = PickField(choices=PartnerKind)
    engagement = forms.ChoiceField(
        choices=Engagement,
        initial=Engagement.NOT_ASKED,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers in the list.")},
    )
    engagement_on = DateField(required=False, widget=DateBoxes(QUIET))

    def clean(self) -> None:
        """An engagement has a date, or it was not asked yet."""
        super().clean()
        engagement = self.cleaned_data.get("engagement") or Engagement.NOT_ASKED.value
        self.cleaned_data["engagement"] = engagement
        if "engagement_on" in self.errors or "engagement" in self.errors:
            return
        day = self.cleaned_data.get("engagement_on")
        if sentence := self._clash(engagement, day):
            self.add_error("engagement_on", sentence)

    def _clash(self, engagement: str, day: date | None) -> Any:
        if engagement == Engagement.NOT_ASKED:
            return day and _("Say what happened on this day, or empty the date.")
        if day is None:
            return _("Fill in the day on which the partner was asked or answered.")
        return day > self.today and _("The date cannot lie in the future.")
