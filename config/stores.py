"""Where the files of the dossiers lie: on the disk beside the database, or with a service that speaks S3.

They are sealed before they leave the product (organisations.sealing), and nobody gets an address of them: a view
behind the access check hands them out.
"""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def dossier_store(env: Any, folder: Path) -> dict[str, Any]:
    """The entry "dossiers" of STORAGES. FILE_STORE is `disk` (the default) or `s3`."""
    kind = env("FILE_STORE", default="disk")
    if kind == "disk":
        return on_disk(folder)
    if kind == "s3":
        return on_s3(env)
    raise ImproperlyConfigured("FILE_STORE must be disk or s3.")


def on_disk(folder: Path) -> dict[str, Any]:
    """For the product's own user only."""
    options = {
        "location": folder,
        "base_url": None,
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    }
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}


def on_s3(env: Any) -> dict[str, Any]:
    """A private bucket. Without keys the machine's own role counts; without an endpoint, Amazon's."""
    from botocore.config import Config

    bucket = env("S3_BUCKET", default="")
    if not bucket:
        raise ImproperlyConfigured("FILE_STORE is s3: set S3_BUCKET too.")
    style = {"addressing_style": env("S3_ADDRESSING_STYLE", default="auto")}
    options = {
        "bucket_name": bucket,
        "endpoint_url": env("S3_ENDPOINT_URL", default="") or None,
        "region_name": env("S3_REGION", default="") or None,
        "access_key": env("S3_ACCESS_KEY_ID", default="") or None,
        "secret_key": env("S3_SECRET_ACCESS_KEY", default="") or None,
        "default_acl": "private",
        "querystring_auth": False,  # never an address that lets someone in by itself
        "file_overwrite": False,
        "max_memory_size": 1024 * 1024,
        # Someone waits for the answer: rather a clear sentence soon than a minute of silence.
        "client_config": Config(connect_timeout=5, read_timeout=20, retries={"total_max_attempts": 2}, s3=style),
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
