"""What the dossier asks, in the words of the page, the check of the answers and the document alike."""

from typing import Any

from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Any] = {
    "note": _("Note"),
    # step 1
    "worth": _("What is leisure worth to children and young people?"),
    "room_shared": _("An extra colleague makes room to do this thoroughly. How far is that shared?"),
    "room_why": _("Why?"),
    "reach_shared": _("An ambassador reaches groups that were left out so far. How far is that shared?"),
    "reach_why": _("Why?"),
    "link_shared": _("An ambassador is the missing link between demand and supply. How far is that shared?"),
    "link_why": _("Why?"),
    # step 2
    "made_by": _("Who makes the environment analysis?"),
    "made_by_whom": _("Which partner, or which other way?"),
    "needs": _("What do children and young people need?"),
    "offer": _("What is on offer today?"),
    "threshold_known": _("Is the offer known (bekend)?"),
    "threshold_reachable": _("Can one get there (bereikbaar)?"),
    "threshold_available": _("Is there room, at the right moment (beschikbaar)?"),
    "threshold_usable": _("Is it what they are looking for (bruikbaar)?"),
    "threshold_affordable": _("Can they pay for it (betaalbaar)?"),
    "threshold_understandable": _("Do they understand how it works (begrijpbaar)?"),
    "threshold_trustworthy": _("Do they trust it (betrouwbaar)?"),
    "threshold_understanding": _("Are they met with understanding (begripvol)?"),
    "threshold_enterable": _("Is it easy to walk in (betreedbaar)?"),
    # step 3
    "focus_target_group": _("Which children or young people?"),
    "focus_neighbourhood": _("Which neighbourhood or place?"),
    "focus_youth_work": _("Which form of youth work?"),
    "organised": _("Organised or unorganised leisure?"),
    "orientation": _("For one group or for everyone?"),
    "reasons": _("Why this focus?"),
    "why": _("Explain your choice"),
    "strategies": _("Which strategies do you choose?"),
    # step 4
    "term": _("How long does the appointment last?"),
    "months": _("How many months?"),
    "initiator": _("Who takes the initiative?"),
    "initiator_other": _("Which other organisation?"),
    "route": _("How do you find someone?"),
    "arguments_hire": _("What speaks for hiring someone yourselves?"),
    "arguments_tender": _("What speaks for a tender?"),
    "argument_other": _("Other arguments"),
    "service": _("In which service will the ambassador work?"),
    "mandate": _("What is the mandate?"),
    "post_profile": _("What profile does the post ask for?"),
    # step 5
    "group_form": _("A new group, or a fixed item on a platform that exists?"),
    "form_name": _("What is the group or platform called?"),
    "breadth": _("Broad or small?"),
    "functions": _("What does the group do?"),
    "function_other": _("What else?"),
    "rhythm": _("How often does it meet?"),
    "decides": _("What does it decide?"),
    "training": _("Which training does the ambassador get?"),
    "supervision": _("Where does the ambassador find peer supervision (intervisie)?"),
    "coaching": _("Who coaches the ambassador?"),
    # step 6
    "supply_factors": _("What did you look at on the supply side?"),
    "supply_start": _("Where do you start from with the clubs?"),
    "demand_factors": _("What did you look at on the demand side?"),
    "demand_start": _("Where do you start from with the families?"),
    "conditions": _("Which conditions hold for this ambassador?"),
    "yearly_started": _("How many trajectories do you want to start in a year?"),
    "yearly_guided": _("How many children or young people do you want to guide to leisure in a year?"),
    "registration": _("What is registered?"),
    "tool": _("With which tool?"),
    "reporting": _("Who reports what to whom, and when?"),
    "gdpr": _("What did you agree about the GDPR?"),
    "deontology": _("What did you agree about deontology?"),
    "evaluator": _("Who evaluates the ambassador?"),
    "evaluator_mandate": _("With what mandate?"),
    "wider_policy": _("What is the place of this work in the wider policy?"),
    "success": _("Which cut-off moment counts as success, with or without support?"),
}

REASONS = {
    "greatest_needs": _("The needs are greatest here"),
    "good_start": _("The ambassador has a good starting point here"),
}

# The three that the instrument meets everywhere, by how their columns begin.
EXPECTATIONS = {
    "room": _("An extra colleague makes room to do this thoroughly"),
    "reach": _("An ambassador reaches groups that were left out so far"),
    "link": _("An ambassador is the missing link between demand and supply"),
}
