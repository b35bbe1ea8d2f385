"""Step 6: starting point, goals with indicators, agreements, follow-up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Criterion, ResultKind, Side
from ambassadors.forms.fields import QUIET, LongTextField, OneField, PickField, TextField, TicksField
from ambassadors.forms.rows import PageRow, RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import CAPACITY_CONDITIONS, DEMAND_FACTORS, SUPPLY_FACTORS, FollowUpWith, IndicatorKind
from organisations.inputs import DateField, WholeNumberField

TARGET = _("Write the number in digits, from 0 to 9999.")
NUMBER = {"invalid": TARGET, "min_value": TARGET, "max_value": TARGET}


class GoalsForm(StepForm):
    supply_factors = TicksField(columns=SUPPLY_FACTORS)
    supply_start = LongTextField()
    demand_factors = TicksField(columns=DEMAND_FACTORS)
    demand_start = LongTextField()
    conditions = TicksField(
        columns=CAPACITY_CONDITIONS, help_text=_("Only when all five hold, the instrument gives an indication.")
    )
    yearly_started = WholeNumberField(
        required=False,
        min_value=0,
        max_value=9999,
        suffix=_("a year"),
        help_text=_("Not required. Numbers can help, and can weigh on an ambassador."),
        error_messages=NUMBER,
    )
    yearly_guided = WholeNumberField(
        required=False, min_value=0, max_value=9999, suffix=_("a year"), error_messages=NUMBER
    )
    registration = LongTextField(help_text=_("Contacts, trajectories, activities: what, and why that."))
    tool = TextField(max_length=120, help_text=_("For example this system."))
    reporting = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    gdpr = LongTextField(help_text=_("Lawful basis, what families are told, how long it is kept. Ask your DPO."))
    deontology = LongTextField(help_text=_("Discretion, and what one shares with whom."))
    evaluator = TextField(help_text=_("A function is enough. Not the one who follows up every day, if you can."))
    evaluator_mandate = LongTextField(
        help_text=_("May this person adjust the plans?"), widget=forms.Textarea(attrs={"rows": 2})
    )
    wider_policy = LongTextField(help_text=_("Where do the actions meet other plans of the organisation?"))


class GoalRow(PageRow):
    relation = "goals"
    layout = (
        (_("The goal"), ("goal", "side", "why")),
        (_("The indicator"), ("kind", "criterion", "result", "starting_point", "target")),
    )

    goal = LongTextField()
    side = OneField(choices=Side)
    why = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    kind = OneField(
        choices=IndicatorKind,
        help_text=_("How the work is done, what comes of it, or a number. Not only numbers."),
    )
    criterion = PickField(choices=Criterion)
    result = PickField(choices=ResultKind)
    starting_point = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    target = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        """A criterion belongs to a process, a kind of result to a result."""
        super().clean()
        self.expect_other(
            "kind", IndicatorKind.PROCESS, _("This belongs to “Process”. Choose that, or nothing here."), "criterion"
        )
        self.expect_other(
            "kind", IndicatorKind.RESULT, _("This belongs to “Result”. Choose that, or nothing here."), "result"
        )


class FollowUpRow(RowForm):
    relation = "follow_ups"

    with_whom = PickField(choices=FollowUpWith)
    date = DateField(required=False)
    subject = TextField()


class AdjustmentRow(RowForm):
    relation = "adjustments"

    date = DateField(required=False)
    what = LongTextField(widget=forms.Textarea(QUIET | {"rows": 2}))
    reason = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        super().clean()
        day = self.cleaned_data.get("date")
        if day and day > self.today:
            self.add_error("date", _("The date cannot lie in the future."))
