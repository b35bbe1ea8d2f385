"""Text that is kept as typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TextField(forms.CharField):
    """Too long is said, not cut off unseen: hence no `maxlength` in the browser."""

    default_error_messages = {
        "max_length": _("Shorten this text to %(limit_value)d characters. It has %(show_value)d now.")
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}
