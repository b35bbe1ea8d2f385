"""The tender brief, for who lets another organisation employ the ambassador. It names no law and no amount."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.papers.brief import area, groups, people, profiles, share, term, where_to_begin
from ambassadors.papers.facts import Facts, FollowUp
from ambassadors.papers.parts import Json, bullets, fields, heading, paper, paragraph, paragraphs, still, told
from ambassadors.papers.strategies import WORK


def tender_brief(facts: Facts) -> Json:
    return paper(
        sort=_("Tender brief"),
        title=_("Assignment: a connection ambassador"),
        about=facts.organisation,
        lead=_("We are looking for an organisation that connects children and young people with leisure for us."),
        parts=[
            *_context(facts),
            *_assignment(facts),
            *_results(facts),
            *_staff(facts),
            *_follow_up(facts),
            *_privacy(facts.follow_up),
            *_bid(),
            *_choice(),
            *_practical(),
        ],
    )


def _context(facts: Facts) -> Iterator[Json]:
    yield heading(_("1. Who we are, and why we ask this"))
    rows = [
        (_("Who gives the assignment"), facts.organisation),
        (_("Project"), facts.project),
        (_("Period of the project"), facts.period),
        (_("Working area"), area(facts)),
        (_("Target groups"), groups(facts)),
    ]
    yield fields(*(row for row in rows if row[1]))
    yield paragraph(
        _(
            "A connection ambassador brings families and leisure together. The ambassador knows children and young "
            "people, knows the clubs, and makes the step between them smaller."
        )
    )
    yield heading(_("What children and young people need"), level=3)
    yield from paragraphs(told(facts.needs, _("the needs, from your environment analysis")))
    yield heading(_("What is on offer today"), level=3)
    yield from paragraphs(told(facts.offer, _("the present offer, from your environment analysis")))


def _assignment(facts: Facts) -> Iterator[Json]:
    yield heading(_("2. The assignment"))
    yield paragraph(_("This is where the ambassador begins:"))
    yield from where_to_begin(facts)
    yield paragraph(_("We chose the strategies below. They belong to the assignment:"))
    if not facts.strategies:
        yield paragraph(still(_("the strategies, and the tasks that go with them")))
    for strategy in facts.strategies:
        yield heading(capfirst(str(strategy.label)), level=3)
        yield bullets(WORK[strategy].asked)
    yield heading(_("Mandate"), level=3)
    yield from paragraphs(told(facts.mandate, _("what the ambassador may decide and agree on")))


def _results(facts: Facts) -> Iterator[Json]:
    yield heading(_("3. The results we expect"))
    if facts.strategies:
        yield bullets(dict.fromkeys(result for one in facts.strategies for result in WORK[one].results))
    if facts.follow_up.goals:
        yield heading(_("Our goals"), level=3)
        yield bullets(_goal(*goal) for goal in facts.follow_up.goals)
    if facts.follow_up.success:
        yield paragraph(_("A trajectory is a success for us at %(words)s.") % {"words": facts.follow_up.success})
    yield paragraph(
        _("We go through the goals with the ambassador, and fix them together. Numbers alone do not tell the story.")
    )


def _goal(goal: str, target: str) -> str:
    return _("%(goal)s (reached when: %(target)s)") % {"goal": goal, "target": target} if target else goal


def _staff(facts: Facts) -> Iterator[Json]:
    yield heading(_("4. Who does the work, and how much"))
    rows = [
        (_("Profile"), capfirst(profiles(facts))),
        (_("How many people"), people(facts)),
        (_("Employment"), share(facts)),
        (_("Term"), capfirst(term(facts))),
        (_("Place in our organisation"), told(facts.service, _("the service that follows up the assignment"))),
    ]
    yield fields(*(row for row in rows if row[1]))
    yield heading(_("What we ask of who does the work"), level=3)
    yield from paragraphs(told(facts.post_profile, _("experience, languages, knowledge of the area")))
    yield bullets(
        (
            _("The same person stays on the assignment as long as possible: trust needs time."),
            _("Whoever falls out is replaced soon, after we agreed on it."),
            _("The ambassador gets training, peer supervision (intervisie) and coaching from you."),
        )
    )


def _follow_up(facts: Facts) -> Iterator[Json]:
    agreed, support = facts.follow_up, facts.support
    yield heading(_("5. How we follow it up together"))
    rows = [
        (_("Who evaluates"), told(agreed.evaluator, _("which function evaluates, with what mandate"))),
        (_("What is registered"), told(agreed.registration, _("what is registered, and how often"))),
        (_("With which tool"), told(agreed.tool, _("with which tool one registers"))),
        (_("Reporting"), told(agreed.reporting, _("who reports what to whom, and when"))),
        (_("Support group"), support.rhythm.strip() or still(_("how often the support group meets"))),
    ]
    yield fields(*rows)
    if support.functions:
        yield heading(_("What the support group does"), level=3)
        yield bullets(support.functions)


def _privacy(agreed: FollowUp) -> Iterator[Json]:
    yield heading(_("6. Personal data and discretion"))
    yield bullets(
        (
            _("Before the first child is registered, we sign a processing agreement."),
            _("It says who is controller and who is processor, what is kept, for how long, and who may see it."),
            _("We receive totals only: no names, no notes about children or families."),
            _("At the end of the assignment, the data goes where the agreement says, and is erased elsewhere."),
            _("The ambassador handles what people confide with discretion, also towards us."),
        )
    )
    yield heading(_("What we agreed about the GDPR"), level=3)
    yield from paragraphs(told(agreed.gdpr, _("what your data protection officer (DPO) asks")))
    if agreed.deontology.strip():
        yield heading(_("What we agreed about deontology"), level=3)
        yield from paragraphs(agreed.deontology)


def _bid() -> Iterator[Json]:
    yield heading(_("7. What your bid holds"))
    yield bullets(
        (
            _("Your view on the assignment: how you start, what you do in the first year, what you need from us."),
            _("Your experience with this target group and with leisure."),
            _("Who does the work: the profile, the experience, and who takes over in case of absence."),
            _("How you support the ambassador: training, peer supervision, coaching."),
            _("How you register and report, and how you protect personal data."),
            _("Your price for the whole term, split into wages, operating costs and overhead, with and without VAT."),
        )
    )


def _choice() -> Iterator[Json]:
    yield heading(_("8. How we choose"))
    yield paragraph(_("A proposal: change the criteria and the points until they fit your assignment."))
    yield fields(
        (_("View and approach"), _("35 points")),
        (_("Experience and profile of who does the work"), _("30 points")),
        (_("Support of the ambassador"), _("15 points")),
        (_("Price"), _("20 points")),
        (_("Total"), _("100 points")),
    )


def _practical() -> Iterator[Json]:
    yield heading(_("9. In practice"))
    yield fields(
        (_("Procedure"), still(_("which procedure your purchasing service advises"))),
        (_("Budget"), still(_("the highest amount, if you state one"))),
        (_("Start of the assignment"), still(_("the first day of the assignment"))),
        (_("Hand in until"), still(_("until which day and hour one hands in"))),
        (_("Hand in at"), still(_("where one hands in, and in which form"))),
        (_("Questions"), still(_("to whom one puts questions, until when"))),
    )
