"""Steps 1 and 2 as texts to hand round: no state, no advice, and no question that nobody had to answer.

They are papers as ambassadors/papers/parts.py describes them, so that Word and PDF are made of them too.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import Json
from ambassadors.documents.environment import lifeworld, talks
from ambassadors.instrument import StepNumber
from ambassadors.models import BeliefsAnswers, ExistingAnalysis, HiringFile
from ambassadors.papers.parts import bullets, fields, heading, paper, paragraph, paragraphs, still, told
from ambassadors.questions import EXPECTATIONS, QUESTIONS


def beliefs_note(hiring_file: HiringFile) -> Json:
    """Step 1: the note first, then what leisure is worth, the expectations and the sources."""
    said = hiring_file.beliefs_answers
    return paper(
        sort=_("Beliefs note"),
        title=_("Why we want a connection ambassador"),
        about=_whose(hiring_file),
        lead="",
        parts=[
            *paragraphs(told(hiring_file.step(StepNumber.BELIEFS).note, _("the note"))),
            heading(_("What leisure is worth")),
            *paragraphs(told(said.worth, _("what leisure is worth to children and young people"))),
            heading(_("What we expect of an ambassador")),
            *_expectations(hiring_file, said),
            *_sources(hiring_file),
        ],
    )


def _expectations(hiring_file: HiringFile, said: BeliefsAnswers) -> Iterator[Json]:
    """The three of the instrument, then their own."""
    for name, words in EXPECTATIONS.items():
        shared = getattr(said, f"get_{name}_shared_display")()
        yield from _expectation(str(words), shared, getattr(said, f"{name}_why"))
    for row in hiring_file.own_expectations.all():
        if row.expectation.strip():
            yield from _expectation(row.expectation, row.get_shared_display(), row.why)


def _expectation(words: str, shared: str, why: str) -> Iterator[Json]:
    yield heading(words, level=3)
    said = _("Shared by: %(whom)s.") % {"whom": shared or still(_("who shares this expectation"))}
    yield from paragraphs(f"{said} {why.strip()}")


def _sources(hiring_file: HiringFile) -> Iterator[Json]:
    rows = [row for row in hiring_file.consulted_sources.all() if row.called]
    if rows:
        yield heading(_("What we read"))
        yield bullets(_read(row.called, row.lesson.strip()) for row in rows)


def _read(title: str, lesson: str) -> str:
    return _("%(title)s. What we take from it: %(lesson)s") % {"title": title, "lesson": lesson} if lesson else title


def environment_analysis(hiring_file: HiringFile) -> Json:
    """Step 2: the analyses, needs and offer, the nine B's, the talks and the lifeworld."""
    said = hiring_file.environment_answers
    title = str(StepNumber.ENVIRONMENT.label)
    return paper(
        sort=title,
        title=title,
        about=_whose(hiring_file),
        lead="",
        parts=[
            *paragraphs(hiring_file.step(StepNumber.ENVIRONMENT).note),
            heading(_("What children and young people need")),
            *paragraphs(told(said.needs, _("the needs"))),
            heading(_("What is on offer today")),
            *paragraphs(told(said.offer, _("the present offer"))),
            *_thresholds(said),
            *_rows(_("With whom we spoke"), talks(hiring_file), _("the exploratory talks")),
            *_rows(_("The lifeworld of children and young people"), lifeworld(hiring_file), _("where you met them")),
            *_made_of(hiring_file),
        ],
    )


def _thresholds(said: Any) -> Iterator[Json]:
    known = [(f"threshold_{one.value}", text) for one, text in said.thresholds.items() if text.strip()]
    if known:
        yield heading(_("What holds them back: the nine B's"))
        yield fields(*((QUESTIONS[name], text) for name, text in known))


def _rows(title: str, blocks: Iterable[Json], what: str) -> Iterator[Json]:
    """Blocks of answers, each with a heading; a question without an answer is left out."""
    yield heading(title)
    for block in blocks:
        if block["kind"] == "answers":
            yield heading(block["title"], level=3)
            yield fields(*((row["question"], capfirst(row["answer"])) for row in block["rows"] if row["answer"]))
        else:
            yield paragraph(still(what))


def _made_of(hiring_file: HiringFile) -> Iterator[Json]:
    """Of what, and by whom, the analysis was made."""
    said, rows = hiring_file.environment_answers, hiring_file.existing_analyses.all()
    made_by = ": ".join(filter(None, (said.get_made_by_display(), said.made_by_whom)))
    yield heading(_("How we made this analysis"))
    yield paragraph(made_by or still(_("who makes the analysis")))
    if rows:
        yield bullets(_analysis(row) for row in rows)


def _analysis(row: ExistingAnalysis) -> str:
    called = row.called or still(_("which analysis"))
    used = _("we use it again") if row.is_reused else _("not used again")
    known = ", ".join(filter(None, (row.get_state_display().lower(), used)))
    said = f"{called} ({known})"
    return _("%(analysis)s. Still missing: %(what)s") % {"analysis": said, "what": row.missing} if row.missing else said


def _whose(hiring_file: HiringFile) -> str:
    return f"{hiring_file.project.organisation.name} · {hiring_file.project.title}"
