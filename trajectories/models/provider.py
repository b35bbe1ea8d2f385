"""Who offers leisure: a youth movement, a sports club, a playground (vrijetijdsaanbieder)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Municipality, Organisation, Versioned
from trajectories.enums import ProviderKind
from trajectories.querysets import ProviderQuerySet


class Provider(Addressed, Versioned):
    """Belongs to the organisation that logs it. `places` is None as long as nobody asked."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="providers", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=ProviderKind)
    kind_other = models.CharField(_("which other kind"), max_length=80, blank=True)
    is_organised = models.BooleanField(_("organised leisure"), default=True)
    is_group_specific = models.BooleanField(_("for one group only"), default=False)
    holidays_only = models.BooleanField(_("only during school holidays"), default=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    contact_person = EncryptedTextField(_("contact person"), blank=True)
    contact_reach = EncryptedTextField(_("phone or e-mail of the contact person"), blank=True)
    places = models.PositiveSmallIntegerField(_("available places"), null=True, blank=True)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        verbose_name = _("provider")
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ProviderKind.values),
                name="provider_kind_known",
                violation_error_message=_("Choose what kind of provider this is."),
            ),
            models.CheckConstraint(
                condition=Q(kind_other="") | Q(kind=ProviderKind.OTHER),
                name="provider_other_kind_only",
                violation_error_message=_("Describe another kind only when you chose “other”."),
            ),
        )

    def __str__(self) -> str:
        return self.name
