"""The engagement statement of a partner, on one page, ready to sign. It holds organisations, never a person."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.instrument import PartnerKind
from ambassadors.papers.brief import area
from ambassadors.papers.facts import Facts, Partner
from ambassadors.papers.parts import Json, bullets, fields, heading, paper, paragraph, signatures, still
from ambassadors.papers.strategies import WORK

# The instrument names the kinds in two groups: who knows the families, and who offers leisure.
KNOWS_FAMILIES = (
    PartnerKind.SOCIAL_WELFARE,
    PartnerKind.FAMILY_HOUSE,
    PartnerKind.SCHOOL,
    PartnerKind.LIBRARY,
    PartnerKind.NEIGHBOURHOOD_WORK,
    PartnerKind.SELF_ORGANISATION,
    PartnerKind.POLICE,
)
OFFERS_LEISURE = (
    PartnerKind.YOUTH_MOVEMENT,
    PartnerKind.YOUTH_CLUB,
    PartnerKind.PLAYGROUND,
    PartnerKind.SPORTS_CLUB,
    PartnerKind.SPECIAL_GROUPS,
    PartnerKind.MEDIA_LAB,
    PartnerKind.ARTS_EDUCATION,
)


def engagement_statement(facts: Facts, partner: Partner) -> Json:
    return paper(
        sort=_("Engagement statement"),
        title=_("Engagement statement"),
        about=partner.called,
        lead=_("Together we help children and young people find the way to leisure."),
        parts=[*_between_whom(facts, partner), *_asked(facts, partner), *_expected(), *_signed(facts, partner)],
    )


def _between_whom(facts: Facts, partner: Partner) -> Iterator[Json]:
    rows = [
        (_("Partner"), _with_kind(partner)),
        (_("Organisation with the ambassador"), facts.organisation),
        (_("Project"), ", ".join(filter(None, (facts.project, facts.period)))),
        (_("Working area"), area(facts)),
    ]
    yield fields(*rows)


def _with_kind(partner: Partner) -> str:
    if partner.kind in (None, PartnerKind.OTHER):
        return partner.called
    return f"{partner.called} ({partner.kind.label})"


def _asked(facts: Facts, partner: Partner) -> Iterator[Json]:
    yield heading(_("What we ask of you"))
    chosen = [capfirst(str(one.label)) for one in facts.strategies] or [still(_("the strategies"))]
    values = {"strategies": "; ".join(chosen)}
    yield paragraph(_("The ambassador works with these strategies: %(strategies)s.") % values)
    yield bullets((*_by_kind(partner), *(WORK[one].partner for one in facts.strategies)))


def _by_kind(partner: Partner) -> Iterator[str]:
    """What one asks of who knows the families, of who offers leisure, and of a partner whose kind is not known."""
    yield _("You give the ambassador one contact person in your organisation.")
    if partner.kind not in OFFERS_LEISURE:
        yield _("You tell families about the ambassador, and bring them into contact only if they want that.")
    if partner.kind not in KNOWS_FAMILIES:
        yield _("You say honestly how many places you have, and you welcome whoever comes with the ambassador.")


def _expected() -> Iterator[Json]:
    yield heading(_("What you may expect of us"))
    yield bullets(
        (
            _("The ambassador is your contact, comes by regularly, and respects your diary."),
            _("After an enrolment the ambassador stays near: for the child, the family and for you."),
            _("You hear what becomes of your questions and signals."),
            _("We share nothing about a child or family that they do not know of."),
        )
    )
    yield heading(_("Good to know"))
    yield bullets(
        (
            _("This statement is about working together. It costs nothing and binds you to no number of places."),
            _("You may withdraw at any time, without giving a reason. Let us know."),
            _("Every year we look together at what goes well and what can be better."),
        )
    )


def _signed(facts: Facts, partner: Partner) -> Iterator[Json]:
    yield heading(_("Signed by both"))
    blanks = [_("Name"), _("Function"), _("Date"), _("Signature")]
    for_partner = _("For %(organisation)s") % {"organisation": partner.called}
    for_us = _("For %(organisation)s") % {"organisation": facts.organisation}
    yield signatures((for_partner, blanks), (for_us, list(blanks)))
