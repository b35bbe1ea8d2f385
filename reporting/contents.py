"""From the database to the figures of a report: few queries, values only."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ambassadors.access import may_see_costs
from ambassadors.documents import (
    beliefs_note,
    decided_document,
    environment_analysis,
    facts_of,
    hiring_file_document,
    partner_of,
    version_of,
)
from ambassadors.models import DossierDecision, HiringFile, Project, SuccessAgreement
from ambassadors.papers import engagement_statement, tender_brief, vacancy_text
from networks.figures import SessionFact, promise, totals
from networks.models import Finding, NextStep, Session
from organisations.models import Membership
from organisations.rulings import rulings
from reporting.enums import ErrorCode, ReportKind
from reporting.figures import FlemishFacts, OpenWorkFacts, ProgressFacts, flemish_figures, progress_figures
from reporting.models import Report
from trajectories.calendar import working_year, working_year_end, working_year_start
from trajectories.contents import is_protected, practice_of, with_plan
from trajectories.documents import practice_document
from trajectories.models import Activity, Contact, Result, Signal, Trajectory

Json = dict[str, Any]
NEVER = date.min


class NothingToTellError(Exception):
    """What the report is about is not there; the code says what."""

    def __init__(self, code: ErrorCode) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True)
class Brief:
    """What a report is to be about. `reader` is for whom; None is the installation itself, which may see everything."""

    kind: str
    reference_date: date
    project: Project | None = None
    period: tuple[date, date] | None = None
    reader: Membership | None = None
    partner: UUID | None = None
    decision: DossierDecision | None = None
    for_support_group: bool = False

    def subject(self) -> Project:
        if self.project is None:
            raise ValueError(f"A {self.kind} is about a project.")
        return self.project

    def days(self) -> tuple[date, date]:
        if self.period is None:
            raise ValueError(f"A {self.kind} is about a period.")
        return self.period

    @classmethod
    def of(cls, report: Report) -> "Brief":
        period = (report.period_from, report.period_until) if report.period_from and report.period_until else None
        of_whom = (report.requested_by, report.partner, report.decision, report.for_support_group)
        return cls(report.kind, report.reference_date, report.project, period, *of_whom)


def figures_for(brief: Brief) -> Json:
    """The figures, to be frozen. Raises NothingToTellError when there is nothing to make a report of."""
    return CONTENTS[brief.kind](brief)


# --- Progress report --------------------------------------------------------------------------------------------------


def _progress(brief: Brief) -> Json:
    project, (first, last) = brief.subject(), brief.days()
    facts = ProgressFacts(
        organisation=project.organisation.name,
        project=project.title,
        strategies=_strategies(project),
        trajectories=Trajectory.objects.filter(project=project).facts(),
        contacts=Contact.objects.filter(project=project, date__range=(first, last)).facts(),
        protected=_is_protected(brief),
        success=tuple(SuccessAgreement.objects.of_projects([project.pk])[project.pk]),
        open_work=_open_work(project, first, last),
    )
    return progress_figures(facts, first=first, last=last, reference_date=brief.reference_date, rulings=rulings())


def _open_work(project: Project, first: date, last: date) -> OpenWorkFacts:
    return OpenWorkFacts(
        activities=Activity.objects.filter(project=project, date__range=(first, last)).facts(),
        signals=Signal.objects.filter(project=project, date__lte=last).facts(),
        results=Result.objects.filter(project=project, date__range=(first, last)).facts(),
    )


def _strategies(project: Project) -> tuple[str, ...]:
    hiring_file = HiringFile.objects.filter(project=project).first()
    return tuple(row.strategy for row in hiring_file.chosen_strategies.all()) if hiring_file else ()


def _is_protected(brief: Brief) -> bool:
    """By the organisation for which it is made, whoever there asks: all its coordinators read a progress report.

    What leaves the organisation, for the support group, is protected whoever the children belong to.
    """
    return brief.for_support_group or (
        brief.reader is not None and is_protected(brief.subject(), {brief.reader.organisation_id})
    )


# --- Flemish report ---------------------------------------------------------------------------------------------------


def _flemish(brief: Brief) -> Json:
    first, last = brief.days()
    year = working_year(first, rulings())
    recognised = {each: _recognised(each) for each in range(year - 2, year + 1)}
    facts = FlemishFacts(
        projects=frozenset(_projects_until(last)),
        recognised=recognised,
        trajectories=Trajectory.objects.filter(started_on__lte=last).facts(),
        contacts=Contact.objects.filter(project__in=recognised[year], date__range=(first, last)).facts(),
        networks=_networks(brief.reference_date),
    )
    return flemish_figures(facts, year=year, reference_date=brief.reference_date, rulings=rulings())


def _recognised(year: int) -> frozenset[int]:
    first, last = working_year_start(year, rulings()), working_year_end(year, rulings())
    return frozenset(Project.objects.recognised_during(first, last).values_list("pk", flat=True))


def _projects_until(last: date) -> list[int]:
    return list(Project.objects.filter(starts_on__lte=last).values_list("pk", flat=True))


def _networks(reference_date: date) -> Json:
    """Every session that was held or announced until the day, the published findings, and the promises."""
    sessions = [session for session in Session.objects.in_reading_order() if _known(session, reference_date)]
    facts = [SessionFact(session.state, session.head_count, session.date) for session in sessions]
    findings = Finding.objects.published().filter(published_on__lte=reference_date).order_by("kind", "id")
    return {
        "sessions": [_session(session) for session in sessions],
        "totals": asdict(totals(facts)),
        "findings": [[finding.kind, finding.text, finding.state] for finding in findings],
        "next_steps": [_step(step) for step in NextStep.objects.prefetch_related("sessions")],
    }


def _known(session: Session, day: date) -> bool:
    return session.is_to_come or (session.date or NEVER) <= day


def _session(session: Session) -> Json:
    days = {name: getattr(session, name) for name in ("date", "period_from", "period_until")}
    texts = {"state": session.state, "topic": session.topic, "place": session.where}
    return texts | {name: day and day.isoformat() for name, day in days.items()} | {"head_count": session.head_count}


def _step(step: NextStep) -> Json:
    kept = promise(step.promised, [SessionFact(session.state) for session in step.sessions.all()])
    days = {name: getattr(step, name) for name in ("period_from", "period_until", "held_on")}
    promised = {"promised": kept.promised, "held": kept.held} if kept else None
    return (
        {"text": step.text, "state": step.state}
        | {name: day and day.isoformat() for name, day in days.items()}
        | {"promise": promised}
    )


# --- Dossier ----------------------------------------------------------------------------------------------------------


def _dossier(brief: Brief) -> HiringFile:
    hiring_files = with_plan(HiringFile.objects.with_answers())
    found: HiringFile | None = hiring_files.filter(project=brief.subject()).first()
    if found is None:
        raise NothingToTellError(ErrorCode.NOTHING_TO_TELL)
    return found


def _hiring_file(brief: Brief) -> Json:
    """The living dossier; or the version that was decided on, and which one that is."""
    with_costs = brief.reader is None or may_see_costs(brief.reader, brief.subject())
    if brief.decision:
        document = decided_document(brief.decision, with_costs=with_costs)
        return _frozen(brief, document, version=version_of(brief.decision))
    hiring_file = _dossier(brief)
    document = hiring_file_document(hiring_file, with_costs=with_costs)
    return _frozen(brief, document, practice=_practice(hiring_file, brief))


def _practice(hiring_file: HiringFile, brief: Brief) -> Json | None:
    """What came of the plan, as its page shows it to the reader; nothing before there is an ambassador."""
    found = practice_of(hiring_file, brief.reader, today=brief.reference_date)
    return practice_document(found) if found else None


def _statement(brief: Brief) -> Json:
    hiring_file = _dossier(brief)
    row = next((row for row in hiring_file.needed_partners.all() if row.uuid == brief.partner), None)
    if row is None:
        raise NothingToTellError(ErrorCode.PARTNER_GONE)
    return engagement_statement(facts_of(hiring_file), partner_of(row))


# From the dossier to a paper in words: those words are what is frozen.
PAPERS: dict[str, Callable[[Brief], Json]] = {
    ReportKind.BELIEFS_NOTE: lambda brief: beliefs_note(_dossier(brief)),
    ReportKind.ENVIRONMENT_ANALYSIS: lambda brief: environment_analysis(_dossier(brief)),
    ReportKind.ENGAGEMENT_STATEMENT: _statement,
    ReportKind.VACANCY_TEXT: lambda brief: vacancy_text(facts_of(_dossier(brief))),
    ReportKind.TENDER_BRIEF: lambda brief: tender_brief(facts_of(_dossier(brief))),
}


def _paper(brief: Brief) -> Json:
    return _frozen(brief, PAPERS[brief.kind](brief))


def _frozen(brief: Brief, document: Json, **more: Json | None) -> Json:
    about = {"kind": brief.kind, "reference_date": brief.reference_date.isoformat()}
    return about | {"document": document} | more


CONTENTS: dict[str, Callable[[Brief], Json]] = {
    ReportKind.PROGRESS_REPORT: _progress,
    ReportKind.FLEMISH_REPORT: _flemish,
    ReportKind.HIRING_FILE: _hiring_file,
    **dict.fromkeys(PAPERS, _paper),
}
