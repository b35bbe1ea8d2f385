"""Pure: a worked example of a dossier: invented, complete, to start from and to learn from. The demo varies on it."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from ambassadors.enums import Criterion, Profile, ResultKind, Side, Strategy
from ambassadors.instrument import (
    CAPACITY_CONDITIONS,
    AnalysisKind,
    AnalysisState,
    Breadth,
    Commitment,
    Engagement,
    FollowUpWith,
    GroupForm,
    IndicatorKind,
    Initiator,
    Leaning,
    MadeBy,
    MeetingState,
    OperatingCategory,
    Organised,
    Orientation,
    PartnerKind,
    Route,
    Shared,
    StepNumber,
    TalkSide,
    TermKind,
    Tie,
)
from ambassadors.merging import StepContent

Filled = tuple[dict[str, Any], dict[str, Any]]

TALKS = (
    (
        "OCMW {place}",
        PartnerKind.SOCIAL_WELFARE,
        TalkSide.DEMAND,
        "Gezinnen kennen het aanbod niet en durven niet te bellen.",
        "Ze willen niet dat hulp en vrije tijd door elkaar lopen.",
        "Een vast halfuur op het teamoverleg.",
        None,
        Tie.STRONG,
        Commitment.YES,
    ),
    (
        "Chiro De Demo {place}",
        PartnerKind.YOUTH_MOVEMENT,
        TalkSide.SUPPLY,
        "Vorming over omgaan met kinderen die nog geen Nederlands spreken.",
        "Te weinig leiding tot Pasen.",
        "Na Pasen is er ruimte.",
        8,
        Tie.FAIR,
        Commitment.NOT_YET,
    ),
    (
        "Voetbalclub Demoboys {place}",
        PartnerKind.SPORTS_CLUB,
        TalkSide.SUPPLY,
        "Hulp bij het betalen in schijven.",
        "",
        "",
        None,
        Tie.WEAK,
        Commitment.NO,
    ),
)
GOALS = (
    (
        "Een vaste band met acht verenigingen",
        Side.SUPPLY,
        IndicatorKind.PROCESS,
        Criterion.RELATION,
        "",
        "Vier verenigingen kennen ons.",
        "Na een jaar spreken we er acht elke maand.",
        "Zonder band komen er geen plaatsen.",
    ),
    (
        "Een instuif op woensdag in de wijk",
        Side.DEMAND,
        IndicatorKind.RESULT,
        "",
        ResultKind.INITIATIVE,
        "Er is geen plek zonder inschrijving.",
        "Tien namiddagen, met een jeugdhuis erbij.",
        "Tieners vroegen ernaar in het park.",
    ),
)


PLACE = "Voorbeeldegem"
NOTE = (
    "In {place} blijven de jeugdverenigingen en de kinderen uit de oude wijken elkaar mislopen. Wij geloven dat samen "
    "spelen, kamperen en sporten een kind sterker maakt, en dat dit ook buiten een vereniging kan.\n\n"
    "We verwachten dat een verbindingsambassadeur tijd heeft waar wij die niet hebben: om gezinnen thuis te bezoeken, "
    "mee te gaan naar een eerste activiteit en na een maand nog eens te bellen."
)


def worked_example(today: date) -> dict[StepNumber, StepContent]:
    """The six steps, filled in as if it were prepared in the months before `today`."""
    example = Example(PLACE, 0, today)
    filled = {
        StepNumber.BELIEFS: example.beliefs(is_ready=True),
        StepNumber.ENVIRONMENT: example.environment(is_ready=True),
        StepNumber.STRATEGY: example.strategy(),
        StepNumber.BUDGET: example.budget(),
        StepNumber.SUPPORT_GROUP: example.support(is_ready=True),
        StepNumber.GOALS: example.goals(is_ready=True),
    }
    notes = {StepNumber.BELIEFS: NOTE.format(place=PLACE)}
    return {
        number: StepContent(note=notes.get(number, ""), is_ready=False, answers=answers, rows=rows)
        for number, (answers, rows) in filled.items()
    }


class Example:
    """Answers for one dossier. `order` varies them; `last_day` is the day before which all of it happened.

    `staffing` in percent: the numbers for a year follow it, well below what is possible in optimal circumstances.
    """

    def __init__(self, place: str, order: int, last_day: date, *, staffing: int = 80) -> None:
        self.place, self.order, self.last_day, self.staffing = place, order, last_day, staffing

    def beliefs(self, *, is_ready: bool) -> Filled:
        answers = {
            "worth": "Wie meedoet, leert vrienden en de taal kennen, en kan ergens goed in zijn.",
            "room_shared": Shared.FULLY.value,
            "room_why": "Vandaag doet iedereen dit erbij, en dus niemand.",
            "reach_shared": Shared.PARTLY.value,
            "reach_why": "Over tieners zijn we het nog niet eens." if is_ready else "",
            "link_shared": Shared.FULLY.value,
            "link_why": "Het OCMW kent de gezinnen, de jeugddienst kent de clubs." if is_ready else "",
        }
        own = {
            "expectation": "Eén gezicht dat iedereen in de wijk kent",
            "shared": Shared.FULLY.value,
            "why": "Dat vroegen ouders.",
        }
        read = [
            {"source_id": "brugfiguren", "other": "", "lesson": "Vertrouwen groeit traag: reken in jaren."},
            {
                "source_id": "inclusief-en-doelgroepspecifiek",
                "other": "",
                "lesson": "Het ene sluit het andere niet uit.",
            },
        ]
        return answers, {"own_expectations": [own], "consulted_sources": read[: 1 + self.order % 2]}

    def environment(self, *, is_ready: bool) -> Filled:
        answers = {
            "made_by": MadeBy.OURSELVES.value,
            "needs": "Betaalbare woensdagnamiddagen, en iemand die de eerste keer meegaat.",
            "offer": "Elf jeugdbewegingen, een speelplein in de zomer, een jeugdhuis, een academie.",
            "threshold_known": "Ouders kennen het speelplein, de jeugdbewegingen niet.",
            "threshold_reachable": "Na zes uur rijdt er geen bus naar de deelgemeenten.",
            "threshold_affordable": "Kampgeld in één keer betalen lukt niet.",
            "threshold_trustworthy": "De schrik om de enige te zijn." if is_ready else "",
        }
        analyses = [
            {
                "kind": AnalysisKind.POLICY_PLAN.value,
                "state": AnalysisState.COMPLETE.value,
                "is_reused": True,
                "missing": "Zegt weinig over tieners.",
            },
            {"kind": AnalysisKind.CHILD_FRIENDLY.value, "state": AnalysisState.IN_THE_MAKING.value},
        ]
        count = len(TALKS) if is_ready else 1
        contact = {
            "date": self.last_day - timedelta(days=40),
            "place": "Het park achter het station",
            "with_whom": "Een groepje tieners, met de straathoekwerker erbij",
            "learnt": "Ze zoeken een plek zonder inschrijving, en een dak als het regent.",
        }
        rows = {
            "existing_analyses": analyses[: 1 + self.order % 2],
            "talks": [self._talk(number) for number in range(count)],
            "lifeworld_contacts": [contact] if is_ready else [],
        }
        return answers, rows

    def strategy(self) -> Filled:
        answers = {
            "focus_target_group": "Kinderen van zes tot twaalf jaar in gezinnen die rekenen op het OCMW",
            "focus_neighbourhood": "De wijk rond het station",
            "focus_youth_work": "Jeugdbewegingen en speelplein",
            "organised": Organised.BOTH.value,
            "orientation": Orientation.INCLUSIVE.value,
            "greatest_needs": True,
            "good_start": True,
            "why": "De nood is er het hoogst, en de brugfiguur van de basisschool kent er de gezinnen al.",
            "strategies": [Strategy.INDIVIDUAL_GUIDANCE.value, Strategy.ASSOCIATION_SUPPORT.value],
        }
        partner = {"name": f"OCMW {self.place}", "kind": PartnerKind.SOCIAL_WELFARE.value}
        club = {"name": f"Chiro De Demo {self.place}", "kind": PartnerKind.YOUTH_MOVEMENT.value}
        signed = {"engagement": Engagement.SIGNED.value, "engagement_on": self.last_day - timedelta(days=20)}
        return answers, {
            "wanted_profiles": [
                {"profile": Profile.GUIDE.value, "leaning": Leaning.DEMAND.value},
                {"profile": Profile.YOUTH_WORK_SUPPORTER.value, "leaning": Leaning.SUPPLY.value},
            ],
            "needed_partners": [partner | signed, club],
        }

    def budget(self) -> Filled:
        answers = {
            "term": TermKind.OPEN_ENDED.value,
            "initiator": Initiator.LOCAL_GOVERNMENT.value,
            "route": Route.HIRE.value,
            "argument_team": True,
            "argument_service": True,
            "service": "Dienst Jeugd",
            "mandate": "Maakt zelf afspraken met gezinnen en verenigingen, en meldt signalen aan het diensthoofd.",
            "post_profile": "Ervaring met jeugdwerk, spreekt vlot meer dan één taal, werkt ook op zaterdag.",
        }
        post = {"label": "Verbindingsambassadeur", "percentage": self.staffing, "cost": Decimal("54400.00")}
        costs = [
            {
                "category": OperatingCategory.PARTICIPATION_FEES.value,
                "description": "Lidgeld en kamp, in schijven",
                "amount": Decimal("2500.00"),
            },
            {
                "category": OperatingCategory.TRAVEL.value,
                "description": "Fiets en openbaar vervoer",
                "amount": Decimal("650.00"),
            },
        ]
        funding = [
            {"source": "Projectsubsidie Vlaanderen", "amount": Decimal("40000.00")},
            {"source": "Eigen middelen", "amount": Decimal("17550.00")},
        ]
        return answers, {"staffing": [post], "operating_costs": costs, "funding": funding}

    def support(self, *, is_ready: bool) -> Filled:
        on_platform = self.order % 2 == 0
        answers = {
            "group_form": (GroupForm.PLATFORM if on_platform else GroupForm.NEW).value,
            "form_name": "Jeugdwelzijnsoverleg" if on_platform else "Steungroep verbinding",
            "breadth": (Breadth.BROAD if on_platform else Breadth.SMALL).value,
            "is_sounding_board": True,
            "opens_doors": True,
            "picks_up_signals": is_ready,
            "rhythm": "Om de zes weken" if on_platform else "Elk kwartaal",
            "supervision": "De regionale groep van ambassadeurs" if is_ready else "",
            "coaching": "Een ervaren jeugdwerker, één keer per maand" if is_ready else "",
        }
        members = [
            {"name": "Schepen van Jeugd (demo)", "organisation": "Gemeente {place}", "role": "Mandataris"},
            {"name": "Diensthoofd Vrije Tijd (demo)", "organisation": "Gemeente {place}", "role": "Leidinggevende"},
            {"name": "Jeugdwerker (demo)", "organisation": "Jeugdhuis De Proefballon {place}", "role": "Klankbord"},
        ]
        meetings = [self._meeting(weeks) for weeks in ((-6, 6, 14) if is_ready else (6,))]
        return answers, {
            "support_members": [self._placed(member) for member in members],
            "support_meetings": meetings,
        }

    def goals(self, *, is_ready: bool) -> Filled:
        answers = {
            "factor_tie": True,
            "factor_places": True,
            "factor_willing": is_ready,
            "supply_start": "We kennen vier verenigingen goed.",
            "factor_access": True,
            "factor_distance": True,
            "demand_start": "Het OCMW en de basisschool openen de deur.",
            "yearly_started": self.staffing * 3 // 10,
            "yearly_guided": self.staffing // 5,
            **dict.fromkeys(CAPACITY_CONDITIONS, is_ready),
            "registration": "Contacten, trajecten en signalen, met zo weinig mogelijk gegevens.",
            "tool": "Dit systeem",
            "reporting": "Elk kwartaal aan de steungroep.",
            "gdpr": "De grondslag en de bewaartermijn zijn met de DPO besproken." if is_ready else "",
            "deontology": "Discretie, ook tegenover collega's.",
            "evaluator": "Het afdelingshoofd Vrije Tijd" if is_ready else "",
            "evaluator_mandate": "Mag de plannen bijsturen." if is_ready else "",
            "wider_policy": "Het actieplan tegen kinderarmoede.",
        }
        follow_ups = [
            {
                "with_whom": FollowUpWith.MANAGER.value,
                "date": self.last_day + timedelta(weeks=4),
                "subject": "Hoe loopt het?",
            },
            {
                "with_whom": FollowUpWith.COLLEAGUES.value,
                "date": self.last_day + timedelta(weeks=6),
                "subject": "Signalen",
            },
        ]
        return answers, {
            "goals": [self._goal(goal) for goal in GOALS],
            "follow_ups": follow_ups if is_ready else [],
            "adjustments": [],
        }

    def _talk(self, number: int) -> dict[str, Any]:
        partner, kind, side, needs, worries, diary, places, tie, commitment = TALKS[number]
        return {
            "partner": partner.format(place=self.place),
            "kind": kind.value,
            "side": side.value,
            "date": self.last_day - timedelta(days=45 + 3 * number),
            "needs": needs,
            "worries": worries,
            "diary": diary,
            "places": places,
            "tie": tie.value,
            "commitment": commitment.value,
        }

    def _meeting(self, weeks: int) -> dict[str, Any]:
        held = weeks < 0
        return {
            "date": self.last_day + timedelta(weeks=weeks),
            "starts_at": time(14, 0),
            "minutes": 90,
            "place": "Vergaderzaal van de dienst Jeugd",
            "state": (MeetingState.HELD if held else MeetingState.PLANNED).value,
            "decisions": "We beginnen in de wijk rond het station." if held else "",
        }

    def _goal(self, goal: tuple[Any, ...]) -> dict[str, Any]:
        names = ("goal", "side", "kind", "criterion", "result", "starting_point", "target", "why")
        return {name: getattr(value, "value", value) for name, value in zip(names, goal, strict=True)}

    def _placed(self, row: dict[str, str]) -> dict[str, str]:
        return {name: value.format(place=self.place) for name, value in row.items()}
