"""Importing projects: found by organisation and title, through the form and the actions of the project page."""

from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ambassadors.access import may_decide
from ambassadors.actions import projects as actions
from ambassadors.enums import LifeState, RecognitionState, TargetGroup
from ambassadors.forms.imports import ImportedProject, groups_in, split
from ambassadors.models import Project, Recognition
from organisations.inputs.named import fold
from organisations.models import Membership, Municipality, Organisation
from organisations.resources import TableResource, code_of, filled

COLUMNS = {
    "title": _("Title"),
    "organisation": _("Organisation"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "life": _("State"),
    "working_area": _("Working area"),
    "target_groups": _("Target groups"),
    "co_applicants": _("Co-applicants"),
}
DECISION = {"recognition": _("Recognition"), "decided_on": _("Date of the decision")}


class ProjectResource(TableResource):
    columns = COLUMNS
    words = {"life": LifeState.labels, "target_groups": TargetGroup.labels, "recognition": RecognitionState.labels}
    required_columns: tuple[str, ...] = ("title", "starts_on")

    class Meta:
        model = Project
        fields = ()
        import_id_fields = ()
        skip_diff = True

    def __init__(self, by: Membership) -> None:
        super().__init__(by)
        if may_decide(by):
            self.columns = COLUMNS | DECISION
            self.required_columns = ("title", "organisation", "starts_on")
        self.municipalities = list(Municipality.objects.all())
        self.organisations = list(Organisation.objects.all())

    def find(self, row: dict[str, str]) -> Project | None:
        organisation = self._organisation(row)
        if organisation is None:
            return None
        theirs = Project.objects.filter(organisation=organisation).select_related("organisation")
        return next((project for project in theirs if fold(project.title) == fold(row["title"])), None)

    def form_for(self, row: dict[str, str], instance: Any) -> ImportedProject:
        cells = (_cells(instance) if instance.pk else {"life": LifeState.PREPARATION.value}) | filled(row)
        groups, other = groups_in(cells.get("target_groups", ""))
        lists = {
            "working_area": split(cells.get("working_area", "")),
            "co_applicants": split(cells.get("co_applicants", "")),
            "target_groups": groups,
            "other_group": [other],
            "life": [code_of(LifeState.choices, cells.get("life") or LifeState.PREPARATION)],
            "recognition": [code_of(RecognitionState.choices, cells.get("recognition", ""))],
            "organisation": [cells.get("organisation") or self.by.organisation.name],
        }
        form = ImportedProject(MultiValueDict({name: [cell] for name, cell in cells.items()} | lists), by=self.by)
        form.fields["working_area"].known = self.municipalities  # type: ignore[attr-defined]
        form.fields["co_applicants"].known = self.organisations  # type: ignore[attr-defined]
        form.fields["organisation"].known = self.organisations  # type: ignore[attr-defined]
        return form

    def changes(self, form: Any, instance: Any) -> list[str]:
        if instance.pk is None:
            return []
        content = form.content
        groups = {row.group: row.other for row in instance.target_groups.all()}
        changed = [name for name, value in content.values.items() if getattr(instance, name) != value]
        changed += [
            name
            for name in ("working_area", "co_applicants")
            if {row.pk for row in getattr(instance, name).all()} != {row.pk for row in getattr(content, name)}
        ]
        changed += ["target_groups"] if groups != content.target_groups else []
        return changed + (["recognition"] if self._is_new_decision(form, instance) else [])

    def store(self, form: Any, instance: Any, *, is_new: bool) -> None:
        project = actions.import_project(
            by=self.by,
            organisation=form.cleaned_data["organisation"],
            project=None if is_new else instance,
            content=form.content,
        )
        if self._is_new_decision(form, project):
            decision = {"state": form.cleaned_data["recognition"], "decided_on": form.cleaned_data["decided_on"]}
            actions.record_decision(project, by=self.by, **decision)

    def _organisation(self, row: dict[str, str]) -> Organisation | None:
        named = fold(row.get("organisation", ""))
        if not named:
            return self.by.organisation
        return next((one for one in self.organisations if named in [fold(name) for name in one.names()]), None)

    def _is_new_decision(self, form: Any, project: Project) -> bool:
        state, day = form.cleaned_data.get("recognition"), form.cleaned_data.get("decided_on")
        if not state or not may_decide(self.by):
            return False
        return not Recognition.objects.filter(project=project, state=state, decided_on=day).exists()


def _cells(project: Project) -> dict[str, str]:
    """A project as a table would have it, for the columns that the table leaves out."""
    groups = [f"{row.group}: {row.other}" if row.other else row.group for row in project.target_groups.all()]
    return {
        "title": project.title,
        "organisation": project.organisation.name,
        "starts_on": project.starts_on.isoformat(),
        "ends_on": project.ends_on.isoformat() if project.ends_on else "",
        "life": project.life,
        "working_area": ", ".join(municipality.names()[0] for municipality in project.working_area.all()),
        "target_groups": ", ".join(groups),
        "co_applicants": ", ".join(organisation.name for organisation in project.co_applicants.all()),
    }
