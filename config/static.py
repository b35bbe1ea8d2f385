"""Which static files are worth collecting, and under which names."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HouseStorage(CompressedManifestStaticFilesStorage):
    """A script asks for the others by the names that change with what is in them: no bundler, no stale half."""

    support_js_module_import_aggregation = True


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
