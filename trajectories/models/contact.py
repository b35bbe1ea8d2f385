"""The logbook."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Organisation
from trajectories.enums import Channel, Criterion, WithWhom
from trajectories.models.provider import Provider
from trajectories.models.trajectory import Trajectory
from trajectories.querysets import ContactQuerySet


class Contact(Addressed, Fact):
    """One contact. It is never changed: a mistake is put right by a new one that says which it `corrects`.

    It may cover several trajectories, or none (a child who refuses registration); its minutes count once.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="contacts", verbose_name=_("project"))
    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="contacts", verbose_name=_("controller"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="contacts", verbose_name=_("logged by"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    channel = models.CharField(_("where or how"), max_length=20, choices=Channel)
    with_whom = models.CharField(_("with whom"), max_length=20, choices=WithWhom)
    criterion = models.CharField(_("mainly for"), max_length=20, choices=Criterion)
    note = EncryptedTextField(_("note"), blank=True)
    provider = models.ForeignKey(
        Provider, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name=_("provider")
    )
    trajectories = models.ManyToManyField(
        Trajectory, related_name="contacts", blank=True, verbose_name=_("trajectories")
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("corrects")
    )

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        ordering = ("-date", "-id")
        indexes = (models.Index(fields=("project", "date"), name="contact_of_a_period"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=1440),
                name="contact_minutes_within_a_day",
                violation_error_message=_("The minutes must lie between 1 and 1440."),
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values),
                name="contact_channel_known",
                violation_error_message=_("Choose where or how the contact took place."),
            ),
            models.CheckConstraint(
                condition=Q(with_whom__in=WithWhom.values),
                name="contact_with_whom_known",
                violation_error_message=_("Choose whom the contact was with."),
            ),
            models.CheckConstraint(
                condition=Q(criterion__in=Criterion.values),
                name="contact_criterion_known",
                violation_error_message=_("Choose what the contact was mainly for."),
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(corrects=F("id")),
                name="contact_corrects_another",
                violation_error_message=_("A contact cannot correct itself."),
            ),
        )

    def __str__(self) -> str:
        return f"contact {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add only. Raises ValueError on a row that exists: the logbook is corrected, not changed."""
        if self.pk:
            raise ValueError("A contact is never changed; log a correction.")
        super().save(*args, **kwargs)
