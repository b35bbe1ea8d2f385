"""What arrived after its trajectory had moved on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership
from trajectories.enums import LateReason
from trajectories.models.trajectory import Trajectory


class LateEntry(models.Model):
    """A mark: something written without reception, accepted by the rights of the day on which it was written.

    Meanwhile the trajectory was closed, handed over, or given to somebody else, who sees by this mark what came in.
    """

    trajectory = models.ForeignKey(
        Trajectory, models.CASCADE, related_name="late_entries", verbose_name=_("trajectory")
    )
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("logged by"))
    kind = models.CharField(_("kind"), max_length=60)
    reason = models.CharField(_("what had changed"), max_length=20, choices=LateReason)
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        verbose_name = _("late entry")
        ordering = ("received_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(reason__in=LateReason.values),
                name="late_entry_reason_known",
                violation_error_message=_("Say what had changed about the trajectory."),
            ),
        )

    def __str__(self) -> str:
        return f"late entry {self.pk}"
