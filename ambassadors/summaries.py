"""A dossier in a few words: what the task list says in each row, and in the one sentence above it."""

from collections.abc import Callable, Sequence
from unicodedata import normalize

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ambassadors.budget import percent
from ambassadors.instrument import StepNumber, TermKind
from ambassadors.models import HiringFile, Step

# "0" to "6", as one writes them in a sentence.
COUNTS = (
    pgettext_lazy("count", "none"),
    pgettext_lazy("count", "one"),
    pgettext_lazy("count", "two"),
    pgettext_lazy("count", "three"),
    pgettext_lazy("count", "four"),
    pgettext_lazy("count", "five"),
    pgettext_lazy("count", "six"),
)
NOTHING = gettext_lazy("Nothing filled in yet")


def in_words(count: int) -> str:
    """Small numbers in letters, others in digits."""
    return str(COUNTS[count]) if count < len(COUNTS) else str(count)


def capital(text: str) -> str:
    """With a capital to begin a line. Dutch writes no accent on one that is added: één, Eén."""
    if not text[:1].islower():
        return text
    return normalize("NFD", text[0])[0].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(parts)s and %(last)s") % {"parts": ", ".join(parts[:-1]), "last": parts[-1]}


def progress(hiring_file: HiringFile) -> str:
    """How many of the six are ready, in a sentence."""
    ready = len(hiring_file.ready_steps)
    if ready == len(StepNumber):
        return _("All six steps are ready.")
    if not ready:
        return _("No step is ready yet.")
    sentence = ngettext("%(count)s of the six steps is ready.", "%(count)s of the six steps are ready.", ready)
    return sentence % {"count": capital(in_words(ready))}


def answer(step: Step) -> str:
    """The answer itself, in one line."""
    said = [part for part in ANSWERS[StepNumber(step.number)](step.hiring_file) if part]
    return capital(" · ".join(said)) or _note(step)


def _note(step: Step) -> str:
    """How a note begins."""
    return beginning(step.note) or str(NOTHING)


def beginning(text: str, most: int = 90) -> str:
    """The first words of a text, on one line, never half a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def _beliefs(hiring_file: HiringFile) -> list[str]:
    """How the note begins; before there is one, what leisure is worth."""
    note = hiring_file.step(StepNumber.BELIEFS).note
    return [beginning(note or hiring_file.beliefs_answers.worth)]


def _environment(hiring_file: HiringFile) -> list[str]:
    """Twee analyses · drie gesprekken · één contact met de leefwereld; before those, the needs."""
    analyses, talks = len(hiring_file.existing_analyses.all()), len(hiring_file.talks.all())
    contacts = len(hiring_file.lifeworld_contacts.all())
    counted = [
        ngettext("%(count)s analysis", "%(count)s analyses", analyses) % {"count": in_words(analyses)},
        ngettext("%(count)s talk", "%(count)s talks", talks) % {"count": in_words(talks)},
        ngettext("%(count)s contact in the lifeworld", "%(count)s contacts in the lifeworld", contacts)
        % {"count": in_words(contacts)},
    ]
    present = [text for text, count in zip(counted, (analyses, talks, contacts), strict=True) if count]
    return present or [beginning(hiring_file.environment_answers.needs)]


def _support(hiring_file: HiringFile) -> list[str]:
    """Jeugdwelzijnsoverleg · drie leden · om de zes weken."""
    said, members = hiring_file.support_answers, len(hiring_file.support_members.all())
    counted = ngettext("%(count)s member", "%(count)s members", members) % {"count": in_words(members)}
    group = said.form_name or said.get_group_form_display()
    return [group, counted if members else "", said.rhythm[:1].lower() + said.rhythm[1:]]


def _strategy(hiring_file: HiringFile) -> list[str]:
    """Strategies and profiles; before there are any, the focus."""
    strategies = listed([row.get_strategy_display() for row in hiring_file.chosen_strategies.all()])
    profiles = listed([row.called for row in hiring_file.wanted_profiles.all() if row.called])
    answers = hiring_file.strategy_answers
    focus = answers.focus_target_group or answers.focus_neighbourhood or answers.focus_youth_work
    return [strategies, profiles] if strategies or profiles else [beginning(focus)]


def _budget(hiring_file: HiringFile) -> list[str]:
    """80 %, twee personen · 36 maanden."""
    posts = len(hiring_file.staffing.all())
    term = _term(hiring_file)
    if not posts and not term:
        return []
    return [_staffing(hiring_file, posts), term or _("no term yet")]


def _goals(hiring_file: HiringFile) -> list[str]:
    """Twee doelen · als geslaagd telt moment 2, met of zonder ondersteuning, as it was agreed last."""
    goals = len(hiring_file.goals.all())
    counted = ngettext("%(count)s goal", "%(count)s goals", goals) % {"count": in_words(goals)}
    newest = next(iter(hiring_file.project.success_agreements.all()), None)
    return [counted if goals else "", _("success is %(words)s") % {"words": newest.definition.words} if newest else ""]


def _staffing(hiring_file: HiringFile, posts: int) -> str:
    share = hiring_file.as_dossier().staffing
    if not posts:
        return _("no staffing yet")
    persons = ngettext("%(count)s person", "%(count)s persons", posts) % {"count": in_words(posts)}
    return f"{percent(share)}, {persons}" if share else persons


def _term(hiring_file: HiringFile) -> str:
    """The term in words, or nothing while it is not known."""
    budget = hiring_file.budget_answers
    if budget.term == TermKind.OPEN_ENDED:
        return _("open-ended")
    return months(budget.months) if budget.months else ""


def months(count: int) -> str:
    return ngettext("%(count)s month", "%(count)s months", count) % {"count": count}


ANSWERS: dict[StepNumber, Callable[[HiringFile], list[str]]] = {
    StepNumber.BELIEFS: _beliefs,
    StepNumber.ENVIRONMENT: _environment,
    StepNumber.STRATEGY: _strategy,
    StepNumber.BUDGET: _budget,
    StepNumber.SUPPORT_GROUP: _support,
    StepNumber.GOALS: _goals,
}
