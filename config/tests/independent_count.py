"""The figures of the Flemish report, counted again from the tables themselves. Imports nothing of ours, on purpose.

Plain SQL for the rows, plain loops for the counting, the words of the report written out: when this and the report
agree, they agree about what a figure means.
"""

from collections.abc import Callable, Iterable
from datetime import date

import psycopg2

Row = tuple
Fetch = Callable[..., list[Row]]

CHANNELS = {
    "Straat of park": "street",
    "Huisbezoek": "home_visit",
    "Bij de aanbieder": "provider",
    "School": "school",
    "Telefoon": "phone",
    "Bericht": "message",
    "Sociale media": "social_media",
    "E-mail": "email",
    "Overleg": "meeting",
}
CRITERIA = {
    "Relatie opgebouwd of onderhouden": "relation",
    "Bevraagd en geïnformeerd": "asked",
    "In contact gebracht": "brought_together",
    "Ondersteund": "supported",
    "Signaal gegeven": "signal",
    "Structuur, plan of visie": "structure",
}
WITH_WHOM = {
    "Kind of gezin": "family",
    "Groep": "group",
    "Vrijetijdsaanbieder": "provider",
    "Tussenpersoon": "go_between",
    "Externe partner": "partner",
    "Lokaal bestuur": "local_government",
    "Collega": "colleague",
}


def flemish_figures(database_url: str, year: int, today: date) -> dict[str, list[str]]:
    """What each line of the report should say, by its first words: {"Telefoon": ["478", "14.855"]}."""
    with psycopg2.connect(database_url) as connection, connection.cursor() as cursor:

        def fetch(query: str, *values: object) -> list[Row]:
            cursor.execute(query, values)
            return cursor.fetchall()

        first, last = date(year, 9, 1), date(year + 1, 8, 31)
        recognised = recognised_during(fetch, first, last)
        return {
            "Erkend tijdens het werkjaar": [number(len(recognised))],
            **contact_lines(fetch, recognised, first, min(last, today)),
            **cohort_lines(fetch, recognised, year, today),
            **network_lines(fetch),
        }


def recognised_during(fetch: Fetch, first: date, last: date) -> set[int]:
    """Projects that were recognised on at least one day: walk through the decisions, each holds until the next."""
    found = set()
    for (project,) in fetch("SELECT id FROM ambassadors_project"):
        decisions = fetch(
            "SELECT state, decided_on FROM ambassadors_recognition WHERE project_id = %s ORDER BY decided_on", project
        )
        for place, (state, begins) in enumerate(decisions):
            ends_before = decisions[place + 1][1] if place + 1 < len(decisions) else date.max
            if state == "recognised" and begins <= last and ends_before > first:
                found.add(project)
    return found


def contact_lines(fetch: Fetch, projects: set[int], first: date, last: date) -> dict[str, list[str]]:
    rows = fetch(
        "SELECT channel, criterion, with_whom, minutes FROM trajectories_contact AS one WHERE project_id = ANY(%s)"
        " AND date BETWEEN %s AND %s"
        " AND NOT EXISTS (SELECT 1 FROM trajectories_contact AS newer WHERE newer.corrects_id = one.id)",
        list(projects),
        first,
        last,
    )
    lines = {}
    for place, labels in enumerate((CHANNELS, CRITERIA, WITH_WHOM)):
        for label, code in labels.items():
            minutes = [row[3] for row in rows if row[place] == code]
            lines[label] = [number(len(minutes)), number(sum(minutes))]
    return lines


def cohort_lines(fetch: Fetch, projects: set[int], year: int, today: date) -> dict[str, list[str]]:
    """Started and enrolled, of those that started in the working year. Nothing about a child is read."""
    rows = fetch(
        "SELECT m1_outcome = 'reached' AND m1_on <= %s FROM trajectories_trajectory"
        " WHERE project_id = ANY(%s) AND started_on BETWEEN %s AND %s",
        today,
        list(projects),
        date(year, 9, 1),
        min(date(year + 1, 8, 31), today),
    )
    enrolled = sum(1 for (reached,) in rows if reached)
    return {f"{year}–{year + 1}": [number(len(rows)), number(enrolled)]}


def network_lines(fetch: Fetch) -> dict[str, list[str]]:
    """The networks that took place: topic, day, place, head count, and all attendances together."""
    rows = fetch("SELECT topic, date, place, head_count FROM networks_session WHERE state = 'held'")
    lines = {topic: [day.strftime("%d/%m/%Y"), place, number(heads)] for topic, day, place, heads in rows}
    return lines | {"Aanwezigheden": [number(sum(heads for *_, heads in rows))]}


def number(value: int) -> str:
    """1.234, as Flanders writes it."""
    return f"{value:,}".replace(",", ".")


def figures_in(lines: dict[str, list[str]]) -> Iterable[str]:
    return (value for values in lines.values() for value in values if value != "0")
