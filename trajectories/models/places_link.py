"""A way in for a provider, to its own places only."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership
from trajectories.models.provider import Provider


class PlacesLink(models.Model):
    """A provider keeps its places by a link, without a log-in. The address holds a secret; we keep its digest."""

    provider = models.ForeignKey(Provider, models.CASCADE, related_name="places_links", verbose_name=_("provider"))
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    made_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("link to keep places")
        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("provider",),
                condition=models.Q(revoked_at=None),
                name="places_link_one_at_a_time",
                violation_error_message=_("This provider has a link already."),
            ),
        )

    def __str__(self) -> str:
        return f"places link {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at
