"""Handing a child over to another organisation, which begins a trajectory of its own."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Organisation
from trajectories.enums import ExplainedTo
from trajectories.models.trajectory import Trajectory
from trajectories.ownership import HandOverQuerySet


class HandOver(Addressed, Fact):
    """An offer to another organisation, once the family agreed. It holds no name and no wish: those stay where they are
    until somebody who got the `code` accepts. Until then it can be undone, and the trajectory runs on.
    """

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="hand_overs", verbose_name=_("trajectory"))
    offered_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("offered by"))
    to_organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("to which organisation")
    )
    agreed_by = models.CharField(_("who agreed"), max_length=20, choices=ExplainedTo)
    agreed_on = models.DateField(_("agreed on"))
    takes_contact_details = models.BooleanField(_("contact details go along"), default=False)
    code = EncryptedTextField(_("hand-over code"), blank=True)
    expires_on = models.DateField(_("last day to accept"))
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("accepted by")
    )
    undone_on = models.DateField(_("undone on"), null=True, blank=True)
    undone_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over")
        ordering = ("-date", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(agreed_by__in=ExplainedTo.values),
                name="hand_over_agreed_by_known",
                violation_error_message=_("Choose who agreed to the hand-over."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__lte=F("date")),
                name="hand_over_agreed_before_offered",
                violation_error_message=_("The family agrees first, then you hand over."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None, accepted_by=None)
                | Q(accepted_by__isnull=False, accepted_on__isnull=False, accepted_on__gte=F("date")),
                name="hand_over_accepted_when_and_by_whom",
                violation_error_message=_("A hand-over is accepted by somebody, on a day after it was offered."),
            ),
            models.CheckConstraint(
                condition=Q(undone_on=None, undone_by=None)
                | Q(undone_by__isnull=False, undone_on__isnull=False, undone_on__gte=F("date")),
                name="hand_over_undone_when_and_by_whom",
                violation_error_message=_("A hand-over is undone by somebody, on a day after it was offered."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(undone_on=None),
                name="hand_over_not_accepted_and_undone",
                violation_error_message=_("What was accepted cannot be undone."),
            ),
            models.UniqueConstraint(
                fields=("trajectory",),
                condition=Q(accepted_on=None, undone_on=None),
                name="hand_over_once_at_a_time",
                violation_error_message=_("This trajectory is already being handed over."),
            ),
        )

    def __str__(self) -> str:
        return f"hand-over {self.pk}"

    def is_pending(self, day: date) -> bool:
        return self.accepted_on is None and self.undone_on is None and day <= self.expires_on
