"""A browser's long name for itself in the few words by which its owner knows it."""

from django.utils.translation import gettext as _

Signs = tuple[tuple[str, str], ...]

# The order matters: Edge also calls itself Chrome, Chrome also calls itself Safari, an iPhone also a Mac.
BROWSERS: Signs = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"))
BROWSERS += (("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS: Signs = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"))
SYSTEMS += (("CrOS", "ChromeOS"), ("Mac OS", "Mac"), ("Linux", "Linux"))


def describe(user_agent: str) -> str:
    """Chrome op Android; "een onbekend toestel" when neither is known."""
    known = [next((name for sign, name in signs if sign in user_agent), "") for signs in (BROWSERS, SYSTEMS)]
    if all(known):
        return _("%(browser)s on %(system)s") % {"browser": known[0], "system": known[1]}
    return next(filter(None, known), _("an unknown device"))
