"""On one's own machine: embedded database, a mailbox on disk, keys that protect nothing real."""

from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="development-only-not-a-secret-0123456789-abcdefghijklmnop")
FIELD_ENCRYPTION_KEYS = env.list("FIELD_ENCRYPTION_KEYS", default=["ZGV2ZWxvcG1lbnQtb25seS1uby1zZWNyZXQtMDAwMDE="])
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_MAILBOX = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
REPORT_PAUSE_FILE = env("REPORT_PAUSE_FILE", default="")
