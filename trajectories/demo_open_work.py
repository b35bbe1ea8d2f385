"""Invented activities, signals and results for the demo, for each project and more where no trajectories are kept."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from ambassadors.enums import STRATEGIES_WITHOUT_TRAJECTORIES, Strategy
from ambassadors.models import Appointment
from organisations.demo import drawn_uuid
from organisations.models import Organisation
from trajectories.enums import (
    ActivityKind,
    Lasts,
    PassedTo,
    ResultKind,
    ResultState,
    SignalAbout,
    SignalState,
    WithWhom,
)
from trajectories.models import Activity, Contact, Provider, Result, Signal, SignalStep
from trajectories.open_work import PROFILE_STRATEGY

KIND, ABOUT, STATE = ResultKind, SignalAbout, SignalState

# kind, what, partners, people at most
ACTIVITIES = (
    (ActivityKind.MEETING, "Ontmoeting tussen clubs en scholen", "OKAN-school Voorbeeld", 30),
    (ActivityKind.EXCHANGE, "Uitwisseling tussen twee leidingsploegen", "", 18),
    (ActivityKind.OUTING, "Met een groep naar het speelplein", "Buurtwerk De Demo", 25),
    (ActivityKind.DROP_IN, "Instuif op het plein", "Bibliotheek", 60),
    (ActivityKind.DROP_IN, "Proefdag voor wie nog geen club heeft", "", 80),
    (ActivityKind.OTHER, "Infostand op de braderie", "Huis van het Kind", 120),
)
# about, note, what the coordinator may read, the steps after "noticed", days between them
SIGNALS = (
    (
        ABOUT.AFFORDABLE,
        "Demo: drie gezinnen haken af omdat het lidgeld in één keer betaald moet worden.",
        "Het lidgeld in één keer betalen houdt gezinnen tegen. Spreiden zou helpen.",
        (STATE.DISCUSSED, STATE.PASSED_ON),
        21,
    ),
    (
        ABOUT.REACHABLE,
        "Demo: na zes uur rijdt er geen bus meer naar het sportpark.",
        "Na 18 uur is het sportpark met de bus niet bereikbaar.",
        (STATE.DISCUSSED, STATE.PASSED_ON, STATE.ANSWERED, STATE.FOLLOWED_UP),
        30,
    ),
    (ABOUT.UNDERSTANDABLE, "Demo: de inschrijfbrief is te moeilijk voor wie Nederlands leert.", "", (), 0),
    (
        ABOUT.AVAILABLE,
        "Demo: er is een wachtlijst van een jaar bij de turnclub.",
        "",
        (STATE.DISCUSSED, STATE.PASSED_ON, STATE.NOT_FOLLOWED_UP),
        25,
    ),
)
STEP_NOTES = {
    STATE.DISCUSSED: "Besproken op de steungroep.",
    STATE.PASSED_ON: "Gemaild met een voorstel.",
    STATE.ANSWERED: "Er komt een antwoord op het schepencollege.",
    STATE.FOLLOWED_UP: "Er rijdt nu een late bus op woensdag.",
    STATE.NOT_FOLLOWED_UP: "De club heeft geen zaal vrij.",
}
# kind, what, state, days from today, evidence, lasts
RESULTS = (
    (KIND.SUPPORT, "Toolbox voor clubs over laagdrempelig inschrijven", ResultState.UNDER_WAY, 40, "", Lasts.UNKNOWN),
    (KIND.PLAN, "Visietekst vrije tijd voor iedereen", ResultState.PLANNED, -12, "", Lasts.UNKNOWN),
    (KIND.CONDITIONS, "Kansentarief bij vijf clubs", ResultState.REACHED, -90, "Vijf clubs passen het toe.", Lasts.YES),
    (
        KIND.INITIATIVE,
        "Elke week instuif in de wijk",
        ResultState.REACHED,
        -200,
        "Loopt op woensdag.",
        Lasts.UNKNOWN,
    ),
    (KIND.MEETING, "Jaarlijkse clubdag", ResultState.GIVEN_UP, -150, "", Lasts.NO),
)
ONE_MORE = timedelta(days=9)


@dataclass(frozen=True)
class Place:
    """An appointment, for whom its rows are logged, and the providers that its ambassador knows."""

    appointment: Appointment
    controller: Organisation
    providers: list[Provider]

    @property
    def strategy(self) -> str:
        return PROFILE_STRATEGY.get(self.appointment.profile, Strategy.INDIVIDUAL_GUIDANCE)  # type: ignore[call-overload]

    @property
    def leads(self) -> bool:
        return self.strategy in STRATEGIES_WITHOUT_TRAJECTORIES


class OpenWorkScribe:
    """Writes them down, place by place."""

    def __init__(self, today: date, rng: Random) -> None:
        self.today, self.rng = today, rng
        self.told: set[tuple[int, str]] = set()  # nothing is said twice on one project

    def write(self, places: list[Place]) -> None:
        for place in sorted(places, key=lambda one: not one.leads):
            self._activities(place, 24 if place.leads else 4)
            for number, told in enumerate(SIGNALS if place.leads else SIGNALS[:2]):
                if self._is_new(place, told[1]):
                    self._signal(place, number, *told)
            for result in RESULTS if place.leads else RESULTS[2:3]:
                if self._is_new(place, result[1]):
                    self._result(place, *result)
            if place.leads:
                self._provider_contacts(place)

    def _is_new(self, place: Place, text: str) -> bool:
        key = (place.appointment.project_id, text)
        is_new = key not in self.told
        self.told.add(key)
        return is_new

    def _days(self, place: Place) -> tuple[date, date]:
        ended = place.appointment.ends_on
        return place.appointment.starts_on, min(self.today, ended) if ended else self.today

    def _common(self, place: Place, day: date) -> dict[str, Any]:
        """Logged on the day itself, or today when it lies ahead."""
        hour = time(self.rng.randint(9, 17), self.rng.randint(0, 59))
        logged_at = timezone.make_aware(datetime.combine(min(day, self.today), hour))
        return {
            "uuid": drawn_uuid(self.rng),
            "project": place.appointment.project,
            "controller": place.controller,
            "membership": place.appointment.membership,
            "date": day,
            "logged_at": logged_at,
            "received_at": logged_at + timedelta(minutes=self.rng.randint(0, 240)),
        }

    def _activities(self, place: Place, how_many: int) -> None:
        first, last = self._days(place)
        for number in range(how_many):
            kind, what, partners, most = self.rng.choice(ACTIVITIES)
            row = Activity.objects.create(
                kind=kind,
                kind_other="Infostand" if kind == ActivityKind.OTHER else "",
                what=what,
                strategy=place.strategy,
                partners=partners,
                head_count=None if number % 6 == 5 else self.rng.randint(6, most),
                post_url="https://www.instagram.com/p/demo/" if number % 8 == 0 else "",
                **self._common(place, max(first, last - number * (ONE_MORE * 2))),
            )
            if place.providers and number % 2:
                row.providers.set(self.rng.sample(place.providers, 1))

    def _signal(
        self, place: Place, number: int, about: str, note: str, shared: str, states: tuple[str, ...], gap: int
    ) -> None:
        first, last = self._days(place)
        noticed = max(first, last - timedelta(days=gap * (len(states) + 1) + 3 + 2 * number))
        common = self._common(place, noticed)
        row = Signal.objects.create(about=about, note=note, shared_text=shared, **common)
        stamps = {name: common[name] for name in ("membership", "logged_at", "received_at")}
        for place_in_line, state in enumerate((STATE.NOTICED, *states)):
            passed_on = state == STATE.PASSED_ON
            SignalStep.objects.create(
                uuid=drawn_uuid(self.rng),
                signal=row,
                state=state,
                date=min(last, noticed + timedelta(days=gap * place_in_line)),
                passed_to=PassedTo.LOCAL_GOVERNMENT if passed_on else "",
                passed_to_who="Demo-dienst Vrije tijd" if passed_on else "",
                note=STEP_NOTES.get(SignalState(state), ""),
                **stamps,
            )

    def _result(self, place: Place, kind: str, what: str, state: str, days: int, evidence: str, lasts: str) -> None:
        first, last = self._days(place)
        row = Result.objects.create(
            kind=kind,
            what=what,
            state=state,
            strategy=place.strategy,
            evidence=evidence,
            lasts=lasts,
            **self._common(place, max(first, last + timedelta(days=days))),
        )
        row.providers.set(place.providers[:2])

    def _provider_contacts(self, place: Place) -> None:
        first, last = self._days(place)
        for number, provider in enumerate(place.providers[:3]):
            Contact.objects.create(
                minutes=45,
                channel="provider",
                with_whom=WithWhom.PROVIDER,
                criterion="supported",
                provider=provider,
                note="Demo: hoe het loopt met nieuwe leden.",
                **self._common(place, max(first, last - ONE_MORE * (number + 1))),
            )
