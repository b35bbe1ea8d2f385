"""Invented names and sentences for the demo trajectories; every first name gets "Demo-" before it."""

from trajectories.enums import ProviderKind

FIRST_NAMES = (
    "Noor", "Amir", "Lina", "Tuur", "Yara", "Ilias", "Fien", "Adam", "Marie", "Sami", "Lotte", "Youssef", "Ella",
    "Finn", "Nour", "Jef", "Aya", "Wout", "Zeynep", "Lars", "Imane", "Stan", "Mila", "Rayan", "Juul",
    "Dina", "Kobe", "Sara",
)  # fmt: skip
NEIGHBOURHOODS = ("Demowijk Noord", "Demowijk Zuid", "Demowijk Station", "Demowijk Park", "")
WISHES = (
    "Wil graag buiten spelen met leeftijdsgenoten.",
    "Zoekt een plek om te tekenen of te knutselen.",
    "Wil voetballen, maar liefst niet in competitie.",
    "Wil mee op kamp met de vriendin uit de klas.",
    "",
)
NOTES = (
    "Even gebeld: het uniform is geregeld.",
    "Samen naar de eerste bijeenkomst gewandeld.",
    "De leiding belt zelf terug over de plaatsen.",
    "Afgesproken om volgende week samen te gaan kijken.",
    "",
    "",
    "",
)
REASONS = ("Het uur paste niet bij het werk van de ouders.", "Had er geen zin meer in.", "Verhuisde.")
# name, kind, organised, for one group, holidays only
PROVIDERS = (
    ("Chiro De Demo", ProviderKind.YOUTH_MOVEMENT, True, False, False),
    ("Scouts Voorbeeld", ProviderKind.YOUTH_MOVEMENT, True, False, False),
    ("Jeugdhuis De Proefballon", ProviderKind.YOUTH_CLUB, True, False, False),
    ("Voetbalclub Demoboys", ProviderKind.SPORTS_CLUB, True, False, False),
    ("Academie Testpenseel", ProviderKind.ARTS_EDUCATION, True, False, False),
    ("Instuif Overal", ProviderKind.SPECIAL_GROUPS, False, True, False),
    ("Speelplein Zomervoorbeeld", ProviderKind.PLAYGROUND, True, False, True),
)
