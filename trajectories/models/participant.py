"""A child or young person, as little as possible of them: a code, and what is needed to find them again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Membership, Municipality, Organisation, Versioned
from trajectories.enums import ExplainedTo, LawfulBasis
from trajectories.querysets import ParticipantQuerySet


class Family(Addressed):
    """Brothers and sisters, so that one contact can be about all of them. It has no name and says nothing else."""

    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="families", verbose_name=_("controller"))

    class Meta:
        verbose_name = _("family")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"family {self.pk}"


class Participant(Addressed, Versioned):
    """Belongs to the controller. No national number, birth date, origin or health: there is no column for them."""

    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="participants", verbose_name=_("controller")
    )
    code = models.CharField(_("code"), max_length=8, unique=True)
    first_name = EncryptedTextField(_("first name or nickname"))
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    neighbourhood = EncryptedTextField(_("neighbourhood"), blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    lawful_basis = models.CharField(_("lawful basis"), max_length=20, choices=LawfulBasis)
    explained_on = models.DateField(_("explained on"), null=True, blank=True)
    explained_to = models.CharField(_("explained to"), max_length=20, choices=ExplainedTo, blank=True)
    explained_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("explained by")
    )
    explanation = EncryptedTextField(_("what was explained"), blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    of_age_informed_on = models.DateField(_("informed when turning 18"), null=True, blank=True)
    family = models.ForeignKey(
        Family, models.SET_NULL, null=True, blank=True, related_name="members", verbose_name=_("family")
    )
    registered_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("registered by"))
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("child or young person")
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(code=""), name="participant_has_a_code", violation_error_message=_("The code is missing.")
            ),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__gte=1980, birth_year__lte=2100),
                name="participant_birth_year_plausible",
                violation_error_message=_("Write the year of birth with four digits, such as 2014."),
            ),
            models.CheckConstraint(
                condition=Q(lawful_basis__in=LawfulBasis.values),
                name="participant_lawful_basis_known",
                violation_error_message=_("Choose on what basis you record this."),
            ),
            models.CheckConstraint(
                condition=Q(explained_on=None, explained_to="", explained_by=None)
                | Q(explained_on__isnull=False, explained_to__in=ExplainedTo.values, explained_by__isnull=False),
                name="participant_explained_when_to_whom_by_whom",
                violation_error_message=_("Say when it was explained, and to whom; or leave both empty."),
            ),
        )

    def __str__(self) -> str:
        return self.code


class ContactDetails(Versioned):
    """How to reach them: optional, and apart, so that no list or search ever loads it."""

    participant = models.OneToOneField(
        Participant, models.CASCADE, related_name="contact_details", verbose_name=_("child or young person")
    )
    reached_through = EncryptedTextField(_("whom to call or write"), blank=True)
    phone = EncryptedTextField(_("phone"), blank=True)
    email = EncryptedTextField(_("e-mail address"), blank=True)
    address = EncryptedTextField(_("address"), blank=True)

    class Meta:
        verbose_name = _("contact details")

    def __str__(self) -> str:
        return f"contact details {self.pk}"
