"""The learning networks that really took place in 2022, after the minister's written answer to question 179.

Facts from the source, told in our own words. What the source does not say stays empty: nobody knows here whether the
three meetings that were still to come took place, or on which day the answer was given (the question's day stands in).
"""

from datetime import date
from random import Random

from networks.enums import FindingKind, Origin, SessionState, StepState
from networks.models import Finding, NextStep, Session, Theme
from organisations.models import Municipality

QUESTION = date(2022, 9, 5)
ROUND = (date(2022, 10, 1), date(2023, 2, 28))

TEENAGERS = "Verbindingsambassadeurs naar tieners en jongeren"
NEWCOMERS = "Verbindingsambassadeurs naar jonge nieuwkomers"
FUTURE = "Een duurzame toekomst voor verbindingsambassadeurs"

# date, municipality, topic, theme, attendees
HELD = (
    (date(2022, 3, 18), "Sint-Niklaas", "Tieners en jongeren", TEENAGERS, 20),
    (date(2022, 4, 19), "Asse", "Kleine en middelgrote gemeenten", FUTURE, 9),
    (date(2022, 5, 12), "Mechelen", "Jonge nieuwkomers", NEWCOMERS, 16),
    (date(2022, 6, 14), "Kortrijk", "Centrumsteden en steden", FUTURE, 6),
)
AUDIENCE = (
    "De 19 erkende projecten en de niet weerhouden aanvragen waren uitgenodigd. Op de vier bijeenkomsten samen "
    "kwamen vooral gesubsidieerde projecten. Er waren ook anderen, zoals medewerkers van het Agentschap Integratie "
    "en Inburgering, medewerkers van andere lokale besturen en studenten met een verwante thesis."
)
METHODS = "Uitwisseling tussen projecten en andere geïnteresseerden, met verschillende werkvormen."
STARTERS = "Gespreksstarters over uitdagingen op het terrein. Daarna zocht de groep samen naar werkbare oplossingen."

TO_COME = (
    ("Hoe de projecten evolueerden", "De projecten wisselen uit over hun evolutie."),
    ("Verduurzaming van de projecten", "De projecten bespreken hoe hun werk kan blijven duren."),
    ("Lessen en aanbevelingen", "De groep kijkt welke lessen en aanbevelingen er naar boven kwamen."),
)

BOTTLENECKS = (
    "Wat op lange termijn moet groeien, botst met de vraag naar resultaten op korte termijn.",
    "Jeugdwerkingen staan in principe open voor diversiteit. In de praktijk is veranderen moeilijker.",
    "Beleid en praktijk verschillen van visie, en praktijkwerkers onderling ook. Dat bemoeilijkt een gedeelde aanpak.",
    "Ambassadeurs zijn vaak pionier in hun gemeente of organisatie. Sommigen missen een klankbord en coaching.",
)
SUCCESSES = (
    "Extra personeel geeft organisaties en lokale besturen ruimte om aan dit thema te werken.",
    "Het enthousiasme en de overtuiging van professionals en vrijwilligers brengen beweging.",
    "Het project biedt de kans om ter plaatse te tonen wat deze aanpak waard is.",
    "Het project zorgt voor samenwerking en relaties op lange termijn.",
)


def fill(today: date, rng: Random) -> None:
    """The four sessions, the three that were announced, eight first findings, and what was promised."""
    held, to_come = make_held(), make_to_come()
    make_findings()
    make_next_steps(held, to_come)


def make_held() -> list[Session]:
    places = {m.name: m for m in Municipality.objects.current(QUESTION)}
    themes = {name: Theme.objects.create(name=name) for name in (TEENAGERS, NEWCOMERS, FUTURE)}
    return [
        Session.objects.create(
            state=SessionState.HELD,
            date=day,
            place=place,
            municipality=places[place],
            topic=topic,
            theme=themes[theme],
            audience=AUDIENCE,
            working_methods=METHODS,
            conversation_starters=STARTERS,
            head_count=head_count,
        )
        for day, place, topic, theme, head_count in HELD
    ]


def make_to_come() -> list[Session]:
    first, last = ROUND
    return [
        Session.objects.create(topic=topic, working_methods=methods, period_from=first, period_until=last)
        for topic, methods in TO_COME
    ]


def make_findings() -> None:
    """First findings, so provisional; they come from the interviews and the sessions together."""
    rows = [(FindingKind.BOTTLENECK, text) for text in BOTTLENECKS]
    rows += [(FindingKind.SUCCESS_FACTOR, text) for text in SUCCESSES]
    Finding.objects.bulk_create(
        Finding(kind=kind, text=text, origin=Origin.BOTH, published_on=QUESTION) for kind, text in rows
    )


def make_next_steps(held: list[Session], to_come: list[Session]) -> None:
    spring = NextStep.objects.create(
        text="Vier lerende netwerken in het voorjaar van 2022, elk over een ander onderwerp.",
        period_from=date(2022, 3, 1),
        period_until=date(2022, 6, 30),
        state=StepState.HELD,
        held_on=held[-1].date,
        promised=4,
    )
    spring.sessions.set(held)
    NextStep.objects.create(
        text="De projecten een tweede keer bevragen, over de vooruitgang die ze boekten.",
        period_from=date(2022, 9, 1),
        period_until=date(2022, 12, 31),
    )
    winter = NextStep.objects.create(
        text="Nog drie lerende netwerken: over evolutie, over verduurzaming, en over lessen en aanbevelingen.",
        period_from=ROUND[0],
        period_until=ROUND[1],
        promised=3,
    )
    winter.sessions.set(to_come)
    NextStep.objects.create(
        text="De resultaten delen met andere besturen en organisaties die met verbindingsambassadeurs willen werken."
    )
