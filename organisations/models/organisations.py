"""Municipalities through their mergers, and the organisations of the programme (domain §2)."""

from datetime import timedelta

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisations import kbo
from organisations.enums import OrganisationKind, Province
from organisations.models.base import Addressed, Versioned
from organisations.querysets import MunicipalityQuerySet, OrganisationQuerySet


class Municipality(models.Model):
    """A municipality during its life. After a merger it points at its successor: a series over years survives."""

    nis_code = models.CharField(_("NIS code"), max_length=5)
    name = models.CharField(_("name"), max_length=80)
    province = models.CharField(_("province"), max_length=20, choices=Province)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("merged into")
    )
    size_class = models.CharField(_("size class"), max_length=40, blank=True)
    size_class_source = models.CharField(_("source of the size class"), max_length=120, blank=True)
    size_class_on = models.DateField(_("date of the size class"), null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality")
        ordering = ("name", "id")
        constraints = (
            # Antwerpen kept its code at its merger: a code may stand twice, but not twice at the same time.
            models.UniqueConstraint(
                fields=("nis_code",), condition=Q(valid_until=None), name="municipality_one_current_per_code"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None, valid_until=None)
                | Q(merged_into__isnull=False, valid_until__isnull=False),
                name="municipality_merged_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(size_class="") | (~Q(size_class_source="") & Q(size_class_on__isnull=False)),
                name="municipality_size_class_has_a_source",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def names(self) -> tuple[str, ...]:
        """What it is called in a search: the name or the code; after a merger, the name with its last day."""
        if self.valid_until is None:
            return self.name, self.nis_code
        last_day = self.valid_until - timedelta(days=1)
        return (gettext("%(name)s (until %(day)s)") % {"name": self.name, "day": f"{last_day:%d/%m/%Y}"},)


class Organisation(Addressed, Versioned):
    """Who hires, employs, guides or follows."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    kbo_number = models.CharField(
        _("KBO number"),
        max_length=10,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^[01]\d{9}$", _("Write the ten digits of the KBO number."))],
        error_messages={"unique": _("There is already an organisation with this KBO number.")},
    )
    ovo_code = models.CharField(
        _("OVO code"),
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^OVO\d{6}$", _("Write the OVO code as OVO followed by six digits."))],
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("municipality"),
    )
    in_brussels = models.BooleanField(_("lies in Brussels"), default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(in_brussels=False) | Q(municipality=None), name="organisation_in_brussels_or_in_flanders"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def names(self) -> tuple[str, ...]:
        """What it is called in a search: the name, or one of its numbers."""
        return (self.name, *filter(None, (self.kbo_number, self.ovo_code)))

    @property
    def kbo_spaced(self) -> str:
        """0123.456.749, or ""."""
        return kbo.spaced(self.kbo_number or "")

    @property
    def province(self) -> str:
        """The province, "Brussel", or "" when no place is on record."""
        if self.in_brussels:
            return Province.BRUSSELS.value
        return self.municipality.province if self.municipality else ""
