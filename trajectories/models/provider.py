"""Who offers leisure: a youth movement, a sports club, a playground (vrijetijdsaanbieder)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Membership, Municipality, Organisation, Versioned
from trajectories.board import Offer
from trajectories.enums import PricePer, ProviderKind
from trajectories.querysets import ProviderQuerySet

OFFER = ("places", "price", "price_per", "takes_trials", "trial_days")


class Provider(Addressed, Versioned):
    """Belongs to the organisation that logs it.

    Its offer (`OFFER`) stands on the board of places, and the provider may keep it itself. `places`, `price` and
    `takes_trials` are None as long as nobody asked. `board_updated_by` is None when the provider did it.
    """

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
    price = models.DecimalField(_("price"), max_digits=7, decimal_places=2, null=True, blank=True)
    price_per = models.CharField(_("price per"), max_length=10, choices=PricePer, blank=True)
    takes_trials = models.BooleanField(_("one can come and try"), null=True, blank=True)
    trial_days = EncryptedTextField(_("when one can come and try"), blank=True)
    board_updated_at = models.DateTimeField(_("places updated at"), null=True, blank=True)
    board_updated_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("places updated by")
    )

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
            models.CheckConstraint(
                condition=Q(price=None, price_per="")
                # A CHECK lets pass what it cannot tell: that there is a price has to be said.
                | Q(price__isnull=False, price=0, price_per="")
                | Q(price__isnull=False, price__gte=0, price_per__in=PricePer.values),
                name="provider_price_is_per_something",
                violation_error_message=_("A price is 0 or more, and is paid per season, month or time."),
            ),
            models.CheckConstraint(
                condition=Q(board_updated_by=None) | Q(board_updated_at__isnull=False),
                name="provider_board_updated_at_a_time",
                violation_error_message=_("Whoever updated the places did so at a time."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def kind_words(self) -> str:
        return self.kind_other or str(self.get_kind_display())

    @property
    def offer(self) -> Offer:
        """What the board of places weighs."""
        place = self.municipality.nis_code if self.municipality else ""
        return Offer(self.kind, place, self.places, self.price, self.takes_trials, self.holidays_only)
