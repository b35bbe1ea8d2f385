"""Asking for a report."""

import datetime
from typing import Any
from uuid import UUID

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import DossierDecision, NeededPartner, Project
from organisations.entries import EntryForm
from organisations.inputs import DateField
from organisations.models import Membership
from organisations.rulings import rulings
from reporting.access import kinds_for, may_send_out, projects_for
from reporting.enums import OF_A_DOSSIER, OF_A_PROJECT, ReportKind
from trajectories.calendar import working_year, working_year_end, working_year_label, working_year_start

OTHER_PERIOD = "other"
DECIDED_ELSEWHERE = gettext_lazy("This decision is not about this dossier. Open the decision, and make the PDF there.")
OURSELVES, SUPPORT_GROUP = "ourselves", "support_group"
YEARS = 4
Period = tuple[datetime.date, datetime.date]


class RequestForm(EntryForm):
    """One form for each kind of report: `kind` decides which questions are asked."""

    kind = forms.CharField(widget=forms.HiddenInput)
    project = forms.ModelChoiceField(
        Project.objects.none(),
        to_field_name="uuid",
        label=gettext_lazy("Project"),
        empty_label=None,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Choose the project that the report is about.")
        ),
    )
    partner = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), gettext_lazy("Choose the partner who is to sign.")),
    )
    decision = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages={"invalid": DECIDED_ELSEWHERE})
    for_whom = forms.ChoiceField(
        label=gettext_lazy("For whom?"),
        choices=(
            (OURSELVES, gettext_lazy("For ourselves")),
            (SUPPORT_GROUP, gettext_lazy("For the support group: small numbers stay out of it")),
        ),
        initial=OURSELVES,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Choose for whom the report is.")},
    )
    period = forms.ChoiceField(
        label=gettext_lazy("Period"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a period.")),
    )
    period_from = DateField(label=gettext_lazy("First day of another period"), required=False)
    period_until = DateField(label=gettext_lazy("Last day of another period"), required=False)
    field_order = ("project", "period", "period_from", "period_until", "for_whom")

    def __init__(self, *args: Any, membership: Membership, kind: str, today: datetime.date, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{kind}_%s")
        super().__init__(*args, **kwargs)
        self.membership, self.today = membership, today
        self.chosen_decision: DossierDecision | None = None  # None is the living dossier
        self.initial["kind"] = kind
        self._ask_for(ReportKind(kind))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def kind_label(self) -> str:
        return str(ReportKind(self.initial["kind"]).label)

    def _ask_for(self, kind: ReportKind) -> None:
        if kind in OF_A_PROJECT:
            self.fields["project"].queryset = projects_for(self.membership, kind, today=self.today)  # type: ignore[attr-defined]
        else:
            del self.fields["project"]
        if kind != ReportKind.ENGAGEMENT_STATEMENT:
            del self.fields["partner"]
        if kind != ReportKind.HIRING_FILE:
            del self.fields["decision"]
        if may_send_out(self.membership, kind):
            self.fields["for_whom"].mark_optional = False  # type: ignore[attr-defined]  # it has an answer
        else:
            del self.fields["for_whom"]
        if kind != ReportKind.PROGRESS_REPORT:
            del self.fields["period_from"], self.fields["period_until"]
        if kind in OF_A_DOSSIER:
            del self.fields["period"]
        else:
            self._offer_periods(with_other=kind == ReportKind.PROGRESS_REPORT)

    def _offer_periods(self, *, with_other: bool) -> None:
        newest = working_year(self.today, rulings())
        choices = [(str(year), _year_label(year, newest)) for year in range(newest, newest - YEARS, -1)]
        other = [(OTHER_PERIOD, _("Another period"))] if with_other else []
        self.fields["period"].choices = [*choices, *other]  # type: ignore[attr-defined]
        self.fields["period"].initial = str(newest - 1)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("period") == OTHER_PERIOD:
            self._check_other_period()
        if self.chosen_partner:
            self._check_partner(self.chosen_partner)
        if decision := self.cleaned_data.get("decision"):
            self._find_decision(decision)
        return self.cleaned_data

    def _check_other_period(self) -> None:
        first, last = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_until")
        if not first and "period_from" not in self.errors:
            self.add_error("period_from", _("Fill in the first day."))
        if not last and "period_until" not in self.errors:
            self.add_error("period_until", _("Fill in the last day."))
        if first and last and last < first:
            self.add_error("period_until", _("The last day cannot lie before the first day."))

    def _check_partner(self, partner: UUID) -> None:
        """A hidden answer: what is wrong with it stands above the form."""
        rows = NeededPartner.objects.filter(uuid=partner, hiring_file__project=self.cleaned_data.get("project"))
        if not rows.exists():
            self.add_error(None, _("This partner no longer stands in step 3. Choose another one."))

    def _find_decision(self, decision: UUID) -> None:
        """Hidden too. It is on the dossier that was chosen, which is one that this person reads."""
        rows = DossierDecision.objects.filter(uuid=decision, hiring_file__project=self.cleaned_data.get("project"))
        self.chosen_decision = rows.select_related("hiring_file__project").defer("document").first()
        if self.chosen_decision is None:
            self.add_error(None, DECIDED_ELSEWHERE)

    @property
    def chosen_partner(self) -> UUID | None:
        """The address of a row of step 3."""
        return self.cleaned_data.get("partner")

    @property
    def is_for_support_group(self) -> bool:
        return self.cleaned_data.get("for_whom") == SUPPORT_GROUP

    @property
    def chosen_period(self) -> Period | None:
        """Both ends in; None where a report has no period."""
        chosen = self.cleaned_data.get("period")
        if chosen is None:
            return None
        if chosen == OTHER_PERIOD:
            return self.cleaned_data["period_from"], self.cleaned_data["period_until"]
        return working_year_start(int(chosen), rulings()), working_year_end(int(chosen), rulings())


def _year_label(year: int, newest: int) -> str:
    label = _("Working year %(year)s") % {"year": working_year_label(year)}
    return _("%(label)s (still running)") % {"label": label} if year == newest else label


def forms_for(membership: Membership, *, today: datetime.date) -> list[RequestForm]:
    """The forms on the list of reports: what comes out of a dossier is asked for on the dossier's own pages."""
    return [
        RequestForm(membership=membership, kind=kind, today=today)
        for kind in kinds_for(membership)
        if kind not in OF_A_DOSSIER
    ]
