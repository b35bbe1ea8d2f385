"""What a browser without JavaScript would send: the fields of a page's form, as they stand in its HTML."""

from html.parser import HTMLParser
from typing import Any


class FormReader(HTMLParser):
    """Collects names and values of the form with a given class."""

    def __init__(self, css_class: str) -> None:
        super().__init__(convert_charrefs=True)
        self.css_class, self.inside = css_class, False
        self.data: dict[str, list[str]] = {}
        self.select = self.option = self.textarea = ""
        self.option_value: str | None = None

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        attrs = dict(attributes)
        if tag == "form":
            self.inside = self.css_class in (attrs.get("class") or "").split()
        elif self.inside and hasattr(self, f"start_{tag}"):
            getattr(self, f"start_{tag}")(attrs)

    def start_input(self, attrs: dict[str, Any]) -> None:
        ticked = attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs
        if ticked and attrs.get("name"):
            self.data.setdefault(attrs["name"], []).append(
                attrs.get("value") or ("on" if attrs.get("type") == "checkbox" else "")
            )

    def start_select(self, attrs: dict[str, Any]) -> None:
        self.select = attrs["name"]

    def start_option(self, attrs: dict[str, Any]) -> None:
        if self.select and ("selected" in attrs or self.select not in self.data):
            self.data[self.select] = [attrs.get("value", "")]

    def start_textarea(self, attrs: dict[str, Any]) -> None:
        self.textarea = attrs["name"]
        self.data[self.textarea] = [""]

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.data[self.textarea][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            # A browser drops the line end with which a textarea begins.
            self.data[self.textarea][0] = self.data[self.textarea][0].removeprefix("\r\n").removeprefix("\n")
            self.textarea = ""


def form_on(response: Any, css_class: str = "step") -> dict[str, list[str]]:
    """The fields of the form, ready to be changed and posted."""
    reader = FormReader(css_class)
    reader.feed(response.content.decode())
    reader.data.pop("csrfmiddlewaretoken", None)
    return reader.data
