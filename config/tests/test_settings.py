"""In production nothing starts while a secret is missing."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.once


def start_with(code: str = "import config.settings.production", **environment: str) -> subprocess.CompletedProcess[str]:
    """Read the production settings in an environment of nothing but these."""
    command = [sys.executable, "-c", code]
    alone = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(command, cwd=settings.BASE_DIR, env=alone, capture_output=True, text=True, check=False)


def test_production_names_every_secret_that_is_missing():
    refused = start_with(SECRET_KEY="x" * 60, SITE_URL="https://www.example")
    assert refused.returncode != 0
    complaint = refused.stderr.splitlines()[-1]
    for name in ("FIELD_ENCRYPTION_KEYS", "ALLOWED_HOSTS", "DATABASE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"):
        assert name in complaint
    assert "SECRET_KEY" not in complaint
    assert "SITE_URL" not in complaint


def test_production_believes_the_one_proxy_in_front_of_it():
    names = "SECRET_KEY FIELD_ENCRYPTION_KEYS ALLOWED_HOSTS DEFAULT_FROM_EMAIL"
    whole = dict.fromkeys(names.split(), "x") | {
        "SITE_URL": "https://www.example",
        "DATABASE_URL": "postgres://x@localhost/x",
        "EMAIL_URL": "smtp://localhost",
    }
    show = "import config.settings.production as p; print(p.ALLAUTH_TRUSTED_PROXY_COUNT)"
    told = [start_with(show, **whole), start_with(show, **whole, ALLAUTH_TRUSTED_PROXY_COUNT="2")]
    assert [answer.stdout.strip() for answer in told] == ["1", "2"]
