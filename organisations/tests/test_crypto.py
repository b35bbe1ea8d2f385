"""Names, contact details and notes lie encrypted, under keys that can be replaced."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from organisations import crypto
from organisations.models import User

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@given(st.text())
def test_encryption_gives_back_what_went_in(text):
    token = crypto.encrypt(text)
    assert crypto.decrypt(token) == text
    assert len(text) < 5 or text not in token


def test_empty_text_needs_no_key(settings):
    settings.FIELD_ENCRYPTION_KEYS = []
    assert crypto.encrypt("") == crypto.decrypt("") == crypto.rotate("") == ""


def test_new_key_in_front_still_reads_the_old(settings):
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    token = crypto.encrypt("An")
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    assert crypto.decrypt(token) == "An"
    assert crypto.decrypt(crypto.rotate(token)) == "An"


def test_key_taken_away_too_soon_fails_by_name(settings):
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    token = crypto.encrypt("An")
    settings.FIELD_ENCRYPTION_KEYS = [NEW]
    with pytest.raises(ImproperlyConfigured, match="FIELD_ENCRYPTION_KEYS"):
        crypto.decrypt(token)


def test_key_that_is_none_fails_by_name(settings):
    settings.FIELD_ENCRYPTION_KEYS = ["short"]
    with pytest.raises(ImproperlyConfigured, match="FIELD_ENCRYPTION_KEYS"):
        crypto.encrypt("An")


def test_digest_survives_a_new_secret_key(settings):
    before = crypto.digests("entry:contact", [("note", "An")])
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-secret-of-this-installation"
    after = crypto.digests("entry:contact", [("note", "An")])
    assert after[1:] == before
    assert after[0] not in before


def test_digest_tells_names_from_values():
    assert crypto.digests("entry:a", [("a", "bc")]) != crypto.digests("entry:a", [("ab", "c")])
    assert crypto.digests("entry:a", [("a", "b")]) != crypto.digests("entry:b", [("a", "b")])


def stored(pk: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM organisations_user WHERE id = %s", [pk])
        return cursor.fetchone()[0]


def test_database_only_sees_ciphertext(db):
    user = User.objects.create_user("an@voorbeeld.example", name="An Peeters")
    assert "Peeters" not in stored(user.pk)
    assert User.objects.get(pk=user.pk).name == "An Peeters"


def test_empty_name_stays_empty_in_the_database(db):
    user = User.objects.create_user("an@voorbeeld.example")
    assert stored(user.pk) == ""


@pytest.mark.parametrize("lookup", ["name", "name__icontains", "name__in", "name__gt"])
def test_encrypted_field_refuses_to_be_searched(db, lookup):
    with pytest.raises(FieldError, match="encrypted"):
        User.objects.filter(**{lookup: "An"}).first()


def test_rotation_rewrites_all_so_that_the_old_key_can_go(cast, settings):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    user = cast.coordinator.user
    user.name = "Els Voorbeeld"
    user.save()
    User.objects.exclude(pk=user.pk).update(name="", phone_secret="")
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).get_unused_codes()

    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    call_command("rotate_keys", verbosity=0)
    settings.FIELD_ENCRYPTION_KEYS = [NEW]

    assert User.objects.get(pk=user.pk).name == "Els Voorbeeld"
    assert crypto.decrypt(user.authenticator_set.get(type="totp").data["secret"]) == secret
    assert user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes() == codes


def test_rotation_works_in_batches(db, settings, monkeypatch):
    from organisations.management.commands import rotate_keys

    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    users = [User.objects.create_user(f"{n}@voorbeeld.example", name=f"An {n}") for n in range(5)]
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    monkeypatch.setattr(rotate_keys, "BATCH", 2)
    call_command("rotate_keys", verbosity=0)
    settings.FIELD_ENCRYPTION_KEYS = [NEW]
    assert [User.objects.get(pk=user.pk).name for user in users] == [f"An {n}" for n in range(5)]


def test_rotation_finds_every_encrypted_field_there_is():
    from organisations.management.commands.rotate_keys import encrypted_columns

    found = {model._meta.label: columns for model, columns in encrypted_columns()}
    assert found["organisations.User"] == ["name", "phone_secret"]
    assert found["organisations.Invitation"] == ["email"]
