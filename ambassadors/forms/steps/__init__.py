"""The form of each step, and the form of each of its rows."""

from ambassadors.forms.rows import PageRow, RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.forms.steps.beliefs import BeliefsForm, ExpectationRow, SourceRow
from ambassadors.forms.steps.budget import BudgetForm, FundingRow, OperatingCostRow, StaffingRow
from ambassadors.forms.steps.environment import AnalysisRow, EnvironmentForm, LifeworldRow, TalkRow
from ambassadors.forms.steps.goals import AdjustmentRow, FollowUpRow, GoalRow, GoalsForm
from ambassadors.forms.steps.strategy import PartnerRow, ProfileRow, StrategyForm
from ambassadors.forms.steps.support import MeetingRow, MemberRow, SupportForm
from ambassadors.instrument import StepNumber

FORMS: dict[int, type[StepForm]] = {
    StepNumber.BELIEFS: BeliefsForm,
    StepNumber.ENVIRONMENT: EnvironmentForm,
    StepNumber.STRATEGY: StrategyForm,
    StepNumber.BUDGET: BudgetForm,
    StepNumber.SUPPORT_GROUP: SupportForm,
    StepNumber.GOALS: GoalsForm,
}
ROW_FORMS: dict[str, type[RowForm]] = {
    form.relation: form
    for form in (
        ExpectationRow,
        SourceRow,
        AnalysisRow,
        TalkRow,
        LifeworldRow,
        ProfileRow,
        PartnerRow,
        StaffingRow,
        OperatingCostRow,
        FundingRow,
        MemberRow,
        MeetingRow,
        GoalRow,
        FollowUpRow,
        AdjustmentRow,
    )
}
# Rows with many questions have a page each; the others stand together on the page of their step.
PAGES: dict[str, type[PageRow]] = {relation: form for relation, form in ROW_FORMS.items() if issubclass(form, PageRow)}
