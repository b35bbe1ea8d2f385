"""The closed lists of the ground floor. Every list of kinds has "other" (domain, introduction)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    COORDINATOR = "coordinator", _("coordinator")
    AMBASSADOR = "ambassador", _("connection ambassador")
    GUIDE = "guide", _("guidance partner")
    MINISTRY = "ministry", _("ministry")
    ADMINISTRATOR = "administrator", _("administrator")


class OrganisationKind(TextChoices):
    LOCAL_GOVERNMENT = "local_government", _("local government")
    LOCAL_ASSOCIATION = "local_association", _("local association")
    SUPRALOCAL_YOUTH_WORK = "supralocal_youth_work", _("supralocal youth work")
    NATIONAL_YOUTH_WORK = "national_youth_work", _("national youth work")
    EXTERNAL_PARTNER = "external_partner", _("external partner")
    INTERMEDIARY = "intermediary", _("intermediary organisation")
    GUIDANCE_PARTNER = "guidance_partner", _("guidance partner")
    MINISTRY = "ministry", _("ministry")
    OTHER = "other", _("other")


class Province(TextChoices):
    """As the reference data spells them; Brussels for organisations that lie there (domain §2)."""

    ANTWERPEN = "Antwerpen", "Antwerpen"
    LIMBURG = "Limburg", "Limburg"
    OOST_VLAANDEREN = "Oost-Vlaanderen", "Oost-Vlaanderen"
    VLAAMS_BRABANT = "Vlaams-Brabant", "Vlaams-Brabant"
    WEST_VLAANDEREN = "West-Vlaanderen", "West-Vlaanderen"
    BRUSSELS = "Brussel", "Brussel"


# Which roles make sense in which kind of organisation; an administrator may be anywhere.
ROLES_BY_KIND = {
    OrganisationKind.GUIDANCE_PARTNER: (Role.GUIDE, Role.ADMINISTRATOR),
    OrganisationKind.MINISTRY: (Role.MINISTRY, Role.ADMINISTRATOR),
    OrganisationKind.INTERMEDIARY: (Role.ADMINISTRATOR,),
}
PROJECT_ROLES = (Role.COORDINATOR, Role.AMBASSADOR, Role.ADMINISTRATOR)


def roles_for(kind: str) -> tuple[Role, ...]:
    """The roles that a member of an organisation of this kind can hold."""
    return ROLES_BY_KIND.get(OrganisationKind(kind), PROJECT_ROLES)
