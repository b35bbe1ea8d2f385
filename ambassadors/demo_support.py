"""Invented support groups at work: a letter, links that were opened or not, reactions, a signal; and a decision."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from django.utils import timezone

from ambassadors.actions.decisions import decide_dossier
from ambassadors.actions.dossier import save_step
from ambassadors.contents import content_of
from ambassadors.enums import ReactionKind, ReactionState
from ambassadors.instrument import MeetingState, StepNumber
from ambassadors.letters import letter, offered
from ambassadors.models import HiringFile, Step, SupportLetter, SupportLink, SupportReaction
from organisations.links import digest_of

SECRET = "demo-steungroep"  # noqa: S105 the way in of one invented member, to try the page with
TITLE = "Hoe het gaat sinds de zomer"
MESSAGE = """Dag allemaal

De verbindingsambassadeur is goed gestart. We werkten vooral rond het station, zoals we samen afspraken.

Horen jullie iets in jullie organisatie? Laat het hieronder weten."""
REACTIONS = (
    (ReactionKind.SIGNAL, "De laatste bus vertrekt om 18 uur. Tieners geraken niet naar de repetities.", 2),
    (ReactionKind.REACTION, "Mooi werk. Kom gerust langs op ons directieoverleg in december.", 6),
    (ReactionKind.SIGNAL, "Ouders vinden het kampgeld te veel in één keer.", 8),
)


def fill(today: date, rng: Random) -> None:
    """For every dossier with members in step 5. Needs `ambassadors.demo_dossier.fill`."""
    for order, hiring_file in enumerate(HiringFile.objects.with_answers().order_by("id")):
        if hiring_file.support_members.all():
            Group(hiring_file, order, today).work()


class Group:
    """The support group of one dossier, in the last weeks."""

    def __init__(self, hiring_file: HiringFile, order: int, today: date) -> None:
        self.hiring_file, self.order, self.today = hiring_file, order, today
        self.by = hiring_file.opened_by

    def work(self) -> None:
        self._meet()
        self.hiring_file = HiringFile.objects.with_answers().get(pk=self.hiring_file.pk)
        links = self._write()
        for kind, text, days in REACTIONS[: 3 if self.order == 0 else self.order % 3]:
            self._react(links[days % len(links)], kind, text, days)
        if self.order % 2 == 0:
            self._decide()

    def _meet(self) -> None:
        """Members get an address; one meeting lies behind them, one before them."""
        step = self.hiring_file.step(StepNumber.SUPPORT_GROUP)
        content = content_of(step)
        members = [row | {"email": self._email(place)} for place, row in enumerate(content.rows["support_members"])]
        held = {"state": MeetingState.HELD.value, "decisions": "We beginnen in de wijk rond het station."}
        meetings = [self._meeting(-35) | held, self._meeting(21)]
        rows: Any = {"support_members": members, "support_meetings": meetings}
        self._save(step, replace(content, rows=rows))

    def _save(self, step: Step, content: Any) -> None:
        save_step(step=step, version=step.version, content=content, by=self.by, now=self._moment(30))

    def _email(self, place: int) -> str:
        """The last one has none, as happens."""
        return f"lid{place + 1}@steungroep.example" if place < 2 else ""

    def _meeting(self, days: int) -> dict[str, Any]:
        day = {"date": self.today + timedelta(days=days), "starts_at": time(14), "minutes": 90}
        return {"uuid": uuid4(), **day, "place": "Vergaderzaal van de dienst Jeugd"}

    def _write(self) -> list[SupportLink]:
        """No mail: nobody is there to read it."""
        shared = letter(TITLE, MESSAGE, offered(self.hiring_file, self.today))
        row = SupportLetter.objects.create(
            hiring_file=self.hiring_file, shared=shared, made_by=self.by, made_at=self._moment(10)
        )
        members = [member for member in self.hiring_file.support_members.all() if member.email]
        return [self._link(row, place, member) for place, member in enumerate(members)]

    def _link(self, row: SupportLetter, place: int, member: Any) -> SupportLink:
        secret = SECRET if self.order == place == 0 else str(uuid4())
        return SupportLink.objects.create(
            letter=row,
            member=member.uuid,
            name=member.name,
            email=member.email,
            digest=digest_of(secret),
            expires_at=row.made_at + timedelta(days=3650 if secret == SECRET else 30),
            mailed_at=row.made_at,
            opened_at=None if place else self._moment(9),
        )

    def _react(self, link: SupportLink, kind: ReactionKind, text: str, days: int) -> None:
        """The newest is still unread; a signal from before was discussed."""
        at, is_signal, is_new = self._moment(days), kind == ReactionKind.SIGNAL, days < 3
        row = SupportReaction(link=link, kind=kind, text=text, received_at=at, read_at=None if is_new else at)
        if is_signal:
            row.state = ReactionState.NEW
        if is_signal and not is_new:
            row.state, row.note = ReactionState.DISCUSSED, "Staat op de agenda van de volgende vergadering."
            row.turned_at, row.turned_by = self._moment(1), self.by
        row.save()

    def _decide(self) -> None:
        day = self.today - timedelta(days=20)
        values = {"decided_on": day, "body": "College van burgemeester en schepenen", "number": f"{day.year}/CBS/214"}
        decide_dossier(self.hiring_file, values=values, by=self.by, now=self._moment(19), today=self.today)

    def _moment(self, days: int) -> datetime:
        day = self.today - timedelta(days=days)
        return datetime.combine(day, time(10, 12), timezone.get_default_timezone())
