"""Settings that hold everywhere. What differs per place comes from the environment, read once, here."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF

from config.stores import dossier_store

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# Everything the product writes lies under one folder: database, mailbox, broker, private files.
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.static.HouseStaticFiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "django_htmx",
    "import_export",
    "organisations",
    "ambassadors",
    "trajectories",
    "networks",
    "reporting",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a slow line; Django pads what it compresses against guessing
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "organisations.middleware.NoStoreMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "organisations.middleware.ClockMiddleware",
    "organisations.middleware.SeenMiddleware",
    "organisations.middleware.OutboxLoginRequiredMiddleware",
    "organisations.middleware.SecondFactorMiddleware",
    "organisations.middleware.MembershipMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organisations.context_processors.house",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "organisations.templatetags.house"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "house"
CRISPY_TEMPLATE_PACK = "house"
CRISPY_FAIL_SILENTLY = False

# --- Database, cache, broker ------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/db.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# Rate limits live in the database, so that logging in keeps working when Redis is gone.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

REDIS_URL = env("REDIS_URL", default="")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "Europe/Brussels"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any]
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 5, "max_retries": 0}
else:
    CELERY_BROKER_URL = "files://localhost"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(DATA_DIR / "broker" / "messages"),
        "data_folder_out": str(DATA_DIR / "broker" / "messages"),
        "control_folder": str(DATA_DIR / "broker" / "control"),
        "polling_interval": 0.1,
    }

# --- People -----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "organisations:workplaces"
ACCOUNT_ADAPTER = "organisations.accounts.InvitationOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Who finds a browser open cannot move the log-in to an address of their own: the password is asked for once more.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_ADAPTER = "organisations.accounts.EncryptedMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Verbindingsambassadeurs"
MFA_TOTP_TOLERANCE = 1  # a code that ran out while it was typed, or a phone whose clock is half a minute off
USERSESSIONS_TRACK_ACTIVITY = True
SECOND_FACTOR_REQUIRED = False

SESSION_ENGINE = "organisations.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "organisations.views.errors.csrf_failure"

# --- Language and time ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Brussels"
FORMAT_MODULE_PATH = ["config.formats"]
USE_THOUSAND_SEPARATOR = True

# --- Files ------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.stylesheet.StyleSheetFinder",
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private", "base_url": None},
    },
    "dossiers": dossier_store(env, DATA_DIR / "private" / "dossiers"),
    "staticfiles": {"BACKEND": "config.static.HouseStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 5  # no form asks for more than one
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "organisations.uploads.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
UPLOAD_MAX_BYTES = 5 * 1024 * 1024  # of a table that is imported
UPLOAD_LIMIT_MB = env.int("UPLOAD_LIMIT_MB", default=10)  # of a file in a dossier

# --- Secrets ----------------------------------------------------------------------------------------------------------
# SECRET_KEY and FIELD_ENCRYPTION_KEYS (Fernet keys, comma separated, the first one writes) come from the environment;
# development and test bring their own.

# --- Headers ----------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- Rulings: numbers the sources leave open; one module reads them (organisations.rulings) ---------------------------

RULINGS = {
    "WORKING_YEAR_START_MONTH": env.int("WORKING_YEAR_START_MONTH", default=9),
    "MOMENT_ONE_DAYS_AFTER_TRIAL": env.int("MOMENT_ONE_DAYS_AFTER_TRIAL", default=90),
    "MOMENT_ONE_DAYS_AFTER_START": env.int("MOMENT_ONE_DAYS_AFTER_START", default=180),
    "MOMENT_TWO_FIRST_MONTH": env.int("MOMENT_TWO_FIRST_MONTH", default=6),
    "MOMENT_TWO_LAST_MONTH": env.int("MOMENT_TWO_LAST_MONTH", default=8),
    "MOMENT_THREE_MONTH": env.int("MOMENT_THREE_MONTH", default=11),
    "MOMENT_THREE_DAY": env.int("MOMENT_THREE_DAY", default=15),
    "SILENT_DAYS": env.int("SILENT_DAYS", default=30),
    "WAITING_DAYS": env.int("WAITING_DAYS", default=60),
    "CLOSING_DAYS": env.int("CLOSING_DAYS", default=14),
    "HAND_OVER_DAYS": env.int("HAND_OVER_DAYS", default=30),
    "SMALL_NUMBER_THRESHOLD": env.int("SMALL_NUMBER_THRESHOLD", default=5),
    "INVITATION_DAYS": env.int("INVITATION_DAYS", default=14),
    "MANY_STRATEGIES": env.int("MANY_STRATEGIES", default=3),
    "PLACES_LINK_DAYS": env.int("PLACES_LINK_DAYS", default=365),
    "SUPPORT_LINK_DAYS": env.int("SUPPORT_LINK_DAYS", default=30),
}

# --- Reports: the row is the job (reporting.actions.jobs); seconds ----------------------------------------------------

REPORT_STALE_SECONDS = env.float("REPORT_STALE_SECONDS", default=30)  # without a heartbeat: longer than any step takes
REPORT_REPUBLISH_SECONDS = env.float("REPORT_REPUBLISH_SECONDS", default=15)
REPORT_SWEEP_SECONDS = env.float("REPORT_SWEEP_SECONDS", default=5)
REPORT_MOST_ATTEMPTS = env.int("REPORT_MOST_ATTEMPTS", default=3)
REPORT_PAUSE_FILE = ""  # for tests that kill a worker in the middle; production does not read it from the environment

# --- Reminders by mail: the row is the job (trajectories.actions.weekly_mail); seconds, and an hour in Brussels -------

REMINDER_SECONDS = env.float("REMINDER_SECONDS", default=60)  # how often the runner looks
REMINDER_HOUR = env.int("REMINDER_HOUR", default=7)  # not at night: a phone may sound
REMINDER_RETRY_SECONDS = env.float("REMINDER_RETRY_SECONDS", default=900)  # after the mail server did not answer
REMINDER_STALE_SECONDS = env.float("REMINDER_STALE_SECONDS", default=300)  # without a sign of life

# --- Mail and log -----------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Verbindingsambassadeurs <geen-antwoord@localhost>")
EMAIL_TIMEOUT = 10
SITE_URL = env("SITE_URL", default="http://localhost:8000")
COMPLAINT_ROUTE_URL = env("COMPLAINT_ROUTE_URL", default="")
FEEDBACK_EMAIL = env("FEEDBACK_EMAIL", default="")

LOGGING_CONFIG = "config.log.configure"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "fido2": {"level": "WARNING"},
        "pikepdf": {"level": "ERROR"},
        "botocore": {"level": "WARNING"},
        "boto3": {"level": "WARNING"},
        "s3transfer": {"level": "WARNING"},
    },
}
