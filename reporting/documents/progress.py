"""The progress report of a project, in words."""

from django.utils.translation import gettext as _

from reporting.documents import moments, multiples
from reporting.documents.counting import how_we_count
from reporting.documents.logbook import chosen_strategies, happened, logbook, strategies
from reporting.documents.open_work import open_work_sections, open_work_sentences
from reporting.documents.parts import Document, Json, Paragraph, Part, Section, long_day, period
from reporting.documents.success import successful_guidance


def progress_report(figures: Json) -> Document:
    """Page one in three sentences and three charts; then the tables."""
    applies = figures["applies"]
    return Document(
        title=_("Progress report: %(project)s") % {"project": figures["project"]},
        crumb=" · ".join((figures["organisation"], period(figures), reference(figures))),
        sentences=moments.sentences(figures) if applies else (_does_not_apply(), *open_work_sentences(figures)),
        flags=flags(figures),
        opening=(multiples.multiples(figures),) if _is_drawable(figures) else (),
        sections=tuple(_sections(figures)),
    )


def _sections(figures: Json) -> list[Section]:
    sections = []
    if figures["applies"] and figures["cohorts"]:
        sections.append(the_moments(figures))
        sections += successful_guidance(figures)
    if figures["events"]:
        sections.append(happened(figures))
    sections += open_work_sections(figures)
    sections.append(logbook(figures))
    sections.append(_strategies(figures))
    sections += over_all(figures)
    return [*sections, how_we_count(figures)]


def the_moments(figures: Json) -> Section:
    parts: tuple[Part, ...] = (Paragraph(moments.when_it_counts()), *moments.tables(figures))
    return Section(_("The three moments, by working year of the start"), parts, new_page=True)


def over_all(figures: Json) -> list[Section]:
    tables = moments.tables_over_all(figures)
    return [Section(_("Moments 2 and 3, over all trajectories that began"), tables)] if tables else []


def _strategies(figures: Json) -> Section:
    said = Paragraph(chosen_strategies(figures))
    if not figures["applies"]:
        return Section(_("Strategies"), (said,))
    counted = strategies(figures, _("Trajectories that began, by strategy"))
    return Section(_("Strategies"), (said, counted))


def reference(figures: Json) -> str:
    return _("reference date %(day)s") % {"day": long_day(figures["reference_date"])}


def flags(figures: Json) -> tuple[str, ...]:
    """What to know before one reads on."""
    found = []
    if figures["is_provisional"]:
        found.append(_("Provisional: not everything is due yet, so the figures will still change."))
    return tuple(found)


def _is_drawable(figures: Json) -> bool:
    return any(cohort["started"] for cohort in figures["cohorts"])


def _does_not_apply() -> str:
    return _("Trajectories: does not apply. This project works with strategies that are not counted in trajectories.")
