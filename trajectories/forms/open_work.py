"""Activities and results: no names, little typing, what is rarely filled in behind one tap."""

import datetime
import ipaddress
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ambassadors.enums import Strategy
from ambassadors.models import Appointment
from organisations.inputs import DateField, RecentDateField, TextField, WholeNumberField
from organisations.inputs.named import NamedRowsField, SuggestInputs
from trajectories.enums import OPEN_RESULTS, ActivityKind, Lasts, ResultKind, ResultState
from trajectories.forms.base import CHOOSE, ProjectField, WorkForm
from trajectories.forms.participants import offer
from trajectories.models import Provider

NO_NAMES = gettext_lazy("No names of people: your coordinator reads this too, and it may stand in a report.")
ONLY_OTHER = gettext_lazy("Only when you chose “other”.")


class HttpsLinkField(forms.CharField):
    """The address of a page that everyone may open, in the clear: https, a host with a name, nobody's password."""

    widget = forms.TextInput({"inputmode": "url", "autocomplete": "off", "autocapitalize": "none"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=480, required=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        if "://" not in text:
            text = f"https://{text}"
        scheme, rest = text.split("://", 1)
        if scheme.lower() != "https":
            raise forms.ValidationError(_("The link must begin with https://."))
        text = f"https://{rest}"
        if not _is_public(text):
            raise forms.ValidationError(_("Copy the whole link, such as https://www.instagram.com/p/abc."))
        return text


def _is_public(text: str) -> bool:
    try:
        URLValidator(schemes=["https"])(text)
        parts = urlsplit(text)
        host = parts.hostname or ""
    except (ValueError, forms.ValidationError):
        return False
    return "." in host and not parts.username and not parts.password and not _is_number(host)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class OfAProjectForm(WorkForm):
    """`appointments` is asked for when the row is new, and answered by itself when there is one."""

    def __init__(self, *args: Any, appointments: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row:
            del self.fields["appointment"]
        else:
            offer(self, appointments)


class WithPartnersForm(OfAProjectForm):
    """What activities and results share: under which strategy, and with whom."""

    behind: tuple[str, ...] = ()  # what a new one asks behind a tap

    strategy = forms.ChoiceField(label=gettext_lazy("Strategy"), choices=Strategy, error_messages=CHOOSE)
    providers = NamedRowsField(
        queryset=Provider.objects.none(),
        names=lambda provider: [provider.name],
        label=gettext_lazy("With which providers?"),
        required=False,
        widget=SuggestInputs(gettext_lazy("Provider")),
        help_text=gettext_lazy("Those on your list. Empty a box to take one away."),
    )
    partners = TextField(
        label=gettext_lazy("With whom else?"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=gettext_lazy("Organisations or services, such as the library. No names of people."),
    )

    def __init__(self, *args: Any, providers: Any, **kwargs: Any) -> None:
        """`providers`: those that this person knows. Others that a row may have are neither shown nor touched."""
        self.known = list(providers)
        super().__init__(*args, **kwargs)
        self.fields["providers"].known = self.known  # type: ignore[attr-defined]
        if not self.row and not self.initial.get("strategy"):
            self._ask_strategy()

    def _ask_strategy(self) -> None:
        """Nobody said how this person works: then it is a question, not a guess behind a tap."""
        strategy = self.fields["strategy"]
        assert isinstance(strategy, forms.ChoiceField)  # noqa: S101
        strategy.choices = [("", gettext_lazy("Choose")), *Strategy.choices]
        self.behind = tuple(name for name in self.behind if name != "strategy")

    @property
    def asks_strategy(self) -> bool:
        return "strategy" not in self.behind

    def values_of(self, row: Any) -> dict[str, Any]:
        return super().values_of(row) | {"providers": [one for one in row.providers.all() if one in self.known]}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("kind_other") and data.get("kind") not in ("other", None):
            self.add_error("kind_other", _("Choose “other” above, or empty this."))
        return data

    @property
    def has_error_behind(self) -> bool:
        """Whether what stands behind a tap has to stand open."""
        return any(name in self.errors for name in self.behind)

    def fields_behind(self) -> list[forms.BoundField]:
        return [self[name] for name in self.behind]


class ActivityForm(WithPartnersForm):
    behind = ("kind_other", "strategy", "providers", "partners", "post_url")

    date = RecentDateField(label=gettext_lazy("When?"))
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of activity?"),
        choices=ActivityKind,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    kind_other = TextField(label=gettext_lazy("Which other kind?"), max_length=80, required=False, help_text=ONLY_OTHER)
    what = TextField(
        label=gettext_lazy("What did you do?"),
        max_length=300,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=NO_NAMES,
        error_messages={"required": gettext_lazy("Write in a few words what you did.")},
    )
    head_count = WholeNumberField(
        label=gettext_lazy("How many people came?"),
        required=False,
        min_value=1,
        max_value=20_000,
        help_text=gettext_lazy("Leave empty when nobody counted."),
    )
    post_url = HttpsLinkField(
        label=gettext_lazy("Link to a public post"),
        help_text=gettext_lazy("For example on Instagram or Facebook. Only what everyone may already see."),
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["date"]
        assert isinstance(day, RecentDateField)  # noqa: S101
        day.today = today


class ResultForm(WithPartnersForm):
    behind = ("kind_other", "providers", "partners", "evidence", "evidence_url")

    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    what = TextField(
        label=gettext_lazy("What is the result?"),
        max_length=300,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=NO_NAMES,
        error_messages={"required": gettext_lazy("Write in a few words what the result is.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of result?"), choices=ResultKind, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    kind_other = TextField(label=gettext_lazy("Which other kind?"), max_length=80, required=False, help_text=ONLY_OTHER)
    state = forms.ChoiceField(
        label=gettext_lazy("Where does it stand?"),
        choices=ResultState,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    date = DateField(
        label=pgettext_lazy("result", "When?"),
        help_text=gettext_lazy("The day on which you expect it, or on which it was there or was given up."),
    )
    lasts = forms.ChoiceField(
        label=gettext_lazy("Does it last after the project?"),
        choices=Lasts,
        initial=Lasts.UNKNOWN,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    evidence = TextField(
        label=gettext_lazy("How can one see it?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("For example: the council approved it, three clubs use it. No names of people."),
    )
    evidence_url = HttpsLinkField(label=gettext_lazy("Link to it"))

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        state, day = data.get("state"), data.get("date")
        if state and day and state not in OPEN_RESULTS and day > self.today:
            self.add_error("date", _("The date cannot lie in the future, unless the result is still to come."))
        if state == ResultState.GIVEN_UP and data.get("lasts") == Lasts.YES:
            self.add_error("lasts", _("What was given up cannot last. Choose another answer."))
        return data
