"""A letter to the support group, what a member writes back, and where a signal of theirs stands."""

from typing import Any

from django import forms
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.enums import ReactionKind, ReactionState
from ambassadors.letters import Json
from ambassadors.models import SupportMember, SupportReaction
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.inputs import TextField

CHOOSE = {
    "required": gettext_lazy("Choose one of the answers."),
    "invalid_choice": gettext_lazy("Choose one of the answers."),
}
WORDS = 24
NOT_ANY_MORE = gettext_lazy("One of your choices is no longer there. Check what is ticked, and send again.")


class LetterForm(EntryForm):
    members = forms.MultipleChoiceField(
        label=gettext_lazy("Who gets it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one member."),
            "invalid_choice": NOT_ANY_MORE,
            "invalid_list": NOT_ANY_MORE,
        },
    )
    title = TextField(
        label=gettext_lazy("What is it about?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Fill in what it is about.")},
    )
    message = TextField(
        label=gettext_lazy("Your message"),
        help_text=gettext_lazy("It leaves your organisation. Write no names of children or families."),
        max_length=6000,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": gettext_lazy("Write your message.")},
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What goes along from the dossier?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_ANY_MORE, "invalid_list": NOT_ANY_MORE},
    )
    field_order = ("members", "title", "message", "parts")

    def __init__(self, *args: Any, members: list[SupportMember], parts: list[Json], **kwargs: Any) -> None:
        """`members`: those with an e-mail address; `parts`: what can go along today."""
        super().__init__(*args, **kwargs)
        self.by_address = {str(one.uuid): one for one in members}
        self.by_part = {part["part"]: part for part in parts}
        who: Any = self.fields["members"]
        who.choices, who.initial = [(key, _said(one)) for key, one in self.by_address.items()], list(self.by_address)
        what: Any = self.fields["parts"]
        what.choices = [(part["part"], _glimpse(part)) for part in parts]
        if not parts:
            del self.fields["parts"]

    @property
    def chosen_members(self) -> list[SupportMember]:
        return [self.by_address[key] for key in dict.fromkeys(self.cleaned_data["members"])]

    @property
    def chosen_parts(self) -> list[Json]:
        """In the order in which they are offered."""
        ticked = self.cleaned_data.get("parts", ())
        return [part for key, part in self.by_part.items() if key in ticked]


def _glimpse(part: Json) -> str:
    """What goes along, so far as one line holds it."""
    return f"{part['heading']}: {Truncator(' · '.join(item['text'] for item in part['items'])).words(WORDS)}"


def _said(member: SupportMember) -> str:
    """Who it is, and of where when that says more."""
    return " · ".join(dict.fromkeys(filter(None, (member.called, member.organisation))))


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
