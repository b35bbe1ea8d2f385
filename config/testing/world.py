"""The cast with one row of every kind for the own organisation, the other one, and the external employer's project.

What may not be read by everyone is planted: `PLANTED-<case>-<what>` in every name, note and contact detail, so that a
test can look for it on every page, in every file, header, log and mail.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest

from ambassadors.actions.advice import answer_advice
from ambassadors.actions.attachments import AttachmentContent, add_attachment, kept_file
from ambassadors.actions.decisions import decide_dossier
from ambassadors.actions.dossier import open_hiring_file, save_step
from ambassadors.actions.success import SuccessContent, agree_on_success
from ambassadors.enums import CutoffMoment, Support
from ambassadors.instrument import AttachmentKind
from ambassadors.letters import letter as support_letter
from ambassadors.merging import StepContent
from ambassadors.models import AdviceAnswer, HiringFile, Source, SupportLetter, SupportLink, SupportReaction
from config.testing.cast import FIRST_DAY, Cast
from networks.enums import FindingKind, SessionState
from networks.models import Attendance, Finding, NextStep, Session
from organisations.enums import Role
from organisations.models import Invitation, Membership, Organisation
from reporting.enums import ReportKind
from reporting.models import Report
from trajectories.models import (
    Assignment,
    Commitment,
    ContactDetails,
    Enrolment,
    Family,
    HandOver,
    Participant,
    PlacesLink,
    ProviderChange,
    TrialSession,
)
from trajectories.tests.making import (
    make_activity,
    make_contact,
    make_participant,
    make_provider,
    make_provider_trajectory,
    make_result,
    make_signal,
    make_trajectory,
)

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
STAMPS = {"logged_at": NOW, "received_at": NOW}
CASES = ("own", "foreign", "external")


@dataclass
class World:
    """`rows[case][name]` is what an address with `<uuid:name>` asks for."""

    cast: Cast
    rows: dict[str, dict[str, Any]] = field(default_factory=lambda: {case: {} for case in CASES})

    def arguments(self, case: str, names: list[str]) -> dict[str, Any]:
        found = {name: self.rows[case][name] for name in names}
        return {name: getattr(row, "uuid", row) for name, row in found.items()}


def planted(case: str, what: str) -> str:
    return f"PLANTED-{case}-{what}"


@pytest.fixture
def world(cast: Cast) -> World:
    made = World(cast)
    for case, owner, project, administrator, member, appointment in (
        ("own", cast.organisation, cast.project, cast.administrator, cast.coordinator, cast.appointment),
        (
            "foreign",
            cast.other_organisation,
            cast.other_project,
            cast.other_administrator,
            cast.other_coordinator,
            cast.other_appointment,
        ),
        (
            "external",
            cast.employer,
            cast.external_project,
            cast.external_administrator,
            cast.external_coordinator,
            cast.external_appointment,
        ),
    ):
        rows = made.rows[case]
        rows |= {"organisation": owner, "project": project, "member": member, "number": 4, "moment": 1}
        rows |= {"day": FIRST_DAY, "state": "recognised", "file_format": "csv"}
        rows |= {"appointment": appointment, "agreement": cast.agreement}
        rows |= {"report": make_report(owner, project, member)}
        rows |= {"invitation": make_invitation(case, owner, administrator)}
        rows |= (
            make_dossier(case, project, cast.coordinator if case == "external" else member)
            | make_success(project, cast.coordinator if case == "external" else member)
            | make_network(case)
            | make_logbook(case, owner, appointment, cast.employer if case == "own" else cast.organisation)
        )
        rows |= make_support(case, rows["hiring_file"], cast.coordinator if case == "external" else member)
        rows |= make_open_work(case, appointment, rows["provider"])
    make_succession(cast)
    return made


def make_invitation(case: str, organisation: Organisation, administrator: Membership) -> Invitation:
    return Invitation.objects.create(
        organisation=organisation,
        role=Role.COORDINATOR,
        email=f"{planted(case, 'invited')}@cast.example",
        digest=case,
        invited_by=administrator,
        invited_at=NOW,
        expires_at=NOW + timedelta(days=3650),
    )


def make_report(organisation: Organisation, project: Any, coordinator: Membership) -> Report:
    return Report.objects.create(
        kind=ReportKind.PROGRESS_REPORT,
        organisation=organisation,
        project=project,
        requested_by=coordinator,
        requested_at=NOW,
        period_from=FIRST_DAY,
        period_until=date(2025, 8, 31),
        reference_date=NOW.date(),
    )


def make_dossier(case: str, project: Any, coordinator: Membership) -> dict[str, Any]:
    """With a talk and a cost, a signed statement, and an answer to the first thing that the instrument says."""
    hiring_file = open_hiring_file(project=project, by=coordinator, now=NOW)
    talk = {"uuid": uuid4(), "partner": planted(case, "talk"), "side": "supply"}
    filled = {2: {"talks": [talk]}, 4: {"funding": [{"source": planted(case, "cost"), "amount": Decimal(1250)}]}}
    for number, rows in filled.items():
        step = HiringFile.objects.with_answers().get(pk=hiring_file.pk).step(number)
        save_step(step=step, version=1, content=StepContent(rows=rows), by=coordinator, now=NOW)
    content = AttachmentContent(AttachmentKind.ENGAGEMENT_STATEMENT, planted(case, "statement"), "application/pdf")
    with kept_file(BytesIO(b"%PDF-1.7 " + planted(case, "statement").encode())) as stored:
        attachment = add_attachment(hiring_file=hiring_file, stored=stored, content=content, by=coordinator, now=NOW)
    answer = AdviceAnswer(hiring_file=hiring_file, rule="no-note", version=0)
    answer_advice(answer, version=0, reason="De nota volgt later", by=coordinator, now=NOW)
    row = {"relation": "talks", "row": talk["uuid"], "version": 2}
    return {"hiring_file": hiring_file, "attachment": attachment, "rule": answer.rule, "subject": answer.subject} | row


def make_support(case: str, hiring_file: Any, coordinator: Membership) -> dict[str, Any]:
    """A letter to the support group, with the link of a member and the signal that came back; and a decision."""
    letter = SupportLetter.objects.create(
        hiring_file=hiring_file, shared=support_letter(f"Bericht {case}", "Dag", ()), made_by=coordinator, made_at=NOW
    )
    link = SupportLink.objects.create(
        letter=letter,
        member=hiring_file.uuid,
        name=planted(case, "supporter"),
        email=f"{planted(case, 'supporter')}@cast.example",
        digest=planted(case, "digest"),
        expires_at=NOW + timedelta(days=3650),
    )
    signal = SupportReaction.objects.create(
        link=link, kind="signal", state="new", text=planted(case, "supporter"), received_at=NOW
    )
    dossier = HiringFile.objects.with_answers().get(pk=hiring_file.pk)
    decided = {"decided_on": NOW.date(), "body": f"Raad {case}", "number": ""}
    decision = decide_dossier(dossier, values=decided, by=coordinator, now=NOW, today=NOW.date())
    source = Source.objects.get(code="brugfiguren")
    return {"letter": letter, "link": link, "reaction": signal, "decision": decision, "source": source}


def make_success(project: Any, coordinator: Membership) -> dict[str, Any]:
    """Agreed for a cohort that is far ahead, so that it can be changed in every year in which the tests run."""
    content = SuccessContent(moment=CutoffMoment.STILL_PARTICIPATES, support=Support.EITHER, agreed_on=NOW.date())
    return {"success": agree_on_success(project, cohort=2199, content=content, by=coordinator, today=NOW.date())}


def make_network(case: str) -> dict[str, Any]:
    session = Session.objects.create(
        topic=f"Onderwerp {case}", state=SessionState.HELD, date=date(2022, 3, 18), place="Asse", head_count=9
    )
    attendance = Attendance.objects.create(
        session=session, name=planted(case, "attendee"), other_organisation="Vzw Elders"
    )
    finding = Finding.objects.create(kind=FindingKind.LESSON, text=f"Bevinding {case}", published_on=date(2022, 9, 5))
    step = NextStep.objects.create(text=f"Stap {case}", period_from=date(2022, 10, 1), period_until=date(2023, 2, 28))
    return {"session": session, "attendance": attendance, "finding": finding, "step": step}


def make_succession(cast: Cast) -> None:
    """The ambassador left the brother or sister to the colleague, so there is a folder to read."""
    sibling = Participant.objects.get(controller=cast.organisation, trajectories=None)
    trajectory = make_trajectory(cast.appointment, sibling, wish=planted("own", "wish"))
    trajectory.assignments.update(ends_on=NOW.date())
    Assignment.objects.create(trajectory=trajectory, appointment=cast.colleague_appointment, starts_on=NOW.date())


def make_family(case: str, participant: Any) -> None:
    family = Family.objects.create(controller=participant.controller)
    make_participant(
        participant.controller, participant.registered_by, first_name=planted(case, "sibling"), family=family
    )
    Participant.objects.filter(pk=participant.pk).update(family=family)


def make_hand_over(case: str, trajectory: Any, by: Membership, to_organisation: Organisation) -> HandOver:
    """Still to be accepted; its code is for who sees the child, to pass on."""
    return HandOver.objects.create(
        trajectory=trajectory,
        offered_by=by,
        to_organisation=to_organisation,
        agreed_by="both",
        agreed_on=NOW.date(),
        code=planted(case, "code"),
        date=NOW.date(),
        expires_on=date(2199, 1, 1),
        **STAMPS,
    )


def make_logbook(case: str, controller: Organisation, appointment: Any, other: Organisation) -> dict[str, Any]:
    provider = make_provider(
        controller,
        name=planted(case, "provider"),
        contact_person=planted(case, "leader"),
        takes_trials=True,
        trial_days=planted(case, "trialday"),
    )
    participant = make_participant(
        controller,
        appointment.membership,
        first_name=planted(case, "name"),
        neighbourhood=planted(case, "neighbourhood"),
        birth_year=2008,  # came of age since: the page that erases what is known about the parents opens
        explanation=planted(case, "explanation"),
    )
    ContactDetails.objects.create(
        participant=participant,
        reached_through=planted(case, "parent"),
        phone=planted(case, "phone"),
        email=planted(case, "email"),
        address=planted(case, "address"),
    )
    trajectory = make_trajectory(appointment, participant, wish=planted(case, "wish"))
    make_family(case, participant)
    return {
        "hand_over": make_hand_over(case, trajectory, appointment.membership, other),
        "provider": provider,
        "provider_trajectory": make_supply(case, appointment, provider),
        "participant": participant,
        "trajectory": trajectory,
        "contact": make_contact(appointment, trajectory, provider=provider, note=planted(case, "note")),
        "trial": TrialSession.objects.create(
            trajectory=trajectory, provider=provider, date=date(2024, 9, 20), **STAMPS
        ),
        "enrolment": Enrolment.objects.create(
            trajectory=trajectory,
            provider=provider,
            date=date(2024, 10, 1),
            for_working_year=2024,
            holidays_only=False,
            **STAMPS,
        ),
    }


def make_open_work(case: str, appointment: Any, provider: Any) -> dict[str, Any]:
    """A signal of which the note, who it went to and what was done are for ambassadors; the rest holds no names."""
    texts = {"note": planted(case, "note"), "shared_text": planted(case, "shared")}
    return {
        "activity": make_activity(appointment, provider, what=f"Uitstap {case}"),
        "result": make_result(appointment, provider, what=f"Visietekst {case}"),
        "signal": make_signal(appointment, (date(2025, 2, 10), "passed_on"), **texts),
    }


def make_supply(case: str, appointment: Any, provider: Any) -> Any:
    """An ambassador walks along with the provider, which has a link to keep its places."""
    row = make_provider_trajectory(
        appointment,
        provider,
        plan=planted(case, "plan"),
        theme_other=planted(case, "theme"),
        closing_reason=planted(case, "closing"),
    )
    Commitment.objects.create(
        provider_trajectory=row, state="asked", date=NOW.date(), remark=planted(case, "remark"), **STAMPS
    )
    ProviderChange.objects.create(
        provider_trajectory=row, kind="new_team", date=NOW.date(), remark=planted(case, "change"), **STAMPS
    )
    make_contact(appointment, provider=provider, note=planted(case, "talk"))
    PlacesLink.objects.create(
        provider=provider,
        digest=planted(case, "digest"),
        made_by=appointment.membership,
        made_at=NOW,
        expires_at=NOW + timedelta(days=3650),
    )
    return row
