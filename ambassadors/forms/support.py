"""What a member of the support group writes back, and where a signal of theirs stands."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.enums import ReactionKind, ReactionState
from ambassadors.models import SupportReaction
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.inputs import TextField

CHOOSE = {
    "required": gettext_lazy("Choose one of the answers."),
    "invalid_choice": gettext_lazy("Choose one of the answers."),
}


class ReactionForm(EntryForm):
    """Without a log-in, by link. It asks no name: the link tells whose it is."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What do you want to pass on?"),
        choices=(
            (ReactionKind.REACTION.value, gettext_lazy("A reaction or an idea")),
            (ReactionKind.SIGNAL.value, gettext_lazy("A signal: something that stands in the way of children")),
        ),
        widget=forms.RadioSelect,
        initial=ReactionKind.REACTION.value,
        error_messages=CHOOSE,
    )
    text = TextField(
        label=gettext_lazy("Write it here"),
        help_text=gettext_lazy("Write no names of children or families."),
        max_length=4000,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": gettext_lazy("Write in a few words what you want to pass on.")},
    )
    field_order = ("kind", "text")


class SignalStateForm(VersionForm):
    state = forms.ChoiceField(
        label=gettext_lazy("Where does the signal stand now?"),
        choices=[(state.value, capfirst(state.label)) for state in ReactionState if state != ReactionState.NEW],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    note = TextField(
        label=gettext_lazy("What was done about it?"),
        help_text=gettext_lazy("Only coordinators read this."),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, reaction: SupportReaction, **kwargs: Any) -> None:
        initial = {name: getattr(reaction, name) for name in ("version", "state", "note")}
        super().__init__(*args, **kwargs | {"initial": initial})

    def clean(self) -> dict[str, Any]:
        """Whoever gives a signal up says why: a member may ask."""
        cleaned = super().clean() or {}
        if cleaned.get("state") == ReactionState.NOT_FOLLOWED_UP and cleaned.get("note") == "":
            self.add_error("note", _("Write why nothing follows. A member may ask."))
        return cleaned
