"""One's own profile."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.inputs import TextField


class ProfileForm(forms.Form):
    name = TextField(
        label=_("Your name"),
        help_text=_("Colleagues see this name."),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name", "data-width": "20"}),
        error_messages={"required": _("Fill in your name.")},
    )
