"""The vacancy text, for who hires someone: plain and inviting, from what the dossier tells."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.papers.brief import area, people, profiles, share, term, traits, where_to_begin
from ambassadors.papers.facts import Facts, Support
from ambassadors.papers.parts import Json, bullets, fields, heading, paper, paragraph, paragraphs, still, told
from ambassadors.papers.strategies import WORK


def vacancy_text(facts: Facts) -> Json:
    return paper(
        sort=_("Vacancy text"),
        title=ngettext("Wanted: a connection ambassador", "Wanted: connection ambassadors", len(facts.posts) or 1),
        about=facts.organisation,
        lead=_("Do you help children and young people find a place in leisure, where they feel at home?"),
        parts=[
            *_in_short(facts),
            *_why(facts),
            *_work(facts),
            *_person(facts),
            *_offer(facts),
            *_apply(),
        ],
    )


def _in_short(facts: Facts) -> Iterator[Json]:
    yield heading(_("In short"))
    rows = [
        (_("Employer"), facts.organisation),
        (_("Service"), told(facts.service, _("the service"))),
        (_("Profile"), capfirst(profiles(facts))),
        (_("Workplace"), area(facts)),
        (_("How many people"), people(facts)),
        (_("Employment"), share(facts)),
        (_("Term"), capfirst(term(facts))),
        (_("Start"), still(_("the first working day"))),
        (_("Apply until"), still(_("the last day to apply"))),
    ]
    yield fields(*(row for row in rows if row[1]))


def _why(facts: Facts) -> Iterator[Json]:
    yield heading(_("Why this job"))
    yield paragraph(
        _(
            "Playing, sports, scouting, making music or just being together: leisure makes children and young people "
            "strong. Yet not everyone finds the way to it. A connection ambassador brings families and clubs together. "
            "You know both, you speak both languages, and you make the step smaller for everyone."
        )
    )
    yield paragraph(_("You work in the project “%(project)s”. This is where you begin:") % {"project": facts.project})
    yield from where_to_begin(facts)


def _work(facts: Facts) -> Iterator[Json]:
    yield heading(_("What you do"))
    if not facts.strategies:
        yield paragraph(still(_("the tasks, as they follow from the strategies")))
    for strategy in facts.strategies:
        yield heading(capfirst(str(strategy.label)), level=3)
        yield bullets(WORK[strategy].does)
    yield heading(_("Your mandate"), level=3)
    yield from paragraphs(told(facts.mandate, _("what the ambassador may decide and agree on")))


def _person(facts: Facts) -> Iterator[Json]:
    yield heading(_("Who you are"))
    yield traits(facts)
    yield heading(_("We also ask"), level=3)
    yield from paragraphs(told(facts.post_profile, _("diploma, experience, languages, driving licence")))


def _offer(facts: Facts) -> Iterator[Json]:
    yield heading(_("What you can count on"))
    values = {"share": share(facts), "term": term(facts)}
    yield bullets(
        (
            _("Employment: %(share)s. Term: %(term)s.") % values,
            _("Wage and extras: %(pay)s") % {"pay": still(_("the pay scale and the other benefits"))},
            *_support(facts.support),
        )
    )


def _support(support: Support) -> Iterator[str]:
    """You do not stand alone: what step 5 holds."""
    if support.has_group:
        yield _("You have a support group behind you: people from the field who think along and open doors.")
    yield _("Training: %(text)s") % {"text": told(support.training, _("which training the ambassador gets"))}
    yield _("Peer supervision (intervisie): %(text)s") % {
        "text": told(support.supervision, _("where the peer supervision takes place"))
    }
    yield _("Coaching: %(text)s") % {"text": told(support.coaching, _("who coaches the ambassador"))}


def _apply() -> Iterator[Json]:
    yield heading(_("How to apply"))
    yield paragraph(
        _(
            "You recognise yourself in this? Then we would like to meet you, whatever your origin, age, gender or "
            "disability. Tell us what you need to feel at ease in the talk."
        )
    )
    contact = still(_("to whom one writes, at which address"))
    yield bullets(
        (
            _("Send your letter and résumé to: %(contact)s") % {"contact": contact},
            _("Questions about the job: %(contact)s") % {"contact": still(_("the function and number for questions"))},
            _("How we choose: %(text)s") % {"text": still(_("the steps of the selection and their dates"))},
        )
    )
