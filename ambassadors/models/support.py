"""Step 5: the support group, when it meets, and what the ambassador gets to grow."""

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import Breadth, GroupForm, MeetingState
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from organisations.fields import EncryptedTextField


class SupportAnswers(models.Model):
    """What is answered once. Blank means: not answered yet."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="support_answers")
    group_form = models.CharField(_("new or existing"), max_length=10, choices=GroupForm, blank=True)
    form_name = models.CharField(_("name of the group or platform"), max_length=120, blank=True)
    breadth = models.CharField(_("broad or small"), max_length=10, choices=Breadth, blank=True)
    is_sounding_board = models.BooleanField(_("sounding board"), default=False)
    gives_feedback = models.BooleanField(_("feedback"), default=False)
    supports_actions = models.BooleanField(_("supporting actions"), default=False)
    opens_doors = models.BooleanField(_("opening doors"), default=False)
    picks_up_signals = models.BooleanField(_("picking up signals"), default=False)
    function_other = EncryptedTextField(_("other functions"), blank=True)
    rhythm = models.CharField(_("rhythm"), max_length=120, blank=True)
    decides = EncryptedTextField(_("what the group decides"), blank=True)
    training = EncryptedTextField(_("training"), blank=True)
    supervision = EncryptedTextField(_("peer supervision"), blank=True)
    coaching = EncryptedTextField(_("coaching"), blank=True)

    class Meta:
        verbose_name = _("answers about support")

    def __str__(self) -> str:
        return f"support of hiring file {self.hiring_file_id}"


class SupportMember(DossierRow):
    """Who sits in the group: an adult in a function. The address is for the links with which they react."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="support_members")
    name = EncryptedTextField(_("name"), blank=True)
    organisation = EncryptedTextField(_("organisation"), blank=True)
    role = EncryptedTextField(_("role in the group"), blank=True)
    email = EncryptedTextField(_("e-mail address"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("member of the support group")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"support member {self.pk}"

    @property
    def called(self) -> str:
        return self.name or self.organisation or str(_("A member without a name"))


class SupportMeeting(DossierRow):
    """A meeting: planned, held or not, with what was decided. Its time is that of Brussels."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="support_meetings")
    date = models.DateField(_("date"), null=True, blank=True)
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    place = EncryptedTextField(_("place"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    decisions = EncryptedTextField(_("decisions"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("meeting of the support group")
        ordering = ("date", "id")
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=720), name="support_meeting_within_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"support meeting {self.pk}"

    @property
    def called(self) -> str:
        return date_format(self.date, "j F Y") if self.date else str(_("A meeting without a date"))
