"""The dossier as the plain values of which papers are made (ambassadors/papers)."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import GROUP_FUNCTIONS, Leaning, PartnerKind, Route, StepNumber
from ambassadors.models import HiringFile, NeededPartner, Project
from ambassadors.papers.facts import Facts, Focus, FollowUp, Partner, Post, Support, Wanted


def facts_of(hiring_file: HiringFile) -> Facts:
    """Everything that a paper may tell, of a `hiring_file` fetched with_answers(). Two queries more: area and groups.

    Amounts are not among it, nor names of people.
    """
    project, post = hiring_file.project, hiring_file.budget_answers
    chosen = {row.strategy for row in hiring_file.chosen_strategies.all()}
    return Facts(
        organisation=project.organisation.name,
        project=project.title,
        period=_period(project),
        area=tuple(municipality.name for municipality in project.working_area.all()),
        target_groups=tuple(str(group) for group in project.target_groups.all()),
        strategies=tuple(one for one in Strategy if one in chosen),
        profiles=tuple(_wanted(row) for row in hiring_file.wanted_profiles.all()),
        partners=tuple(partner_of(row) for row in hiring_file.needed_partners.all()),
        posts=tuple(Post(row.label, row.percentage) for row in hiring_file.staffing.all()),
        open_ended=hiring_file.as_dossier().open_ended,
        months=post.months,
        route=Route(post.route) if post.route else None,
        service=post.service,
        mandate=post.mandate,
        post_profile=post.post_profile,
        focus=_focus(hiring_file),
        support=_support(hiring_file),
        follow_up=_follow_up(hiring_file),
        **_analysis(hiring_file),
    )


def partner_of(row: NeededPartner) -> Partner:
    return Partner(row.called, PartnerKind(row.kind) if row.kind else None)


def _period(project: Project) -> str:
    first = date_format(project.starts_on, "j F Y")
    if project.ends_on is None:
        return _("from %(first)s on") % {"first": first}
    return _("%(first)s until %(last)s") % {"first": first, "last": date_format(project.ends_on, "j F Y")}


def _analysis(hiring_file: HiringFile) -> dict[str, Any]:
    """What steps 1 and 2 hold."""
    said = hiring_file.environment_answers
    return {
        "has_beliefs_note": bool(hiring_file.step(StepNumber.BELIEFS).note.strip()),
        "has_analysis": bool(said.needs.strip() or hiring_file.existing_analyses.all()),
        "has_talks": bool(hiring_file.talks.all()),
        "needs": said.needs,
        "offer": said.offer,
    }


def _focus(hiring_file: HiringFile) -> Focus:
    said = hiring_file.strategy_answers
    return Focus(
        target_group=said.focus_target_group,
        neighbourhood=said.focus_neighbourhood,
        youth_work=said.focus_youth_work,
        organised=said.get_organised_display(),
        orientation=said.get_orientation_display(),
    )


def _wanted(row: Any) -> Wanted:
    return Wanted(
        called=row.called,
        profile=Profile(row.profile) if row.profile else None,
        leaning=Leaning(row.leaning) if row.leaning else None,
    )


def _support(hiring_file: HiringFile) -> Support:
    said = hiring_file.support_answers
    functions = [str(label) for column, label in GROUP_FUNCTIONS.items() if getattr(said, column)]
    other = said.function_other.strip()
    return Support(
        training=said.training,
        supervision=said.supervision,
        coaching=said.coaching,
        has_group=bool(said.group_form or functions or hiring_file.support_members.all()),
        functions=(*functions, other) if other else tuple(functions),
        rhythm=said.rhythm,
    )


def _follow_up(hiring_file: HiringFile) -> FollowUp:
    said = hiring_file.goals_answers
    newest = next(iter(hiring_file.project.success_agreements.all()), None)
    return FollowUp(
        goals=tuple((row.goal.strip(), row.target.strip()) for row in hiring_file.goals.all() if row.goal.strip()),
        success=f"{newest.get_moment_display()}, {newest.get_support_display()}" if newest else "",
        registration=said.registration,
        tool=said.tool,
        reporting=said.reporting,
        gdpr=said.gdpr,
        deontology=said.deontology,
        evaluator=said.evaluator,
    )
