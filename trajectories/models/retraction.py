"""What was taken back out of the logbook."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership
from trajectories.models.contact import Contact


class Retraction(models.Model):
    """Whoever logged a contact takes it back: it stands in no list and no figure. The line itself stays as it is.

    Removing this row is the undo.
    """

    contact = models.OneToOneField(Contact, models.CASCADE, related_name="retraction", verbose_name=_("contact"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("taken back by"))
    at = models.DateTimeField(_("taken back at"))

    class Meta:
        verbose_name = _("retraction")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"retraction {self.pk}"
