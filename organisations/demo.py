"""Invented organisations and people, marked "(demo)", to try the product with. Only municipalities are real.

The guidance partner and the four intermediaries are named in the public source; their people are invented.
"""

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from organisations import kbo
from organisations.enums import OrganisationKind, Role
from organisations.models import Membership, Municipality, Organisation, User

PASSWORD = "demo-demo-demo"  # noqa: S105 stands on the screen of whoever starts the demo
MINISTRY = "Ministerie van Jeugd (demo)"
GUIDANCE_PARTNER = "Karel de Grote Hogeschool"
EXTERNAL_EMPLOYER = "Vzw Buurtbrug (demo)"
RICHEST = "Mechelen"

KIND = OrganisationKind
# name, kind, municipality ("" = Brussels)
ORGANISATIONS = (
    ("Stad Mechelen (demo)", KIND.LOCAL_GOVERNMENT, "Mechelen"),
    ("Stad Turnhout (demo)", KIND.LOCAL_GOVERNMENT, "Turnhout"),
    ("Gemeente Heist-op-den-Berg (demo)", KIND.LOCAL_GOVERNMENT, "Heist-op-den-Berg"),
    ("Stad Sint-Niklaas (demo)", KIND.LOCAL_GOVERNMENT, "Sint-Niklaas"),
    ("Stad Aalst (demo)", KIND.LOCAL_GOVERNMENT, "Aalst"),
    ("Stad Gent (demo)", KIND.LOCAL_GOVERNMENT, "Gent"),
    ("Stad Kortrijk (demo)", KIND.LOCAL_GOVERNMENT, "Kortrijk"),
    ("Stad Oostende (demo)", KIND.LOCAL_GOVERNMENT, "Oostende"),
    ("Gemeente Asse (demo)", KIND.LOCAL_GOVERNMENT, "Asse"),
    ("Stad Leuven (demo)", KIND.LOCAL_GOVERNMENT, "Leuven"),
    ("Stad Tienen (demo)", KIND.LOCAL_GOVERNMENT, "Tienen"),
    ("Stad Genk (demo)", KIND.LOCAL_GOVERNMENT, "Genk"),
    ("Stad Beringen (demo)", KIND.LOCAL_GOVERNMENT, "Beringen"),
    ("Jeugdhuis De Proef (demo)", KIND.LOCAL_ASSOCIATION, "Roeselare"),
    ("Speelplein Overal (demo)", KIND.SUPRALOCAL_YOUTH_WORK, "Deinze"),
    ("Jong Vlaanderen Samen (demo)", KIND.NATIONAL_YOUTH_WORK, ""),
    (EXTERNAL_EMPLOYER, KIND.EXTERNAL_PARTNER, "Asse"),
    ("Sociaal Huis Voorbeeld (demo)", KIND.OTHER, "Mechelen"),
    ("De Ambrassade", KIND.INTERMEDIARY, ""),
    ("Bataljong", KIND.INTERMEDIARY, "Antwerpen"),
    ("Demos", KIND.INTERMEDIARY, ""),
    ("VVSG", KIND.INTERMEDIARY, ""),
    (GUIDANCE_PARTNER, KIND.GUIDANCE_PARTNER, "Antwerpen"),
    (MINISTRY, KIND.MINISTRY, ""),
)

# log-in (before @demo.example), first name, memberships as (role, start of the organisation's name)
LOG_INS = (
    ("coordinator", "Els", ((Role.COORDINATOR, "Stad Mechelen"),)),
    ("ambassador", "An", ((Role.AMBASSADOR, "Stad Mechelen"),)),
    ("guide", "Bart", ((Role.GUIDE, GUIDANCE_PARTNER),)),
    ("ministry", "Chris", ((Role.MINISTRY, MINISTRY),)),
    ("administrator", "Dirk", ((Role.ADMINISTRATOR, "Stad Mechelen"),)),
    ("administrator.ministry", "Fatma", ((Role.ADMINISTRATOR, MINISTRY),)),
    ("administrator.guide", "Gert", ((Role.ADMINISTRATOR, GUIDANCE_PARTNER),)),
    ("administrator.asse", "Hilde", ((Role.ADMINISTRATOR, EXTERNAL_EMPLOYER),)),
    ("coordinator.turnhout", "Ilse", ((Role.COORDINATOR, "Stad Turnhout"),)),
    ("coordinator.heist", "Jan", ((Role.COORDINATOR, "Gemeente Heist-op-den-Berg"),)),
    ("coordinator.sint-niklaas", "Karim", ((Role.COORDINATOR, "Stad Sint-Niklaas"),)),
    ("coordinator.aalst", "Leen", ((Role.COORDINATOR, "Stad Aalst"),)),
    ("coordinator.gent", "Mia", ((Role.COORDINATOR, "Stad Gent"),)),
    ("coordinator.kortrijk", "Nele", ((Role.COORDINATOR, "Stad Kortrijk"),)),
    ("coordinator.oostende", "Omar", ((Role.COORDINATOR, "Stad Oostende"),)),
    ("coordinator.asse", "Piet", ((Role.COORDINATOR, "Gemeente Asse"),)),
    ("coordinator.buurtbrug", "Rita", ((Role.COORDINATOR, EXTERNAL_EMPLOYER),)),
    ("coordinator.leuven", "Saskia", ((Role.COORDINATOR, "Stad Leuven"),)),
    ("coordinator.tienen", "Tom", ((Role.COORDINATOR, "Stad Tienen"),)),
    ("coordinator.genk", "Umit", ((Role.COORDINATOR, "Stad Genk"),)),
    ("coordinator.beringen", "Vera", ((Role.COORDINATOR, "Stad Beringen"),)),
    ("coordinator.roeselare", "Wim", ((Role.COORDINATOR, "Jeugdhuis De Proef"),)),
    ("coordinator.overal", "Yasmina", ((Role.COORDINATOR, "Speelplein Overal"),)),
    ("ambassador.02", "Aïcha", ((Role.AMBASSADOR, "Stad Mechelen"),)),
    ("ambassador.03", "Bram", ((Role.AMBASSADOR, "Stad Turnhout"),)),
    ("ambassador.04", "Carla", ((Role.AMBASSADOR, "Stad Turnhout"),)),
    ("ambassador.05", "Dina", ((Role.AMBASSADOR, "Gemeente Heist-op-den-Berg"), (Role.AMBASSADOR, "Stad Leuven"))),
    ("ambassador.06", "Emiel", ((Role.AMBASSADOR, "Stad Sint-Niklaas"),)),
    ("ambassador.07", "Farah", ((Role.AMBASSADOR, "Stad Sint-Niklaas"),)),
    ("ambassador.08", "Geert", ((Role.AMBASSADOR, "Stad Aalst"),)),
    ("ambassador.09", "Hanne", ((Role.AMBASSADOR, "Stad Aalst"),)),
    ("ambassador.10", "Ibrahim", ((Role.AMBASSADOR, "Stad Gent"),)),
    ("ambassador.11", "Joke", ((Role.AMBASSADOR, "Stad Gent"),)),
    ("ambassador.12", "Kaat", ((Role.AMBASSADOR, "Stad Kortrijk"),)),
    ("ambassador.13", "Lotte", ((Role.AMBASSADOR, "Stad Kortrijk"),)),
    ("ambassador.14", "Malik", ((Role.AMBASSADOR, "Stad Oostende"),)),
    ("ambassador.15", "Nina", ((Role.AMBASSADOR, EXTERNAL_EMPLOYER),)),
    ("ambassador.16", "Otto", ((Role.AMBASSADOR, "Stad Leuven"),)),
    ("ambassador.17", "Paula", ((Role.AMBASSADOR, "Stad Leuven"),)),
    ("ambassador.18", "Rayan", ((Role.AMBASSADOR, "Stad Genk"),)),
    ("ambassador.19", "Sofie", ((Role.AMBASSADOR, "Stad Genk"),)),
    ("ambassador.20", "Tine", ((Role.AMBASSADOR, "Speelplein Overal"),)),
)


def exists() -> bool:
    """Whether the demo data are there already."""
    return User.objects.filter(email=address("coordinator")).exists()


def fill(today: date, rng: Random) -> None:
    """Make the organisations, the people and what they may do, since two and a half years."""
    organisations = make_organisations(rng)
    users = make_users()
    Membership.objects.bulk_create(
        Membership(user=users[log_in], organisation=named(organisations, start), role=role, uuid=drawn_uuid(rng))
        for log_in, _first_name, roles in LOG_INS
        for role, start in roles
    )
    began = datetime.combine(today - timedelta(days=900), time(9), timezone.get_default_timezone())
    Membership.objects.update(started_at=began)


def make_organisations(rng: Random) -> list[Organisation]:
    municipalities = {m.name: m for m in Municipality.objects.current()}
    return Organisation.objects.bulk_create(
        Organisation(
            uuid=drawn_uuid(rng),
            name=name,
            kind=kind,
            kbo_number=invented_kbo_number(order),
            municipality=municipalities[place] if place else None,
            in_brussels=not place,
        )
        for order, (name, kind, place) in enumerate(ORGANISATIONS, 1)
    )


def make_users() -> dict[str, User]:
    """Everyone can log in with the same password, hashed once: hashing is slow on purpose."""
    password = make_password(PASSWORD)
    users = User.objects.bulk_create(
        User(email=address(log_in), name=f"{first_name} Voorbeeld (demo)", password=password)
        for log_in, first_name, _roles in LOG_INS
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    return {log_in: user for (log_in, *_rest), user in zip(LOG_INS, users, strict=True)}


def invented_kbo_number(order: int) -> str:
    """A number that adds up, in a range (0999…) that is not given out."""
    first_eight = f"0999{order:04}"
    return first_eight + kbo.check_digits(first_eight)


def address(log_in: str) -> str:
    return f"{log_in}@demo.example"


def named(organisations: list[Organisation], start: str) -> Organisation:
    return next(one for one in organisations if one.name.startswith(start))


def drawn_uuid(rng: Random) -> UUID:
    """The same addresses each time the demo is made."""
    return UUID(int=rng.getrandbits(128), version=4)
