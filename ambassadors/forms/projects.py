"""The forms of a project: its title page, its state, decisions on recognition, and the filter of the list."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ambassadors.access import WITHOUT_PROJECTS
from ambassadors.actions.projects import ProjectContent, groups_with_other
from ambassadors.enums import LifeState, RecognitionState, TargetGroup
from ambassadors.models import Project
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.enums import Province
from organisations.inputs import DateField, TextField
from organisations.inputs.named import NamedRowField, NamedRowsField, SuggestInput, SuggestInputs
from organisations.models import Municipality, Organisation

# An empty placeholder lets the style sheet see that nothing was typed: the field waits for the answer it belongs to.
WAITING = {"placeholder": " "}
END_BEFORE_START = _("The last day cannot lie before the first day.")


def spelled(choices: Any) -> list[tuple[str, Any]]:
    """Choices as they begin a line."""
    return [(value, capfirst(label)) for value, label in choices]


class ProjectFields(forms.Form):
    title = TextField(
        label=_("Title"), max_length=120, error_messages={"required": _("Fill in the title of the project.")}
    )
    starts_on = DateField(label=_("First day"), error_messages={"required": _("Fill in the first day of the project.")})
    ends_on = DateField(
        label=_("Last day"), help_text=_("Leave this open as long as the end is not certain."), required=False
    )
    working_area = NamedRowsField(
        label=_("Working area"),
        help_text=_("One municipality in each box. Save to get more boxes."),
        queryset=Municipality.objects.all(),
        names=Municipality.names,
        required=False,
        widget=SuggestInputs(_("Municipality"), {"data-width": "20"}),
    )
    target_groups = forms.MultipleChoiceField(
        label=_("Target groups"),
        choices=spelled(TargetGroup.choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose target groups from the list.")},
    )
    other_group = TextField(
        label=_("Which other target group?"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"data-width": "20"} | WAITING),
    )
    co_applicants = NamedRowsField(
        label=_("Co-applicants"),
        help_text=_("Organisations that apply together with you. One in each box."),
        queryset=Organisation.objects.all(),
        names=Organisation.names,
        required=False,
        widget=SuggestInputs(_("Co-applicant")),
        error_messages={
            "unknown": _("“%(typed)s” is not in the list of organisations. Ask the ministry to add it."),
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if ends_before_start(cleaned):
            self.add_error("ends_on", END_BEFORE_START)
        other, groups = cleaned.get("other_group", ""), cleaned.get("target_groups", [])
        if other and TargetGroup.OTHER not in groups:
            self.add_error("target_groups", _("You name another target group: tick “other” too."))
        if TargetGroup.OTHER in groups and not other:
            self.add_error("other_group", _("Fill in which other target group it is."))
        return cleaned

    @property
    def content(self) -> ProjectContent:
        """What was filled in, once it is valid."""
        cleaned = self.cleaned_data
        return ProjectContent(
            values={name: cleaned[name] for name in ("title", "starts_on", "ends_on")},
            working_area=cleaned["working_area"],
            co_applicants=cleaned["co_applicants"],
            target_groups=groups_with_other(cleaned["target_groups"], cleaned["other_group"]),
        )


class NewProjectForm(EntryForm, ProjectFields):
    """For the own organisation; the ministry's administrator says for which."""

    organisation = NamedRowField(
        label=_("Organisation"),
        help_text=_("Begin to type and choose, or write the whole name or the KBO number."),
        queryset=Organisation.objects.exclude(kind__in=WITHOUT_PROJECTS),
        names=Organisation.names,
        widget=SuggestInput(),
        error_messages={"required": _("Fill in which organisation makes the project.")},
    )
    field_order = ("organisation",)

    def __init__(self, *args: Any, own: Organisation | None = None, **kwargs: Any) -> None:
        """`own`: the organisation, when there is nothing to choose."""
        super().__init__(*args, **kwargs)
        self.own = own
        if own:
            del self.fields["organisation"]

    @property
    def chosen(self) -> Organisation:
        return self.own or self.cleaned_data["organisation"]


class ProjectForm(VersionForm, ProjectFields):
    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        groups = {row.group: row.other for row in project.target_groups.all()}
        initial = {
            "version": project.version,
            "title": project.title,
            "starts_on": project.starts_on,
            "ends_on": project.ends_on,
            "working_area": list(project.working_area.all()),
            "co_applicants": list(project.co_applicants.all()),
            "target_groups": list(groups),
            "other_group": groups.get(TargetGroup.OTHER, ""),
        }
        super().__init__(*args, **kwargs | {"initial": initial})


class LifeForm(VersionForm):
    life = forms.ChoiceField(
        label=_("How does the project stand?"),
        choices=spelled(LifeState.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the project stands.")},
    )
    ends_on = DateField(
        label=_("Last day"), help_text=_("When the project has ended, or when that is certain."), required=False
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        initial = {"version": project.version, "life": project.life, "ends_on": project.ends_on}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.starts_on = project.starts_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if ends_before_start(cleaned | {"starts_on": self.starts_on}):
            self.add_error("ends_on", END_BEFORE_START)
        if cleaned.get("life") == LifeState.ENDED and not cleaned.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Fill in the last day of the project."))
        return cleaned


class DecisionForm(EntryForm):
    state = forms.ChoiceField(
        label=_("What was decided?"),
        choices=spelled(RecognitionState.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was decided.")},
    )
    decided_on = DateField(
        label=_("Date of the decision"),
        help_text=_("A new decision on the same day takes the place of the earlier one."),
        error_messages={"required": _("Fill in the date of the decision.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_decided_on(self) -> date:
        day: date = self.cleaned_data["decided_on"]
        if day > self.today:
            raise forms.ValidationError(_("The date of the decision cannot lie in the future."))
        return day


class ProjectFilter(forms.Form):
    """What the list shows; every answer may be left out, and nonsense is no answer."""

    mark_optional = False
    province = forms.ChoiceField(
        label=_("Province"), required=False, choices=[("", _("All provinces")), *Province.choices]
    )
    recognition = forms.ChoiceField(
        label=_("Recognition"), required=False, choices=[("", _("All")), *spelled(RecognitionState.choices)]
    )
    life = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *spelled(LifeState.choices)])


def ends_before_start(cleaned: dict[str, Any]) -> bool:
    first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
    return bool(first and last and last < first)
