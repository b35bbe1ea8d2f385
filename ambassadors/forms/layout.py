"""What stands on the page of each step, in order."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from ambassadors.forms.steps.environment import THRESHOLDS
from ambassadors.instrument import StepNumber


class Part(NamedTuple):
    """A heading with its questions; without questions, `name` is the relation whose rows stand here."""

    name: str
    heading: Any = ""
    fields: tuple[str, ...] = ()
    hint: Any = ""


def questions(heading: Any, *fields: str, hint: Any = "") -> Part:
    return Part(fields[0], heading, fields, hint)


SUCCESS = Part("success")

LAYOUT: dict[int, tuple[Part, ...]] = {
    StepNumber.BELIEFS: (
        questions(_("What we believe"), "worth"),
        questions(
            _("Three expectations"),
            *("room_shared", "room_why", "reach_shared", "reach_why", "link_shared", "link_why"),
            hint=_("They live in many places. Say how far yours shares them, and why."),
        ),
        Part("own_expectations"),
        Part("consulted_sources"),
    ),
    StepNumber.ENVIRONMENT: (
        Part("existing_analyses"),
        questions(_("Your own analysis"), "made_by", "made_by_whom", "needs", "offer"),
        questions(
            _("What holds them back: the nine B's"),
            *THRESHOLDS,
            hint=_("Write only where you know something. What is empty can still be asked."),
        ),
        Part("talks"),
        Part("lifeworld_contacts"),
    ),
    StepNumber.STRATEGY: (
        questions(
            _("Focus"),
            *("focus_target_group", "focus_neighbourhood", "focus_youth_work"),
            *("organised", "orientation", "reasons", "why"),
        ),
        questions(_("Strategies"), "strategies"),
        Part("wanted_profiles"),
        Part("needed_partners"),
    ),
    StepNumber.BUDGET: (
        Part("staffing"),
        Part("operating_costs"),
        Part("funding"),
        questions(_("Term"), "term", "months"),
        questions(
            _("Hire or tender"),
            *("initiator", "initiator_other", "route", "arguments_hire", "arguments_tender", "argument_other"),
        ),
        questions(_("The post"), "service", "mandate", "post_profile"),
    ),
    StepNumber.SUPPORT_GROUP: (
        questions(_("The group"), "group_form", "form_name", "breadth", "functions", "function_other"),
        Part("support_members"),
        questions(_("Its rhythm"), "rhythm", "decides"),
        Part("support_meetings"),
        questions(_("What the ambassador gets to grow"), "training", "supervision", "coaching"),
    ),
    StepNumber.GOALS: (
        questions(
            _("Where you start from"),
            *("supply_factors", "supply_start", "demand_factors", "demand_start"),
            hint=_("Tick what you looked at. It keeps goals realistic."),
        ),
        Part("goals"),
        questions(_("Numbers, if you want any"), "conditions", "yearly_started", "yearly_guided"),
        SUCCESS,
        questions(
            _("Agreements on registration and reporting"),
            *("registration", "tool", "reporting", "gdpr", "deontology"),
        ),
        Part("follow_ups"),
        questions(_("Evaluation and adjustment"), "evaluator", "evaluator_mandate", "wider_policy"),
        Part("adjustments"),
    ),
}
