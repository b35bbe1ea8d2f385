"""Small fields of the dossier's questions. None requires an answer: a draft is never judged on what it lacks."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

LONG = 20_000
# A blank placeholder lets the style sheet see that a box is empty, and hold it back until its answer is chosen.
QUIET = {"placeholder": " "}
# Of a fact as well as of a choice: nobody "decides" how strong a tie is.
UNDECIDED = ("", _("We do not know yet"))


class TextField(forms.CharField):
    """Text that is kept as typed. Too long is said, not cut off unseen: hence no `maxlength` in the browser."""

    default_error_messages = {
        "max_length": _("Shorten this text to %(limit_value)d characters. It has %(show_value)d now.")
    }

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, required=False, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}

    def to_python(self, value: Any) -> str:
        """Browsers send line ends their own way; ours are all the same, so that equal texts are equal."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


class LongTextField(TextField):
    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, max_length: int = LONG, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)


class OneField(forms.ChoiceField):
    """One of a few, as radio buttons, or not decided yet."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": _("Choose one of the answers in the list.")}

    def __init__(self, *, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices=[*labelled(choices), UNDECIDED], required=False, **kwargs)


class PickField(forms.ChoiceField):
    """One of many, as a select with an empty line on top."""

    default_error_messages = {"invalid_choice": _("Choose one of the answers in the list.")}

    def __init__(self, *, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices=[("", _("Choose…")), *labelled(choices)], required=False, **kwargs)


class SeveralField(forms.MultipleChoiceField):
    """Any number of a list, as checkboxes."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "invalid_choice": _("Choose from the answers in the list."),
        "invalid_list": _("Choose from the answers in the list."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)


class TicksField(SeveralField):
    """Checkboxes of which each is a column of its own, true or false."""

    def __init__(self, *, columns: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(choices=list(columns.items()), **kwargs)
        self.columns = list(columns)


def labelled(choices: Any) -> Iterable[tuple[str, str]]:
    """The members of an enumeration as choices that stand on a line of their own."""
    return [(member.value, capfirst(member.label)) for member in choices]
