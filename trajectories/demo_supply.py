"""The invented supply side: what providers offer, who walks along with them, and one link to try."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from ambassadors.models import Appointment
from organisations.demo import RICHEST, drawn_uuid
from organisations.links import digest_of
from trajectories.enums import ChangeKind, Channel, CommitmentState, Criterion, Intensity, PricePer, Theme, WithWhom
from trajectories.models import (
    Commitment,
    Contact,
    PlacesLink,
    Provider,
    ProviderChange,
    ProviderTrajectory,
    SupportedTheme,
)

SECRET = "demo-plaatsen"  # noqa: S105 the way in of one invented provider, to try the page with
PRICES = ((None, ""), (45, PricePer.SEASON), (60, PricePer.SEASON), (12, PricePer.MONTH), (3, PricePer.TIME), (0, ""))
TRIALS = ("woensdag om 14 uur", "zaterdag om 10 uur", "elke zondag in september")
PLANS = ("De leiding leert gezinnen welkom heten.", "Samen op huisbezoek bij nieuwe leden.", "")
REMARKS = ("De groepsleiding bespreekt het met de ploeg.", "Ze kijken eerst hoe het kamp liep.", "")
# How the engagement went: the states one after the other, so many weeks apart.
COURSES = (
    ("asked", "signed"),
    ("asked", "refused"),
    ("asked",),
    ("asked", "signed", "withdrawn"),
    ("signed",),
    (),
)


def fill(today: date, rng: Random) -> None:
    """Needs `trajectories.demo.fill`."""
    Supplier(today, rng).supply()


class Supplier:
    """Writes it down, one project after the other."""

    def __init__(self, today: date, rng: Random) -> None:
        self.today, self.rng = today, rng

    def supply(self) -> None:
        appointments = list(Appointment.objects.active(self.today).select_related("membership", "project"))
        keepers = {row.membership.organisation_id: row.membership for row in appointments}
        for provider in Provider.objects.order_by("pk"):
            self._offer(provider, keepers.get(provider.organisation_id))
        projects = {row.project_id: row for row in appointments}
        for appointment in projects.values():
            self._walk(appointment)
        self._link()

    def _offer(self, provider: Provider, keeper: Any) -> None:
        """Some keep it themselves, some are asked, of some nobody knows."""
        price, per = self.rng.choice(PRICES)
        trials = self.rng.choice((True, True, False, None))
        updated = self._at(self.today - timedelta(days=self.rng.randint(0, 90)))
        by = self.rng.choice((keeper, None))
        Provider.objects.filter(pk=provider.pk).update(
            price=None if price is None else Decimal(price),
            price_per=per,
            takes_trials=trials,
            trial_days=self.rng.choice(TRIALS) if trials else "",
            places=self.rng.choice((0, 3, provider.places, provider.places)),
            board_updated_at=updated,
            board_updated_by=by,
        )

    def _walk(self, appointment: Appointment) -> None:
        providers = list(Provider.objects.filter(organisation=appointment.membership.organisation_id).order_by("pk"))
        for provider, course in zip(providers, COURSES, strict=False):
            started = max(appointment.starts_on, self.today - timedelta(days=self.rng.randint(100, 300)))
            row = ProviderTrajectory.objects.create(
                uuid=drawn_uuid(self.rng),
                provider=provider,
                project=appointment.project,
                walked_by=appointment.membership,
                started_on=started,
                closed_on=self.today if course == COURSES[1] else None,
                closing_reason="Dit jaar niet. Volgend jaar bellen we opnieuw." if course == COURSES[1] else "",
                intensity=self.rng.choice(Intensity.values),
                plan=self.rng.choice(PLANS),
                **self._stamps(started),
            )
            self._note(row, course, appointment)

    def _note(self, row: ProviderTrajectory, course: tuple[str, ...], appointment: Appointment) -> None:
        themes = self.rng.sample([theme for theme in Theme if theme != Theme.OTHER], self.rng.randint(0, 3))
        SupportedTheme.objects.bulk_create(SupportedTheme(provider_trajectory=row, theme=theme) for theme in themes)
        for step, state in enumerate(course):
            self._add(Commitment, row, self._day(row, 3 * step), state=CommitmentState(state))
        if self.rng.random() < 0.5:
            self._add(ProviderChange, row, self._day(row, 10), kind=self.rng.choice(ChangeKind.values[:-1]))
        for step in range(self.rng.randint(1, 4)):
            self._contact(row, self._day(row, 2 * step), appointment)

    def _add(self, model: Any, row: ProviderTrajectory, day: date, **values: Any) -> None:
        remark, uuid = self.rng.choice(REMARKS), drawn_uuid(self.rng)
        model.objects.create(uuid=uuid, provider_trajectory=row, date=day, remark=remark, **values, **self._stamps(day))

    def _contact(self, row: ProviderTrajectory, day: date, appointment: Appointment) -> None:
        Contact.objects.create(
            uuid=drawn_uuid(self.rng),
            project=row.project,
            controller=appointment.employer,
            membership=appointment.membership,
            provider=row.provider,
            date=day,
            minutes=self.rng.choice((15, 30, 45, 60)),
            channel=self.rng.choice((Channel.PROVIDER, Channel.PHONE, Channel.MEETING)),
            with_whom=WithWhom.PROVIDER,
            criterion=Criterion.SUPPORTED,
            note=self.rng.choice(REMARKS),
            **self._stamps(day),
        )

    def _link(self) -> None:
        provider = Provider.objects.filter(organisation__name__startswith=f"Stad {RICHEST}").order_by("pk")[0]
        made_at = self._at(self.today)
        maker = ProviderTrajectory.objects.filter(provider=provider)[0].walked_by
        PlacesLink.objects.create(
            provider=provider,
            digest=digest_of(SECRET),
            made_by=maker,
            made_at=made_at,
            expires_at=made_at + timedelta(days=3650),
        )

    def _day(self, row: ProviderTrajectory, weeks: int) -> date:
        return min(self.today, row.started_on + timedelta(weeks=weeks))

    def _stamps(self, day: date) -> dict[str, datetime]:
        return {"logged_at": self._at(day), "received_at": self._at(day)}

    def _at(self, day: date) -> datetime:
        return timezone.make_aware(datetime.combine(day, time(9)))
