"""A file of the dossier: an analysis that was made before, a signed statement of a partner."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import AttachmentKind
from ambassadors.models.hiring_file import HiringFile
from ambassadors.querysets import AttachmentQuerySet
from ambassadors.uploads import SUFFIXES
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Membership


class Attachment(Addressed):
    """What is known of a file; the file itself lies sealed in the store (ambassadors.storage).

    `row` is the address of the analysis or the partner that it hangs on. Rows come and go with their step; when one is
    removed, its files stay with the dossier.
    """

    hiring_file = models.ForeignKey(
        HiringFile, models.PROTECT, related_name="attachments", verbose_name=_("hiring file")
    )
    kind = models.CharField(_("kind of file"), max_length=30, choices=AttachmentKind)
    row = models.UUIDField(_("belongs to"), null=True, blank=True)
    name = EncryptedTextField(_("name of the file"))
    content_type = models.CharField(_("type of content"), max_length=80)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(_("digest"), max_length=64)
    stored_name = models.CharField(_("where it lies"), max_length=100, unique=True)
    key = EncryptedTextField(_("its key"))
    uploaded_at = models.DateTimeField(_("added at"))
    uploaded_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("added by"))

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a dossier")
        ordering = ("-uploaded_at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=AttachmentKind.values), name="attachment_kind_known"),
            models.CheckConstraint(condition=Q(content_type__in=list(SUFFIXES)), name="attachment_type_is_taken"),
            models.CheckConstraint(condition=Q(size__gte=1), name="attachment_is_not_empty"),
        )

    def __str__(self) -> str:
        return f"attachment {self.pk}"

    @property
    def suffix(self) -> str:
        """`.pdf`: after what is in it, whatever its name was."""
        return SUFFIXES[self.content_type]
