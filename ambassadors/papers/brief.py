"""What a vacancy text and a tender brief both tell: the post in short, where to begin, what the post asks."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.budget import percent
from ambassadors.enums import Profile
from ambassadors.papers.facts import Facts
from ambassadors.papers.parts import Json, bullets, fields, paragraph, still
from ambassadors.papers.strategies import LEANINGS, TRAITS


def joined(parts: tuple[str, ...]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(parts)s and %(last)s") % {"parts": ", ".join(parts[:-1]), "last": parts[-1]}


def profiles(facts: Facts) -> str:
    """toeleider of netwerkmakelaar; or the place to fill it in."""
    called = list(dict.fromkeys(one.called for one in facts.profiles if one.called))
    if not called:
        return still(_("which profile"))
    if len(called) == 1:
        return called[0]
    return _("%(profiles)s or %(last)s") % {"profiles": ", ".join(called[:-1]), "last": called[-1]}


def share(facts: Facts) -> str:
    """50 % + 40 %, samen 90 % van een voltijdse baan."""
    known = [percent(post.percentage) for post in facts.posts if post.percentage]
    if len(known) < max(len(facts.posts), 1):
        known.append(still(_("how many percent") if len(facts.posts) < 2 else _("how many percent each")))
        return " + ".join(known)
    if len(known) == 1:
        return _("%(share)s of a full-time job") % {"share": known[0]}
    values = {"parts": " + ".join(known), "share": percent(facts.percentage)}
    return _("%(parts)s, together %(share)s of a full-time job") % values


def people(facts: Facts) -> str:
    count = len(facts.posts)
    return ngettext("%(count)s person", "%(count)s persons", count) % {"count": count} if count else ""


def term(facts: Facts) -> str:
    """onbepaalde duur, 36 maanden; or the place to fill it in."""
    if facts.open_ended:
        return _("open-ended")
    if not facts.months:
        return still(_("how long the job lasts"))
    return ngettext("%(count)s month", "%(count)s months", facts.months) % {"count": facts.months}


def area(facts: Facts) -> str:
    return joined(facts.area) or still(_("in which municipality"))


def where_to_begin(facts: Facts) -> list[Json]:
    """The focus, in the words of the dossier."""
    focus = facts.focus
    rows = [
        (_("Target group"), focus.target_group),
        (_("Neighbourhood or place"), focus.neighbourhood),
        (_("Form of youth work"), focus.youth_work),
        (_("Kind of leisure"), focus.organised),
        (_("For whom"), focus.orientation),
    ]
    known = [(label, text.strip()) for label, text in rows if text.strip()]
    return [fields(*known)] if focus.is_known else [paragraph(still(_("for whom, where, or with which youth work")))]


def traits(facts: Facts) -> Json:
    """Who fits: of each profile and leaning, then what holds for everyone."""
    said = [TRAITS[one.profile] for one in facts.profiles if one.profile and one.profile != Profile.OTHER]
    said += [LEANINGS[one.leaning] for one in facts.profiles if one.leaning]
    return bullets(
        dict.fromkeys(
            (
                *said,
                _("You speak with everyone, also with people who have had bad experiences with authorities."),
                _("You keep to yourself what people confide in you."),
                _("You plan your own work, also in the evening or at the weekend when that helps."),
            )
        )
    )


def groups(facts: Facts) -> str:
    """The target groups of the project, in a line."""
    return capfirst(joined(facts.target_groups))
