"""The repeated rows of the dossier: how they are asked for and shown, on the page and on paper alike."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Rows(NamedTuple):
    """How the rows of one relation are asked for and shown. `columns`: column name and heading."""

    heading: Any
    columns: dict[str, Any]
    add_label: Any
    hint: Any = ""


ROWS = {
    "own_expectations": Rows(
        _("What else do you expect?"),
        {"expectation": _("What do you expect?"), "shared": _("How far is it shared?"), "why": _("Why?")},
        _("Add an expectation"),
    ),
    "consulted_sources": Rows(
        _("What did you read?"),
        {"source_id": _("Source"), "other": _("Which other source?"), "lesson": _("What do you take from it?")},
        _("Add a source"),
        _("One source that you talk about together is worth more than ten on a list."),
    ),
    "existing_analyses": Rows(
        _("Which analyses exist already?"),
        {
            "kind": _("Analysis"),
            "other": _("Which other analysis?"),
            "state": _("How far is it?"),
            "is_reused": _("We use it again"),
            "missing": _("What is still missing in it?"),
        },
        _("Add an analysis"),
        _("Is there a complete one? Then you need not make it again: only add what is missing."),
    ),
    "talks": Rows(
        _("Exploratory talks"),
        {
            "partner": _("With which partner?"),
            "kind": _("Kind of partner"),
            "side": _("Side"),
            "holidays_only": _("Only active in school holidays"),
            "date": _("On which day?"),
            "needs": _("Which needs do they see?"),
            "worries": _("What are their worries and priorities?"),
            "diary": _("How much room is there in their diary?"),
            "places": _("How many places do they have?"),
            "tie": _("How strong is your tie now?"),
            "strengthen": _("How can you strengthen it?"),
            "commitment": _("Would they commit?"),
        },
        _("Add a talk"),
        _("A few well-chosen partners are enough: the ambassador will talk to more of them later."),
    ),
    "lifeworld_contacts": Rows(
        _("The lifeworld of children and young people"),
        {
            "date": _("On which day?"),
            "place": _("Where was it?"),
            "with_whom": _("With whom?"),
            "learnt": _("What did you learn?"),
        },
        _("Add a contact"),
        _("Leave the office: a park, a reception centre, a community house. No names of children."),
    ),
    "support_members": Rows(
        _("Who sits in the group?"),
        {
            "name": _("Name"),
            "organisation": _("Organisation"),
            "role": _("Role in the group"),
            "email": _("E-mail address"),
        },
        _("Add a member"),
        _("The address is only used when you send them something. It never stands on paper."),
    ),
    "support_meetings": Rows(
        _("When does the group meet?"),
        {
            "date": _("On which day?"),
            "starts_at": _("At what time?"),
            "minutes": _("How long does it last?"),
            "place": _("Where?"),
            "state": _("Did it take place?"),
            "decisions": _("What was decided?"),
        },
        _("Add a meeting"),
    ),
    "goals": Rows(
        _("Goals and indicators"),
        {
            "goal": _("What do you want to reach?"),
            "side": _("Side"),
            "kind": _("What does the indicator look at?"),
            "criterion": _("Which process criterion?"),
            "result": _("Which kind of result?"),
            "starting_point": _("Where do you start from?"),
            "target": _("When is it reached?"),
            "why": _("Why this goal?"),
        },
        _("Add a goal"),
        _("A goal is a draft until the ambassador has agreed to it."),
    ),
    "follow_ups": Rows(
        _("When do you follow up?"),
        {"with_whom": _("With whom?"), "date": _("On which day?"), "subject": _("About what?")},
        _("Add a moment"),
        _("An ambassador is rarely in the office. Plan moments with the manager and with colleagues."),
    ),
    "adjustments": Rows(
        _("What did you adjust on the way?"),
        {"date": _("On which day?"), "what": _("What changes?"), "reason": _("Why?")},
        _("Add an adjustment"),
    ),
    "wanted_profiles": Rows(
        _("Which profile are you looking for?"),
        {"profile": _("Profile"), "other": _("Which other profile?"), "leaning": _("Feeling for")},
        _("Add a profile"),
        _("Several strategies often ask for several profiles."),
    ),
    "needed_partners": Rows(
        _("Which partners do you need?"),
        {
            "name": _("Name of the partner"),
            "kind": _("Kind of partner"),
            "engagement": _("Engagement statement"),
            "engagement_on": _("On which day?"),
        },
        _("Add a partner"),
        _("Ask each of them to sign an engagement statement."),
    ),
    "staffing": Rows(
        _("How many people, for what percentage?"),
        {"label": _("Post"), "percentage": _("Percentage"), "cost": _("Wage cost a year")},
        _("Add a person"),
        _("One row for each person, by the name of the post. We add up the percentages."),
    ),
    "operating_costs": Rows(
        _("Which operating costs do you foresee?"),
        {"category": _("Kind of cost"), "description": _("What for?"), "amount": _("Amount a year")},
        _("Add a cost"),
    ),
    "funding": Rows(_("Who pays for it?"), {"source": _("Source"), "amount": _("Amount a year")}, _("Add a source")),
}
