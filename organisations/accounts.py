"""How allauth is bent to our rules: nobody signs up, one comes in by an invitation; secrets use our own keys."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from organisations import crypto


class InvitationOnlyAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Where to go next; what cannot be read as an address (`http://[`) is nowhere to go."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False


class EncryptedMFAAdapter(DefaultMFAAdapter):
    """Seeds of authenticator apps and recovery codes lie encrypted, like names and notes."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        return str(user.email)
