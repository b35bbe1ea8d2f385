"""Choosing a row by its name: the browser suggests, the server decides. What is typed but not picked counts too."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

SHOWN = 5

Names = Callable[[Any], Iterable[str]]


class SuggestInput(forms.TextInput):
    """A text box with suggestions of the browser's own (a datalist), which needs no script."""

    template_name = "house/widgets/suggest.html"
    suggestions: Callable[[], Iterable[str]] = staticmethod(lambda: ())

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["attrs"]["list"] = widget["suggestions_id"] = f"{widget['attrs'].get('id', name)}_suggestions"
        widget["attrs"]["autocomplete"] = "off"
        widget["suggestions"] = list(self.suggestions())
        return context


class SuggestInputs(SuggestInput):
    """Several such boxes under one name: those filled in, and some empty ones."""

    template_name = "house/widgets/suggest_several.html"
    use_fieldset = True
    empty_boxes = 2
    most_boxes = 60

    def __init__(self, box_label: Any = "", attrs: dict[str, Any] | None = None) -> None:
        """`box_label` names each box for who cannot see it, with its number behind it."""
        super().__init__(attrs)
        self.box_label = box_label

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [text for text in data.getlist(name)[: self.most_boxes] if text.strip()]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def format_value(self, value: Any) -> Any:
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        typed = list(value or ())
        context["widget"]["boxes"] = typed + [""] * min(self.empty_boxes, self.most_boxes - len(typed))
        context["widget"]["box_label"] = self.box_label
        context["widget"]["width"] = self.attrs.get("data-width", "")
        return context

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""


class NamedRowField(forms.Field):
    """One row of `queryset`, by one of its names. Cleans to the row, or None when nothing was typed.

    `names(row)`: what the row is called; the first is what the box shows and suggests.
    """

    widget = SuggestInput
    default_error_messages = {
        "unknown": _("“%(typed)s” is not in the list. Check how it is spelled."),
        "several": _("There are %(count)s that fit “%(typed)s”: %(some)s. Write the whole name."),
    }

    def __init__(self, *, queryset: QuerySet[Any], names: Names, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.queryset, self.names = queryset, names
        self.known: list[Any] | None = None  # the rows, when who calls has them already
        self.widget.suggestions = self.suggestions

    def __deepcopy__(self, memo: dict[int, Any]) -> "NamedRowField":
        copy = super().__deepcopy__(memo)
        copy.queryset = self.queryset.all()
        copy.widget.suggestions = copy.suggestions
        return copy

    def rows(self) -> Iterable[Any]:
        return self.queryset if self.known is None else self.known

    def suggestions(self) -> list[str]:
        return [self.shown(row) for row in self.rows()]

    def shown(self, row: Any) -> str:
        return next(iter(self.names(row)))

    def prepare_value(self, value: Any) -> Any:
        """A row, or the number of one, as its name; what was typed as it was typed."""
        if isinstance(value, int):
            value = self.queryset.model._default_manager.filter(pk=value).first()
        return self.shown(value) if isinstance(value, Model) else value

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        return self.resolve(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return fold(str(self.prepare_value(initial) or "")) != fold(str(data or ""))

    def resolve(self, text: str) -> Any:
        """The one row that fits: by its whole name, else by how a name begins, else by a part of it."""
        wanted, rows = fold(text), [(row, [fold(name) for name in self.names(row)]) for row in self.rows()]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            found = [row for row, names in rows if any(fits(name, wanted) for name in names)]
            if len(found) == 1:
                return found[0]
            if found:
                raise self._several(text, found)
        raise forms.ValidationError(self.error_messages["unknown"], code="unknown", params={"typed": text})

    def _several(self, text: str, found: list[Any]) -> forms.ValidationError:
        some = ", ".join(self.shown(row) for row in found[:SHOWN]) + ("…" if len(found) > SHOWN else "")
        params = {"typed": text, "count": len(found), "some": some}
        return forms.ValidationError(self.error_messages["several"], code="several", params=params)


class NamedRowsField(NamedRowField):
    """Several rows, each in a box of its own. Cleans to a list without doubles, in the order typed."""

    widget = SuggestInputs  # type: ignore[assignment]

    def prepare_value(self, value: Any) -> Any:
        return [super(NamedRowsField, self).prepare_value(one) for one in value or ()]

    def to_python(self, value: Any) -> list[Any]:
        rows, errors = [], []
        for text in value or ():
            try:
                rows.append(self.resolve(text.strip()))
            except forms.ValidationError as error:
                errors.append(error)
        if errors:
            raise forms.ValidationError(errors)
        return list(dict.fromkeys(rows))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return {fold(name) for name in self.prepare_value(initial)} != {fold(text) for text in data or ()}


def fold(text: str) -> str:
    """How names are compared: without accents, capitals, points, hyphens and double spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("-", " ").replace(".", "").replace("’", "'").split())
