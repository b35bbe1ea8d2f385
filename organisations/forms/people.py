"""Inviting someone, and coming in by an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations.entries import EntryForm
from organisations.enums import Role
from organisations.inputs import TextField
from organisations.models import Invitation, Membership, Organisation, User


class InvitationForm(EntryForm):
    """An e-mail address and a role; the roles are those that make sense in this organisation."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The person gets a link to sign in with. You can withdraw it as long as it is not used."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={
            "required": _("Fill in the e-mail address of the person you invite."),
            "invalid": _("Write a whole e-mail address, such as name@municipality.be."),
        },
    )
    role = forms.ChoiceField(
        label=_("Role"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what this person will do."),
            "invalid_choice": _("Choose one of the roles from the list."),
        },
    )

    def __init__(self, *args: Any, organisation: Organisation, roles: list[Role], now: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation, self.now = organisation, now
        self.fields["role"].choices = [(role.value, capfirst(role.label)) for role in roles]  # type: ignore[attr-defined]
        if len(roles) == 1:
            self.fields["role"].initial = roles[0].value

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        email, role = cleaned.get("email"), cleaned.get("role")
        if email and role:
            if self._works_here(email, role):
                self.add_error("email", _("This person already has this role here. Choose another role or address."))
            elif self._was_invited(email, role):
                self.add_error("email", _("This person was already invited. Send the invitation again from the list."))
        return cleaned

    def _works_here(self, email: str, role: str) -> bool:
        here = Membership.objects.active().filter(organisation=self.organisation, role=role)
        return here.filter(user__email=email).exists()

    def _was_invited(self, email: str, role: str) -> bool:
        """Addresses are encrypted: the few open invitations are compared here."""
        waiting = Invitation.objects.open(self.now).filter(organisation=self.organisation, role=role)
        return any(invitation.email == email for invitation in waiting)


class JoinForm(forms.Form):
    """What a new person fills in: a name and a password. The e-mail address is that of the invitation."""

    name = TextField(
        label=_("Your name"),
        help_text=_("Colleagues see this name."),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least ten characters. A short sentence is easy to remember."),
        strip=False,
        max_length=256,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if password := cleaned.get("password"):
            try:
                validate_password(password, User(email=self.email, name=cleaned.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned
