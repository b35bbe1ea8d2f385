"""A municipality, typed by its name."""

from difflib import get_close_matches
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from organisations.models import Municipality


class MunicipalityField(forms.CharField):
    """A municipality by its name, typed: no list of 285, nothing typed is lost. Cleans to a Municipality or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Municipality.objects.filter(pk=value).first()
        return value.name if isinstance(value, Municipality) else value

    def to_python(self, value: Any) -> Municipality | None:  # type: ignore[override]
        name = super().to_python(value)
        super().run_validators(name)
        return self._find(name) if name else None

    def run_validators(self, value: Any) -> None:
        """A municipality is what it is: the validators of a text were applied to what was typed."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "").casefold() != str(data or "").strip().casefold()

    def _find(self, name: str) -> Municipality:
        known = list(Municipality.objects.filter(name__iexact=name).select_related("merged_into"))
        if current := [place for place in known if place.valid_until is None]:
            return current[0]
        if known:
            sentence = _("%(old)s is now part of %(new)s. Fill in %(new)s.")
            raise forms.ValidationError(sentence % {"old": known[0], "new": known[0].merged_into})
        names = {place.name.casefold(): place.name for place in Municipality.objects.current()}
        close = [names[found] for found in get_close_matches(name.casefold(), names, n=3)]
        if close:
            sentence = _("We know no municipality with that name. Do you mean %(names)s?")
            raise forms.ValidationError(sentence % {"names": _(" or ").join(close)})
        raise forms.ValidationError(_("We know no municipality with that name. Write it in full, or leave it empty."))
