"""Step 4: posts, costs and funding, term and route."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.forms.fields import QUIET, LongTextField, OneField, PickField, TextField, TicksField
from ambassadors.forms.rows import RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import ROUTE_ARGUMENTS, Initiator, OperatingCategory, Route, TermKind
from organisations.inputs import MoneyField, PercentageField, WholeNumberField

TERM_CLASH = _("You chose an open-ended term. Empty this box, or choose a number of months.")
WHOLE_MONTHS = _("Write the number of months in digits, from 1 to 600, such as 36.")
INITIATOR_CLASH = _("You chose another answer above. Empty this box, or choose “Another organisation”.")


class BudgetForm(StepForm):
    term = OneField(
        choices=TermKind,
        help_text=_("Building a network and trust takes time."),
    )
    months = WholeNumberField(
        help_text=_("Only when the end is fixed."),
        required=False,
        min_value=1,
        max_value=600,
        suffix=_("months"),
        widget=forms.TextInput(QUIET | {"inputmode": "numeric", "data-width": "3", "autocomplete": "off"}),
        error_messages={"invalid": WHOLE_MONTHS, "min_value": WHOLE_MONTHS, "max_value": WHOLE_MONTHS},
    )
    initiator = OneField(
        choices=Initiator,
        help_text=_("Look at your environment analysis: who is best placed here?"),
    )
    initiator_other = TextField(max_length=120, widget=forms.TextInput(QUIET))
    route = OneField(choices=Route)
    arguments_hire = TicksField(columns=ROUTE_ARGUMENTS[Route.HIRE])
    arguments_tender = TicksField(columns=ROUTE_ARGUMENTS[Route.TENDER])
    argument_other = LongTextField()
    service = TextField(max_length=120)
    mandate = LongTextField(help_text=_("What may the ambassador decide, promise and adjust?"))
    post_profile = LongTextField(help_text=_("Experience, knowledge, languages, character."))

    def clean(self) -> None:
        super().clean()
        self.expect_choice("term", (TermKind.MONTHS,), "months", TERM_CLASH)
        self.expect_choice("initiator", (Initiator.OTHER,), "initiator_other", INITIATOR_CLASH)


class StaffingRow(RowForm):
    relation = "staffing"

    label = TextField(max_length=120)
    percentage = PercentageField(required=False)
    cost = MoneyField(required=False)


class OperatingCostRow(RowForm):
    relation = "operating_costs"

    category = PickField(choices=OperatingCategory)
    description = TextField()
    amount = MoneyField(required=False)


class FundingRow(RowForm):
    relation = "funding"

    source = TextField(max_length=120)
    amount = MoneyField(required=False)
