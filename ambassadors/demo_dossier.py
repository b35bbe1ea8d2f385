"""A dossier for the invented projects, each in another stage: complete, waiting for step 4, begun, not opened."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
from django.utils import timezone

from ambassadors import demo_texts as texts
from ambassadors.actions.advice import answer_advice
from ambassadors.actions.attachments import AttachmentContent, add_attachment, kept_file
from ambassadors.actions.dossier import open_hiring_file, save_step
from ambassadors.actions.success import SuccessContent, agree_on_success
from ambassadors.contents import in_order
from ambassadors.enums import CutoffMoment, Profile, Support
from ambassadors.example import Example
from ambassadors.instrument import (
    AttachmentKind,
    Engagement,
    Initiator,
    Leaning,
    OperatingCategory,
    Organised,
    Orientation,
    Route,
    StepNumber,
    TermKind,
)
from ambassadors.merging import StepContent
from ambassadors.models import AdviceAnswer, HiringFile, Project
from organisations.calendar import working_year
from organisations.enums import OrganisationKind, Role
from organisations.models import AuditEvent, Membership
from organisations.rulings import rulings

ALL = (1, 2, 3, 4, 5, 6)
# Steps that are ready and steps that are busy, in the order of `Project`'s demo plans; None is not opened.
STAGES: tuple[tuple[tuple[int, ...], tuple[int, ...]] | None, ...] = (
    ((1, 2, 3), (4, 5, 6)),
    (ALL, ()),
    ((1,), (3,)),
    (ALL, ()),
    ((1, 2, 3, 4), (5,)),
    (ALL, ()),
    ((1, 2, 3, 4, 5), (6,)),
    ((), (1,)),
    ((1, 2, 3, 4), ()),
    (ALL, ()),
    ((1,), (2,)),
    ((1, 2, 3), (4,)),
    ((2,), (3, 4)),
    None,
    (ALL, ()),
)
# Projects, in the same order, that did not agree what counts as success.
WITHOUT_AGREEMENT = (2, 7)
SUCCESS = (
    (CutoffMoment.STILL_PARTICIPATES, Support.EITHER),
    (CutoffMoment.STILL_PARTICIPATES, Support.EITHER),
    (CutoffMoment.REENROLLED, Support.EITHER),
    (CutoffMoment.STILL_PARTICIPATES, Support.WITHOUT),
)
WAGE = 68_000
COSTS = (
    (OperatingCategory.PARTICIPATION_FEES, "Lidgeld en kamp, in schijven", 2500),
    (OperatingCategory.VOLUNTEERS, "Vervoer met vrijwilligers", 800),
    (OperatingCategory.MATERIAL, "Uitleendienst van rugzakken en slaapzakken", 650),
    (OperatingCategory.PROMOTION, "Folder in vijf talen", 420),
)


def fill(today: date, rng: Random) -> None:
    """Fill in the dossiers. Needs `ambassadors.demo_projects.fill`."""
    projects = Project.objects.select_related("organisation__municipality").order_by("id")
    for order, (project, stage) in enumerate(zip(projects, STAGES, strict=False)):
        coordinator = _coordinator(project)
        if stage and coordinator:
            Writer(project, coordinator, order, today, rng).write(*stage)


def _coordinator(project: Project) -> Membership | None:
    members = Membership.objects.filter(organisation=project.organisation_id, role=Role.COORDINATOR)
    return members.select_related("organisation", "user").first()


class Writer:
    """The coordinator of one project at work, some weeks before it began."""

    def __init__(self, project: Project, by: Membership, order: int, today: date, rng: Random) -> None:
        self.project, self.by, self.order, self.rng = project, by, order, rng
        self.yesterday = today - timedelta(days=1)
        self.last_day = min(self.yesterday, project.starts_on - timedelta(days=14))
        municipality = project.organisation.municipality
        self.place = municipality.name if municipality else "Vlaanderen"
        appointments = list(project.appointments.order_by("id"))
        self.posts = [(a.profile or Profile.GUIDE.value, a.percentage) for a in appointments] or [
            (Profile.GUIDE.value, 50)
        ]

    def write(self, ready: tuple[int, ...], busy: tuple[int, ...]) -> None:
        open_hiring_file(project=self.project, by=self.by, now=self._moment(0))
        if self.order % len(STAGES) not in WITHOUT_AGREEMENT:
            self._agree_on_success()
        for number in sorted(ready + busy):
            content = self._content(number, is_ready=number in ready)
            hiring_file = HiringFile.objects.with_answers().get(project=self.project)
            step, now = hiring_file.step(number), self._moment(number)
            save_step(step=step, version=step.version, content=content, by=self.by, now=now)
            AuditEvent.objects.filter(subject=step.uuid).update(at=now)
        if self.order % 2 == 0:
            self._choose_otherwise()

    def _choose_otherwise(self) -> None:
        """Every other coordinator says why they do not follow some of the advice."""
        hiring_file, now = HiringFile.objects.with_answers().get(project=self.project), self._moment(6)
        spoken = {advice.rule: advice for advice in reversed(hiring_file.all_advice)}
        for rule in texts.OTHERWISE.keys() & spoken.keys():
            answer = AdviceAnswer(hiring_file=hiring_file, rule=rule, subject=spoken[rule].subject, version=0)
            answer_advice(answer, version=0, reason=texts.OTHERWISE[rule], by=self.by, now=now)
            AuditEvent.objects.filter(subject=answer.uuid).update(at=now)

        if self.order == 0:
            self._add_analysis()

    def _add_analysis(self) -> None:
        """The analysis that is used again, as a file: an empty sheet, for the demo invents no policy plan."""
        paper, sheet = pikepdf.new(), BytesIO()
        paper.add_blank_page(page_size=(595, 842))
        paper.save(sheet)
        sheet.seek(0)
        hiring_file = HiringFile.objects.get(project=self.project)
        analysis = hiring_file.existing_analyses.first()
        kind, name = AttachmentKind.ENVIRONMENT_ANALYSIS, "Omgevingsanalyse van het meerjarenplan (demo)"
        content = AttachmentContent(kind, name, "application/pdf", row=analysis.uuid if analysis else None)
        with kept_file(sheet) as stored:
            add_attachment(hiring_file=hiring_file, stored=stored, content=content, by=self.by, now=self._moment(2))

    def _agree_on_success(self) -> None:
        """Two weeks before the project began, for its first cohort; most take the second moment."""
        moment, support = SUCCESS[self.order % len(SUCCESS)]
        agree_on_success(
            self.project,
            cohort=working_year(self.project.starts_on, rulings()),
            content=SuccessContent(moment=moment, support=support, agreed_on=self.last_day),
            by=self.by,
            today=self.last_day,
        )
        if self.order == 0:  # who tries it out finds one that can still change
            later = SuccessContent(moment=CutoffMoment.REENROLLED, support=Support.EITHER, agreed_on=self.yesterday)
            cohort = working_year(self.yesterday, rulings()) + 1
            agree_on_success(self.project, cohort=cohort, content=later, by=self.by, today=self.yesterday)

    def _moment(self, number: int) -> datetime:
        """Each step a week after the one before; the last one lies behind us."""
        day = self.last_day - timedelta(weeks=6 - number)
        return datetime.combine(day, time(9 + number, self.rng.randrange(60)), timezone.get_default_timezone())

    def _content(self, number: int, *, is_ready: bool) -> StepContent:
        notes = texts.NOTES[number]
        note = notes[self.order % len(notes)].format(place=self.place)
        staffing = sum(share for _profile, share in self.posts)
        instrument = Example(self.place, self.order, self.last_day, staffing=staffing)
        filled = {
            StepNumber.BELIEFS: instrument.beliefs,
            StepNumber.ENVIRONMENT: instrument.environment,
            StepNumber.STRATEGY: self._strategy,
            StepNumber.BUDGET: self._budget,
            StepNumber.SUPPORT_GROUP: instrument.support,
            StepNumber.GOALS: instrument.goals,
        }
        answers, rows = filled[StepNumber(number)](is_ready=is_ready)
        return StepContent(note=note, is_ready=is_ready, answers=answers, rows=rows)

    def _strategy(self, *, is_ready: bool) -> tuple[dict[str, Any], dict[str, Any]]:
        target_group, neighbourhood, youth_work, why = texts.FOCUS[self.order % len(texts.FOCUS)]
        answers = {
            "focus_target_group": target_group,
            "focus_neighbourhood": neighbourhood,
            "focus_youth_work": youth_work,
            "organised": Organised.BOTH.value,
            "orientation": Orientation.INCLUSIVE.value if is_ready else "",
            "greatest_needs": True,
            "good_start": is_ready,
            "why": why,
            "strategies": self._strategies(),
        }
        return answers, {
            "wanted_profiles": [self._profile(profile) for profile in dict.fromkeys(p for p, _share in self.posts)],
            "needed_partners": [self._partner(place) for place in range(3)],
        }

    def _strategies(self) -> list[str]:
        """Those that go with the posts; every third dossier wants more than it can carry."""
        own = [texts.STRATEGIES[Profile(profile)].value for profile, _share in self.posts]
        extra = [one.value for one in texts.STRATEGIES.values()] if self.order % 3 == 2 else []
        return in_order(own + extra)

    def _profile(self, profile: str) -> dict[str, Any]:
        leaning = texts.LEANINGS.get(Profile(profile), Leaning.DEMAND)
        return {"profile": profile, "other": "", "leaning": leaning.value}

    def _partner(self, place: int) -> dict[str, Any]:
        name, kind = texts.PARTNERS[(self.order + place) % len(texts.PARTNERS)]
        engagement = (Engagement.SIGNED, Engagement.ASKED, Engagement.NOT_ASKED)[place]
        asked = engagement != Engagement.NOT_ASKED
        return {
            "name": name.format(place=self.place),
            "kind": kind.value,
            "engagement": engagement.value,
            "engagement_on": self.last_day - timedelta(days=25 + place) if asked else None,
        }

    def _budget(self, *, is_ready: bool) -> tuple[dict[str, Any], dict[str, Any]]:
        """As long as it is not ready: the posts and the costs, no term and no money yet."""
        own = self.project.organisation.kind == OrganisationKind.LOCAL_GOVERNMENT
        tender = not any(a.employer_id == self.project.organisation_id for a in self.project.appointments.all())
        rows = {"staffing": self._staffing(), "operating_costs": self._costs(), "funding": []}
        if not is_ready:
            return {}, rows
        answers = {
            "term": TermKind.MONTHS.value if self.order % 2 else TermKind.OPEN_ENDED.value,
            "months": 36 if self.order % 2 else None,
            "initiator": Initiator.LOCAL_GOVERNMENT.value if own else Initiator.LOCAL_ASSOCIATION.value,
            "route": Route.TENDER.value if tender else Route.HIRE.value,
            "argument_team": not tender,
            "argument_service": not tender,
            "argument_expertise": tender,
            "argument_independence": tender,
            "service": "Dienst Jeugd",
            "mandate": texts.MANDATE,
            "post_profile": texts.POST_PROFILE,
        }
        return answers, rows | {"funding": self._funding(rows)}

    def _staffing(self) -> list[dict[str, Any]]:
        return [
            {
                "label": f"Verbindingsambassadeur {number}" if len(self.posts) > 1 else "Verbindingsambassadeur",
                "percentage": share,
                "cost": Decimal(WAGE * share) / 100,
            }
            for number, (_profile, share) in enumerate(self.posts, 1)
        ]

    def _costs(self) -> list[dict[str, Any]]:
        return [
            {"category": category.value, "description": what, "amount": Decimal(amount)}
            for category, what, amount in COSTS[: 2 + self.order % 3]
        ]

    def _funding(self, rows: dict[str, Any]) -> list[dict[str, Any]]:
        total = sum(row["cost"] for row in rows["staffing"]) + sum(row["amount"] for row in rows["operating_costs"])
        subsidy = (total * Decimal("0.7")).quantize(Decimal("1.00"))
        return [
            {"source": "Projectsubsidie Vlaanderen", "amount": subsidy},
            {"source": "Eigen middelen", "amount": total - subsidy},
        ]
