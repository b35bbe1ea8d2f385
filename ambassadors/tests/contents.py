"""A dossier in which everything is answered, each answer recognisable in a page or a document."""

from datetime import date, time
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from ambassadors.merging import StepContent


def row(**columns):
    """A row with an address that is the same each time."""
    return {"uuid": uuid5(NAMESPACE_URL, repr(columns)), **columns}


BELIEFS = StepContent(
    note="Nota een",
    answers={
        "worth": "Spelen maakt sterk",
        "room_shared": "fully",
        "room_why": "Nu is er nooit tijd",
        "reach_shared": "partly",
        "reach_why": "Twijfel over tieners",
        "link_shared": "not",
        "link_why": "De school doet dat al",
    },
    rows={
        "own_expectations": [row(expectation="Een gezicht in de wijk", shared="fully", why="Dat vroegen ouders")],
        "consulted_sources": [
            row(source_id="brugfiguren", other="", lesson="Vertrouwen groeit traag"),
            row(source_id=None, other="Thesis over instuiven", lesson="Zonder drempel begint het"),
        ],
    },
)
ENVIRONMENT = StepContent(
    note="Nota twee",
    answers={
        "made_by": "partner",
        "made_by_whom": "Studiebureau Kompas",
        "needs": "Een plek op woensdag",
        "offer": "Twee chirogroepen",
        "threshold_known": "Niemand kent de academie",
        "threshold_reachable": "Geen bus na zes uur",
        "threshold_available": "Wachtlijst bij de zwemclub",
        "threshold_usable": "Te veel regels",
        "threshold_affordable": "Kampgeld in één keer",
        "threshold_understandable": "Brieven in moeilijke taal",
        "threshold_trustworthy": "Wie zijn die mensen",
        "threshold_understanding": "Geen begrip voor te laat komen",
        "threshold_enterable": "Een deur met een code",
    },
    rows={
        "existing_analyses": [
            row(kind="boa", other="", state="complete", is_reused=True, missing="Niets over tieners"),
            row(kind="other", other="Wijkfoto Noord", state="partial", is_reused=False, missing=""),
        ],
        "talks": [
            row(
                date=date(2026, 9, 3),
                partner="Scouts De Meeuw",
                kind="youth_movement",
                side="supply",
                holidays_only=False,
                needs="Meer leiding",
                worries="Het lokaal lekt",
                diary="Vrij na Pasen",
                places=8,
                tie="fair",
                strengthen="Elke maand langsgaan",
                commitment="yes",
            ),
            row(
                date=date(2026, 9, 10),
                partner="Zomerschool Zuid",
                kind="other",
                side="demand",
                holidays_only=True,
                needs="Iets na augustus",
                worries="Te weinig handen",
                diary="",
                places=None,
                tie="weak",
                strengthen="",
                commitment="not_asked",
            ),
        ],
        "lifeworld_contacts": [
            row(
                date=date(2026, 8, 20),
                place="Park Achter de Molen",
                with_whom="Vijf tieners op een bank",
                learnt="Ze zoeken een dak bij regen",
            )
        ],
    },
)
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
        "strategies": ["individual_guidance", "association_support"],
    },
    rows={
        "wanted_profiles": [
            row(profile="guide", other="", leaning="demand"),
            row(profile="other", other="Theatermaker", leaning="supply"),
        ],
        "needed_partners": [
            row(name="Jeugdhuis De Kade", kind="youth_club", engagement="signed", engagement_on=date(2026, 10, 1)),
            row(name="OCMW Eigen", kind="social_welfare", engagement="not_asked", engagement_on=None),
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
            row(label="Ambassadeur noord", percentage=50, cost=Decimal("31000.50")),
            row(label="Ambassadeur zuid", percentage=40, cost=Decimal("25000.00")),
        ],
        "operating_costs": [
            row(category="catering", description="Soep op het plein", amount=Decimal("750.25")),
            row(category="other", description="Fietsen", amount=Decimal("1249.75")),
        ],
        "funding": [
            row(source="Vlaamse subsidie", amount=Decimal("40000.00")),
            row(source="Provincie", amount=Decimal("1234.56")),
        ],
    },
)
SUPPORT = StepContent(
    note="Nota vijf",
    answers={
        "group_form": "platform",
        "form_name": "Jeugdwelzijnsoverleg Midden",
        "breadth": "broad",
        "is_sounding_board": True,
        "gives_feedback": True,
        "supports_actions": False,
        "opens_doors": True,
        "picks_up_signals": True,
        "function_other": "Zoekt mee naar lokalen",
        "rhythm": "Om de zes weken",
        "decides": "De volgorde van de wijken",
        "training": "Cursus omgaan met trauma",
        "supervision": "Intervisie in de regio",
        "coaching": "Een vroegere straathoekwerker",
    },
    rows={
        "support_members": [
            row(name="Riet Voorbeeld", organisation="Jeugdraad Eigen", role="Voorzitter", email="riet@example.org")
        ],
        "support_meetings": [
            row(
                date=date(2026, 11, 3),
                starts_at=time(14, 30),
                minutes=90,
                place="Zaal De Bron",
                state="held",
                decisions="We beginnen in Tuinzicht",
            )
        ],
    },
)
GOALS = StepContent(
    note="Nota zes",
    answers={
        "factor_tie": True,
        "factor_roots": False,
        "factor_worries": True,
        "factor_willing": True,
        "factor_places": True,
        "factor_changes": True,
        "supply_start": "Vier clubs kennen ons",
        "factor_share": True,
        "factor_network": True,
        "factor_offer": False,
        "factor_access": True,
        "factor_distance": True,
        "factor_needs": True,
        "factor_latitude": True,
        "demand_start": "Het OCMW opent de deur",
        "is_experienced": True,
        "has_wide_network": True,
        "has_direct_access": True,
        "has_broad_scope": True,
        "has_enough_time": False,
        "yearly_started": 41,
        "yearly_guided": 29,
        "registration": "Contacten en trajecten",
        "tool": "Dit systeem",
        "reporting": "Elk kwartaal aan het diensthoofd",
        "gdpr": "Grondslag besproken met de DPO",
        "deontology": "Discretie, ook onder collega's",
        "evaluator": "Het afdelingshoofd Vrije Tijd",
        "evaluator_mandate": "Mag de plannen bijsturen",
        "wider_policy": "Actieplan kinderarmoede",
    },
    rows={
        "goals": [
            row(
                goal="Een vaste band met acht clubs",
                side="supply",
                kind="process",
                criterion="relation",
                result="",
                starting_point="Vier clubs",
                target="Acht clubs na een jaar",
                why="Zonder band geen plaatsen",
                agreed_on=None,
                agreed_by_id=None,
            ),
            row(
                goal="Een instuif op woensdag",
                side="demand",
                kind="result",
                criterion="",
                result="initiative",
                starting_point="Er is er geen",
                target="Tien namiddagen",
                why="Tieners vroegen het",
                agreed_on=None,
                agreed_by_id=None,
            ),
        ],
        "follow_ups": [row(with_whom="manager", date=date(2027, 1, 12), subject="Hoe gaat het met jou")],
        "adjustments": [row(date=date(2026, 10, 20), what="Ook de deelgemeente Oost", reason="De school vroeg het")],
    },
)
CONTENTS = {1: BELIEFS, 2: ENVIRONMENT, 3: STRATEGY, 4: BUDGET, 5: SUPPORT, 6: GOALS}
