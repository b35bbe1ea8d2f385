"""For the tests: quick hashes, mail in memory, no manifest. The database and broker come from the test plugin."""

from config.settings.development import *  # noqa: F403
from config.settings.development import DATA_DIR, DATABASES, STORAGES

SECRET_KEY = "test-only-0123456789-0123456789-0123456789-0123456789"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# A file, as in the product: a database in memory locks by other rules.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
