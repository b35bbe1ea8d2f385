"""A whole step as one page: its questions and its rows, on what is saved or on what was sent."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django.http import QueryDict

from ambassadors.contents import content_of
from ambassadors.forms.fields import TicksField
from ambassadors.forms.layout import LAYOUT, Part
from ambassadors.forms.rows import RowFormSet, rows
from ambassadors.forms.steps import FORMS, PAGES, ROW_FORMS, StepForm
from ambassadors.merging import THEIRS, YOURS, Choices, Clash, Row, StepContent
from ambassadors.models import Step
from ambassadors.repeated import ROWS, Rows
from organisations.editing import version_in
from organisations.inputs import asks_for_row, unjudged, with_row

KEEP = "keep-"
WITH_FILES = ("existing_analyses", "needed_partners")


class Section(NamedTuple):
    """A part of the page: questions (`helper`), rows that stand here (`formset`), or rows with pages of their own."""

    name: str
    helper: FormHelper | None = None
    asked: Rows | None = None
    formset: RowFormSet | None = None
    listed: list[Any] | None = None

    @property
    def beneath(self) -> str:
        """What stands beneath each row: its files."""
        return "ambassadors/_attachments.html" if self.name in WITH_FILES else ""


class StepPage:
    """The forms of one step. With `data`, bound to what was sent; else on `content`, or on what is saved."""

    def __init__(
        self,
        step: Step,
        *,
        today: date,
        sources: Any = (),
        data: QueryDict | None = None,
        content: StepContent | None = None,
    ) -> None:
        self.step, self.today, self.sources, self.data = step, today, sources, data
        saved = content or content_of(step)
        self.form: StepForm = FORMS[step.number](data, initial=initial_answers(step, saved))
        self.formsets = {
            part.name: rows(ROW_FORMS[part.name], data, saved.rows[part.name], today=today, sources=sources)
            for part in LAYOUT[step.number]
            if part.name in ROWS and part.name not in PAGES
        }

    def asks_for_row(self) -> bool:
        """Whether a button for another row was pressed. Then the page gets one, and keeps all that was typed."""
        return self.data is not None and any(asks_for_row(self.data, name) for name in self.formsets)

    def with_row(self) -> "StepPage":
        data = self.data
        for name in self.formsets:
            if data is not None and asks_for_row(data, name):
                data = with_row(data, name)
        page = StepPage(self.step, today=self.today, sources=self.sources, data=data)
        unjudged(page.form, *page.formsets.values())
        return page

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(formset.is_valid() for formset in self.formsets.values())])

    @property
    def version(self) -> int:
        """The version that the person had before them; 0 for a forged one."""
        return version_in(self.data or QueryDict())

    def choices(self) -> Choices:
        return choices_in(self.data or QueryDict())

    def content(self) -> StepContent:
        """What to save. Only after is_valid()."""
        kept = {name: formset.values() for name, formset in self.formsets.items()}
        is_ready = self.form.cleaned_data["ready"] == "yes"
        return StepContent(self.form.cleaned_data["note"], is_ready, self.form.answers(), kept)

    def understood(self, base: StepContent) -> StepContent:
        """What can be saved while one still types: all that parses. Only a button marks a step ready."""
        self.form.is_valid()
        kept = {
            name: formset.understood(base.rows[name])
            for name, formset in self.formsets.items()
            if formset.management_form.is_valid() and not formset.non_form_errors()
        }
        return StepContent(note=self.form.cleaned_data.get("note"), answers=self.form.answers(), rows=kept)

    def not_understood(self) -> list[tuple[str, str]]:
        """Label and sentence of what does not parse yet."""
        forms = [self.form, *(row for formset in self.formsets.values() for row in formset.filled())]
        return [
            (str(form[name].label), str(sentences[0]))
            for form in forms
            for name, sentences in form.errors.items()
            if name in form.fields and name not in ("ready", "version")
        ]

    def in_order(self) -> list[StepForm | RowFormSet]:
        """Questions and rows as they follow on the page, for the summary of errors."""
        parts = [self.formsets.get(part.name, self.form) for part in LAYOUT[self.step.number]]
        return list(dict.fromkeys([*parts, self.form]))

    def sections(self) -> Iterator[Section]:
        for part in LAYOUT[self.step.number]:
            if part.fields:
                yield Section(part.name, helper=_helper(_fieldset(part)))
            elif part.name in self.formsets:
                yield Section(part.name, asked=ROWS[part.name], formset=self.formsets[part.name])
            elif part.name in PAGES:
                listed = list(getattr(self.step.hiring_file, part.name).all())
                yield Section(part.name, asked=ROWS[part.name], listed=listed)
            else:
                yield Section(part.name)

    def closing(self) -> FormHelper:
        """What ends every step."""
        return _helper("note", "ready")


def choices_in(data: QueryDict) -> Choices:
    """What the person said about the clashes on the page."""
    said = {name.removeprefix(KEEP): str(data[name]) for name in data if name.startswith(KEEP)}
    made = {key: choice for key, choice in said.items() if choice in (YOURS, THEIRS)}
    return Choices(made=made, open=frozenset(str(key) for key in data.getlist("clash")) - made.keys())


def with_yours(content: StepContent, clashes: tuple[Clash, ...]) -> StepContent:
    """What is saved, with what was typed in the cells that clash: to show on the page where one chooses."""
    cells = content.cells() | {clash.key: clash.yours for clash in clashes if "/" not in clash.key}
    kept = {relation: [dict(row) for row in present] for relation, present in content.rows.items()}
    for clash in clashes:
        relation, *rest = clash.key.split("/")
        if rest:
            kept[relation] = _with_cell(kept[relation], rest, clash)
    note, is_ready = cells.pop("note"), cells.pop("is_ready")
    return StepContent(note, is_ready, cells, kept)


def _with_cell(present: list[Row], rest: list[str], clash: Clash) -> list[Row]:
    """A row with what was typed: in one cell, or as a whole; a row that was removed is ticked for removal."""
    address, *column = rest
    if not column and clash.theirs is None:
        return [*present, clash.yours]
    typed = {column[0]: clash.yours} if column else {"DELETE": True}
    return [row | typed if str(row["uuid"]) == address else row for row in present]


def _fieldset(part: Part) -> Fieldset:
    hint = [HTML(f'<p class="hint">{part.hint}</p>')] if part.hint else []
    return Fieldset(part.heading, *hint, *part.fields)


def _helper(*layout: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*layout)
    return helper


def initial_answers(step: Step, content: StepContent) -> dict[str, Any]:
    """A content by question, as the form takes it."""
    ready = "yes" if content.is_ready else "no"
    initial: dict[str, Any] = {"version": step.version, "note": content.note, "ready": ready}
    for name, field in FORMS[step.number].base_fields.items():
        if isinstance(field, TicksField):
            initial[name] = [column for column in field.columns if content.answers.get(column)]
        elif name not in initial:
            initial[name] = content.answers.get(name)
    return initial
