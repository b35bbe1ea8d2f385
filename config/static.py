"""Which static files are worth collecting."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class HouseStaticFiles(StaticFilesConfig):
    """Leaves out what no page asks for: compressing it took three quarters of the time."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ext",  # htmx: extensions, the next version, and the readable copy
        "htmax-*",
        "htmx-4*",
        "htmx-2.js",
        "components",  # the parts of our style sheet, which config.stylesheet joins
        "pages",
        "report.css",  # for paper, which reads its parts from the source
    ]
