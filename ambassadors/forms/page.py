"""A whole step as one page: its questions, its rows, and what happens when two people had it before them."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ambassadors.actions.dossier import StepContent
from ambassadors.enums import Strategy
from ambassadors.forms.fields import TicksField
from ambassadors.forms.rows import FORMS as ROW_FORMS
from ambassadors.forms.rows import RowFormSet, rows
from ambassadors.forms.steps import FORMS, NoteForm, StepForm
from ambassadors.instrument import StepNumber
from ambassadors.models import HiringFile, Step
from ambassadors.questions import ROWS, Rows
from organisations.editing import Conflict, conflicts, is_stale
from organisations.inputs import asks_for_row, unjudged, with_row


class Section(NamedTuple):
    """A part of the page under its own heading: questions (`helper`), or rows (`asked` and `formset`)."""

    name: str
    helper: FormHelper | None = None
    asked: Rows | None = None
    formset: RowFormSet | None = None


# What stands on the page, in order: the name of a relation, or a heading with its questions.
LAYOUT: dict[int, list[Any]] = {
    StepNumber.STRATEGY: [
        (
            _("Focus"),
            (
                "focus_target_group",
                "focus_neighbourhood",
                "focus_youth_work",
                "organised",
                "orientation",
                "reasons",
                "why",
            ),
        ),
        (_("Strategies"), ("strategies",)),
        "wanted_profiles",
        "needed_partners",
    ],
    StepNumber.BUDGET: [
        "staffing",
        "operating_costs",
        "funding",
        (_("Term"), ("term", "months")),
        (
            _("Hire or tender"),
            ("initiator", "initiator_other", "route", "arguments_hire", "arguments_tender", "argument_other"),
        ),
        (_("The post"), ("service", "mandate", "post_profile")),
    ],
}


class StepPage:
    """The forms of one step, on what is saved or on what was sent. Not yet judged until is_valid()."""

    def __init__(self, step: Step, *, today: date, data: QueryDict | None = None) -> None:
        self.step, self.today, self.data = step, today, data
        form = FORMS.get(step.number, NoteForm)
        self.form: StepForm = form(data, initial=initial_answers(step, form))
        relations = [part for part in LAYOUT.get(step.number, ()) if isinstance(part, str)]
        self.formsets = {
            name: rows(name, data, initial_rows(step.hiring_file, name), today=today) for name in relations
        }

    def asks_for_row(self) -> bool:
        """Whether a button for another row was pressed. Then the page gets one, and keeps all that was typed."""
        return self.data is not None and any(asks_for_row(self.data, name) for name in self.formsets)

    def with_row(self) -> "StepPage":
        data = self.data
        for name in self.formsets:
            if data is not None and asks_for_row(data, name):
                data = with_row(data, name)
        page = StepPage(self.step, today=self.today, data=data)
        page.keep_open()
        return page

    def is_stale(self) -> bool:
        return is_stale(self.form, self.step)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(formset.is_valid() for formset in self.formsets.values())])

    def keep_open(self) -> None:
        """Show everything as typed, without judging it: the person is not done."""
        unjudged(self.form, *self.formsets.values())

    def content(self) -> StepContent:
        """What to save. Only after is_valid()."""
        kept = {name: formset.values() for name, formset in self.formsets.items()}
        if "strategies" in self.form.fields:
            chosen = self.form.cleaned_data["strategies"]
            kept["chosen_strategies"] = [{"strategy": one.value} for one in Strategy if one in chosen]
        return StepContent(
            note=self.form.cleaned_data["note"],
            is_ready=self.form.cleaned_data["ready"] == "yes",
            answers=self.form.answers(),
            rows=kept,
        )

    @property
    def version(self) -> int:
        """The version that the person had before them. Only after is_valid()."""
        return int(self.form.cleaned_data["version"])

    def conflicts(self) -> list[Conflict]:
        """What differs from what someone else saved meanwhile; afterwards the page carries the present version."""
        fresh = StepPage(self.step, today=self.today)
        differing = conflicts(self.form, fresh.form, self.step)
        for name, formset in self.formsets.items():
            if formset.differs_from(fresh.formsets[name]):
                theirs, yours = ("\n".join(row.text for row in one.filled()) for one in (fresh.formsets[name], formset))
                differing.append(Conflict(name, str(ROWS[name].heading), theirs, yours))
        self.keep_open()
        return differing

    def in_order(self) -> list[StepForm | RowFormSet]:
        """Questions and rows as they follow on the page, for the summary of errors."""
        parts = [
            self.formsets[part] if isinstance(part, str) else self.form for part in LAYOUT.get(self.step.number, ())
        ]
        return list(dict.fromkeys([*parts, self.form]))

    def sections(self) -> Iterator[Section]:
        for part in LAYOUT.get(self.step.number, ()):
            if isinstance(part, str):
                yield Section(part, asked=ROWS[part], formset=self.formsets[part])
            else:
                heading, fields = part
                yield Section(fields[0], helper=questions(Fieldset(heading, *fields)))

    def closing(self) -> FormHelper:
        """What ends every step."""
        return questions("note", "ready", "version")


def questions(*layout: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*layout)
    return helper


def initial_answers(step: Step, form: type[StepForm]) -> dict[str, Any]:
    """What is saved, by question."""
    initial: dict[str, Any] = {"version": step.version, "note": step.note, "ready": "yes" if step.is_ready else "no"}
    answers = step.answers
    for name, field in form.base_fields.items():
        if name == "strategies":
            initial[name] = [row.strategy for row in step.hiring_file.chosen_strategies.all()]
        elif isinstance(field, TicksField):
            initial[name] = [column for column in field.columns if getattr(answers, column)]
        elif name not in initial:
            initial[name] = getattr(answers, name)
    return initial


def initial_rows(hiring_file: HiringFile, relation: str) -> list[dict[str, Any]]:
    columns = ROW_FORMS[relation].base_fields
    return [{name: getattr(row, name) for name in columns} for row in getattr(hiring_file, relation).all()]
