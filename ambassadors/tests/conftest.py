"""A dossier on the project of the cast, and ways to fill it in."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from ambassadors.actions.dossier import StepContent, open_hiring_file, save_step
from ambassadors.models import HiringFile

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=ZoneInfo("Europe/Brussels"))

# Every kind of answer of steps 3 and 4, each recognisable in a page or a document.
STRATEGY = StepContent(
    note="Nota drie",
    answers={
        "focus_target_group": "Tieners uit de OKAN-klas",
        "focus_neighbourhood": "De wijk Tuinzicht",
        "focus_youth_work": "Jeugdhuizen",
        "organised": "both",
        "orientation": "inclusive",
        "greatest_needs": True,
        "good_start": True,
        "why": "Omdat de school het vraagt",
    },
    rows={
        "chosen_strategies": [{"strategy": "individual_guidance"}, {"strategy": "association_support"}],
        "wanted_profiles": [
            {"profile": "guide", "other": "", "leaning": "demand"},
            {"profile": "other", "other": "Theatermaker", "leaning": "supply"},
        ],
        "needed_partners": [
            {
                "name": "Jeugdhuis De Kade",
                "kind": "youth_club",
                "engagement": "signed",
                "engagement_on": date(2026, 10, 1),
            },
            {"name": "OCMW Eigen", "kind": "social_welfare", "engagement": "not_asked", "engagement_on": None},
        ],
    },
)
BUDGET = StepContent(
    note="Nota vier",
    answers={
        "term": "months",
        "months": 30,
        "initiator": "other",
        "initiator_other": "Interlokale vereniging",
        "route": "tender",
        "argument_team": True,
        "argument_service": False,
        "argument_expertise": True,
        "argument_latitude": True,
        "argument_independence": True,
        "argument_other": "Zij kennen de buurt",
        "service": "Dienst Vrije Tijd",
        "mandate": "Mag zelf afspraken maken",
        "post_profile": "Spreekt Pasjtoe",
    },
    rows={
        "staffing": [
            {"label": "Ambassadeur noord", "percentage": 50, "cost": Decimal("31000.50")},
            {"label": "Ambassadeur zuid", "percentage": 40, "cost": Decimal("25000.00")},
        ],
        "operating_costs": [
            {"category": "catering", "description": "Soep op het plein", "amount": Decimal("750.25")},
            {"category": "other", "description": "Fietsen", "amount": Decimal("1249.75")},
        ],
        "funding": [
            {"source": "Vlaamse subsidie", "amount": Decimal("40000.00")},
            {"source": "Provincie", "amount": Decimal("1234.56")},
        ],
    },
)
CONTENTS = {
    1: StepContent(note="Nota een"),
    2: StepContent(note="Nota twee"),
    3: STRATEGY,
    4: BUDGET,
    5: StepContent(note="Nota vijf"),
    6: StepContent(note="Nota zes"),
}


def fetched(project):
    """The dossier of a project as a page fetches it."""
    return HiringFile.objects.with_answers().get(project=project)


def fill_in(project, by, contents=CONTENTS):
    """Save steps one by one, as a person would. Returns the dossier as it stands then."""
    for number, content in contents.items():
        step = fetched(project).step(number)
        save_step(step=step, version=step.version, content=content, by=by, now=NOW)
    return fetched(project)


@pytest.fixture
def hiring_file(cast):
    """Opened, with nothing in it yet."""
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    return fetched(cast.project)


@pytest.fixture
def full_hiring_file(cast, hiring_file):
    """Every question answered, no step ready."""
    return fill_in(cast.project, cast.coordinator)
