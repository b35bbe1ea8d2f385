"""What coordinators of invented projects wrote in their dossiers. `{place}` is the municipality."""

from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Leaning, PartnerKind

NOTES = {
    1: (
        "In {place} blijven de jeugdverenigingen en de kinderen uit de oude wijken elkaar mislopen. Wij geloven dat "
        "samen spelen, kamperen en sporten een kind sterker maakt, en dat dit ook buiten een vereniging kan.\n\n"
        "We verwachten dat een verbindingsambassadeur tijd heeft waar wij die niet hebben: om gezinnen thuis te "
        "bezoeken, mee te gaan naar een eerste activiteit en na een maand nog eens te bellen.\n\n"
        "We lazen over de waarde van jeugdwerk en over werken met brugfiguren. Daaruit onthouden we dat vertrouwen "
        "traag groeit en dat één naam en één gezicht helpen.",
        "Vorig jaar wees de bevraging van het OCMW uit dat zes op de tien kinderen in budgetbegeleiding geen hobby "
        "hebben. Dat willen we veranderen. Vrije tijd is geen extraatje: je leert er vrienden kennen en Nederlands "
        "spreken.\n\nEen extra collega geeft ons de ruimte om dit grondig aan te pakken. Of die ook alle groepen "
        "bereikt, weten we nog niet: daarover zijn we het intern niet eens.",
        "De clubs vragen leden, de gezinnen vragen de weg. Er is dus geen gebrek aan goede wil, wel aan iemand die "
        "beide kanten kent. Die schakel willen we inzetten, voor minstens drie jaar.",
    ),
    2: ("", "De analyse van het meerjarenplan is van voor de fusie: lees de cijfers met dat in het achterhoofd."),
    5: ("", ""),
    6: ("", "We meten eerst of de band groeit en pas daarna hoeveel kinderen inschrijven."),
    3: ("We herbekijken deze keuze na één werkjaar.", ""),
    4: ("De financieringsaanvraag gaat in maart naar de gemeenteraad.", ""),
}
# target group, neighbourhood, form of youth work, why
FOCUS = (
    (
        "Kinderen van zes tot twaalf jaar in gezinnen die rekenen op het OCMW",
        "De wijk rond het station",
        "Jeugdbewegingen en speelplein",
        "De nood is er het hoogst, en de brugfiguur van de basisschool kent er de gezinnen al.",
    ),
    (
        "Tieners die pas in België wonen",
        "",
        "Jeugdhuis en sportclubs",
        "De OKAN-klassen vragen al twee jaar naar een vaste contactpersoon.",
    ),
    ("", "De deelgemeenten zonder jeugdhuis", "Speelpleinwerking en instuif", ""),
)
# Some are providers of the logbook, under the same name: so plan and practice finds them again.
PARTNERS = (
    ("Chiro De Demo {place}", PartnerKind.YOUTH_MOVEMENT),
    ("OCMW {place}", PartnerKind.SOCIAL_WELFARE),
    ("Huis van het Kind {place}", PartnerKind.FAMILY_HOUSE),
    ("Jeugdhuis De Proefballon {place}", PartnerKind.YOUTH_CLUB),
    ("Voetbalclub Demoboys {place}", PartnerKind.SPORTS_CLUB),
    ("Buurtwerk Het Plein (demo)", PartnerKind.NEIGHBOURHOOD_WORK),
)
STRATEGIES = {
    Profile.BOTTOM_UP_WORKER: Strategy.BOTTOM_UP,
    Profile.GROUP_WORKER: Strategy.LOW_THRESHOLD,
    Profile.GUIDE: Strategy.INDIVIDUAL_GUIDANCE,
    Profile.YOUTH_WORK_SUPPORTER: Strategy.ASSOCIATION_SUPPORT,
    Profile.NETWORK_BROKER: Strategy.NETWORKING,
    Profile.POLICY_OFFICER: Strategy.STRUCTURAL,
}
LEANINGS = {Profile.YOUTH_WORK_SUPPORTER: Leaning.SUPPLY, Profile.NETWORK_BROKER: Leaning.BOTH}
MANDATE = (
    "Spreekt partners aan in naam van het bestuur, beslist over het werkingsbudget tot 250 euro en legt signalen "
    "rechtstreeks voor aan het diensthoofd."
)
POST_PROFILE = (
    "Ervaring in het jeugdwerk of het buurtwerk, vlot in contact met ouders en leiding, bereid om op woensdag en in "
    "het weekend te werken. Een tweede taal is een troef."
)

# Why some choose otherwise, by the code of the rule.
OTHERWISE = {
    "one-sided": "De jeugdconsulent ondersteunt de verenigingen al. De ambassadeur kan zich op de gezinnen richten.",
    "partner-unsigned": "We spraken mondeling af. Zodra de ambassadeur begint, gaan we samen langs om te tekenen.",
    "staffing-middling": "Meer is er dit jaar niet. Na een eerste evaluatie vragen we de gemeenteraad om meer.",
}
