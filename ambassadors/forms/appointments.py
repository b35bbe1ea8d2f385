"""The forms of an appointment: who works for how much, until when, and what was agreed with an employer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Profile
from ambassadors.forms.projects import END_BEFORE_START, WAITING, ends_before_start, spelled
from ambassadors.models import Appointment, ProcessingAgreement, Project
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.enums import Role
from organisations.inputs import DateField, PercentageField, TextField
from organisations.inputs.named import NamedRowField, SuggestInput
from organisations.models import Membership, Organisation

SOMEONE_ELSE = "elsewhere"
OWN, EMPLOYER, NOBODY = "own", "employer", "nobody"


class AppointmentFields(forms.Form):
    percentage = PercentageField(
        label=_("How much of full time?"), help_text=_("For this project alone, between 1 and 100.")
    )
    starts_on = DateField(label=_("First day"), error_messages={"required": _("Fill in the first day.")})
    profile = forms.ChoiceField(
        label=_("Profile"),
        choices=[("", _("Not decided yet")), *spelled(Profile.choices)],
        required=False,
        widget=forms.RadioSelect,
    )
    service = TextField(
        label=_("Service"),
        help_text=_("The service or team where the ambassador works."),
        max_length=120,
        required=False,
    )
    mandate = TextField(
        label=_("Mandate"),
        help_text=_("What the ambassador may decide, and in whose name."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class NewAppointmentForm(EntryForm, AppointmentFields):
    """Someone of the own organisation, or, by e-mail address, of an employer elsewhere."""

    ambassador = forms.ChoiceField(
        label=_("Who?"), widget=forms.RadioSelect, error_messages={"required": _("Choose who is appointed.")}
    )
    employer = NamedRowField(
        label=_("Employer elsewhere"),
        help_text=_("Begin to type and choose, or write the whole name or the KBO number."),
        queryset=Organisation.objects.all(),
        names=Organisation.names,
        required=False,
        widget=SuggestInput(WAITING),
        error_messages={
            "unknown": _("“%(typed)s” is not in the list of organisations. Ask the ministry to add it."),
        },
    )
    email = forms.EmailField(
        label=_("E-mail address of the ambassador there"),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"} | WAITING),
        error_messages={"invalid": _("Write a whole e-mail address, such as name@municipality.be.")},
    )
    field_order = ("ambassador", "employer", "email")

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        for name in ("employer", "email"):  # they go with one answer, and are asked then
            self.fields[name].mark_optional = False  # type: ignore[attr-defined]
        ambassadors = Membership.objects.active().filter(role=Role.AMBASSADOR)
        own = ambassadors.filter(organisation=project.organisation_id).select_related("user")
        self.own = {str(membership.uuid): membership for membership in own}
        names = sorted((m.user.display_name, uuid) for uuid, m in self.own.items())
        choices = [(uuid, name) for name, uuid in names] + [(SOMEONE_ELSE, _("Someone of another organisation"))]
        self.fields["ambassador"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ambassador") == SOMEONE_ELSE:
            self._clean_elsewhere(cleaned)
        elif cleaned.get("ambassador"):
            cleaned["membership"] = self.own[cleaned["ambassador"]]
            cleaned["employer"] = cleaned.get("employer") or self.project.organisation
        if cleaned.get("membership") and self._works_here(cleaned["membership"]):
            self.add_error("ambassador", _("This ambassador already works on this project. Change that appointment."))
        return cleaned

    def _clean_elsewhere(self, cleaned: dict[str, Any]) -> None:
        employer, email = cleaned.get("employer"), cleaned.get("email", "").lower()
        if employer is None and "employer" not in self.errors:
            self.add_error("employer", _("Fill in for which organisation this person works."))
        if not email and "email" not in self.errors:
            self.add_error("email", _("Fill in the e-mail address with which this person signs in."))
        if employer is None or not email:
            return
        there = Membership.objects.active().filter(role=Role.AMBASSADOR, organisation=employer, user__email=email)
        cleaned["membership"] = there.select_related("user").first()
        if cleaned["membership"] is None:
            sentence = _(
                "Nobody works there as an ambassador with this address. Ask their administrator to invite them."
            )
            self.add_error("email", sentence)

    def _works_here(self, membership: Membership) -> bool:
        return self.project.appointments.filter(membership=membership, ends_on=None).exists()

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("percentage", "starts_on", "profile", "service", "mandate")}


class _OnAppointment(VersionForm):
    """A form on some fields of an appointment; their names stand in `names`."""

    names: tuple[str, ...] = ()

    def __init__(self, *args: Any, appointment: Appointment, **kwargs: Any) -> None:
        initial = {name: getattr(appointment, name) for name in ("version", *self.names)}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.appointment = appointment

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.names}


class AppointmentForm(_OnAppointment, AppointmentFields):
    names = ("percentage", "starts_on", "profile", "service", "mandate")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if ends_before_start(cleaned | {"ends_on": self.appointment.ends_on}):
            self.add_error("starts_on", _("The first day cannot lie after the last day."))
        return cleaned


class AbsenceForm(_OnAppointment):
    names = ("absent_from", "absent_until")
    absent_from = DateField(
        label=_("Absent from"), help_text=_("Leave both open when the ambassador is at work."), required=False
    )
    absent_until = DateField(
        label=_("Absent until"),
        help_text=_("The last day. Leave this open as long as it is not known."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("absent_from"), cleaned.get("absent_until")
        if last and not first and "absent_from" not in self.errors:
            self.add_error("absent_from", _("Fill in from which day the ambassador is absent."))
        if first and last and last < first:
            self.add_error("absent_until", END_BEFORE_START)
        return cleaned


class EndForm(_OnAppointment):
    names = ("ends_on",)
    ends_on = DateField(
        label=_("Last day"),
        help_text=_("After this day the ambassador no longer reaches the project. Leave it open to go on."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if ends_before_start(cleaned | {"starts_on": self.appointment.starts_on}):
            self.add_error("ends_on", END_BEFORE_START)
        if "ends_on" not in self.errors and cleaned.get("ends_on") is None and self._works_again():
            self.add_error(
                "ends_on", _("This ambassador has a newer appointment on this project. Keep a last day here.")
            )
        return cleaned

    def _works_again(self) -> bool:
        same = Appointment.objects.filter(
            membership=self.appointment.membership_id, project=self.appointment.project_id
        )
        return same.filter(ends_on=None).exclude(pk=self.appointment.pk).exists()


class AgreementFields(forms.Form):
    controller = forms.ChoiceField(
        label=_("Who is responsible for the data (controller)?"),
        help_text=_("Children and young people belong to this organisation. The other one gets totals only."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who is responsible for the data.")},
    )
    processor = forms.ChoiceField(
        label=_("Who works with the data for the other (processor)?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who works with the data, or nobody.")},
    )
    agreed_on = DateField(
        label=_("Date of the agreement"), error_messages={"required": _("Fill in the date of the agreement.")}
    )
    reference = TextField(
        label=_("Where is the agreement on file?"),
        help_text=_("Such as a number of the mail register, or a folder."),
        max_length=200,
        error_messages={"required": _("Fill in where the agreement is on file.")},
    )

    def name_parties(self, own: Any, employer: Any) -> None:
        """Put the names of both parties beside the choices."""
        parties = [(OWN, own), (EMPLOYER, employer)]
        self.fields["controller"].choices = parties  # type: ignore[attr-defined]
        self.fields["processor"].choices = [*parties, (NOBODY, _("Nobody: each decides alone"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("controller") and cleaned.get("controller") == cleaned.get("processor"):
            self.add_error("processor", _("Controller and processor are two different organisations."))
        return cleaned

    def values_for(self, own: Organisation, employer: Organisation) -> dict[str, Any]:
        parties = {OWN: own, EMPLOYER: employer, NOBODY: None}
        cleaned = self.cleaned_data
        return {
            "controller": parties[cleaned["controller"]],
            "processor": parties[cleaned["processor"]],
            "agreed_on": cleaned["agreed_on"],
            "reference": cleaned["reference"],
        }


class NewAgreementForm(EntryForm, AgreementFields):
    employer = NamedRowField(
        label=_("With which employer?"),
        help_text=_("Begin to type and choose, or write the whole name or the KBO number."),
        queryset=Organisation.objects.all(),
        names=Organisation.names,
        error_messages={
            "required": _("Fill in with which employer you agreed this."),
            "unknown": _("“%(typed)s” is not in the list of organisations. Ask the ministry to add it."),
        },
    )
    field_order = ("employer",)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        self.name_parties(project.organisation.name, _("The employer"))

    def clean_employer(self) -> Organisation:
        employer: Organisation = self.cleaned_data["employer"]
        if employer.pk == self.project.organisation_id:
            raise forms.ValidationError(_("That is the organisation itself. Choose an employer elsewhere."))
        if self.project.agreements.filter(employer=employer).exists():
            raise forms.ValidationError(_("There is already an agreement with this employer. Change that one."))
        return employer


class AgreementForm(VersionForm, AgreementFields):
    def __init__(self, *args: Any, agreement: ProcessingAgreement, **kwargs: Any) -> None:
        own, employer = agreement.project.organisation, agreement.employer
        side = {own.pk: OWN, employer.pk: EMPLOYER, None: NOBODY}
        initial = {
            "version": agreement.version,
            "controller": side[agreement.controller_id],
            "processor": side[agreement.processor_id],
            "agreed_on": agreement.agreed_on,
            "reference": agreement.reference,
        }
        super().__init__(*args, **kwargs | {"initial": initial})
        self.name_parties(own.name, employer.name)
