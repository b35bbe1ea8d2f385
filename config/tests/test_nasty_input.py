"""Every form of every page, each of its fields in turn missing or nasty: a page in Dutch or a redirect, never a 500.

The form is the page's own, as a browser would send it, so a new field or page is covered without being listed here.
"""

import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urljoin

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from lxml import html

from config.testing.cast import PASSWORD, ClientFor
from config.testing.world import World
from config.tests.matrix import ADDRESSES
from config.tests.test_access import english_on, url_of

pytestmark = [pytest.mark.once, pytest.mark.long]

Pairs = list[tuple[str, Any]]

NUL = "a\0b"
NASTY = [
    b"a\xed\xa0\x80b",  # half a character: a lone surrogate
    "x" * 10_000,
    "-1",
    "0",
    "9" * 40,
    "1e400",
    "NaN",
    "٣",  # a digit, though not ours
    "[]",
    "31/02/2025",
    "0000-01-01",
    "9999-12-31",
    "99999-12-31",
    "",
]
LATER_ROW = re.compile(r"-[1-9]\d*-")  # in a formset: the same fields as in the first row
DATE_BOX = re.compile(r"_(day|month|year)$")
HIDDEN = {"entry_id", "logged_at", "version"}
PAGES_OF_ONES_OWN = [
    "organisations:profile",
    "account_login",
    "account_email",
    "account_change_password",
    "account_reset_password",
    "account_reauthenticate",
    "mfa_activate_totp",
    "usersessions_list",
]
VARIANTS = {
    "ambassadors:step-edit": ("number", (2, 3, 4)),
    "ambassadors:row-new": ("relation", ("support_meetings", "talks")),  # last that of the planted row
    "trajectories:moment-edit": ("moment", (1, 2)),
}


def as_it_stands(form: Any) -> Pairs:
    """What a browser would send if one only pressed the button. (lxml's own answer leaves empty boxes out.)"""
    pairs: Pairs = []
    for field in form.inputs:
        name, kind = field.name, field.get("type", field.tag)
        if (
            not name
            or name == "csrfmiddlewaretoken"
            or kind in ("submit", "file")
            or (kind in ("radio", "checkbox") and "checked" not in field.attrib)
        ):
            continue
        if kind == "select":
            chosen = field.xpath(".//option[@selected]") or field.xpath(".//option")[: not field.multiple]
            pairs += [(name, option.get("value", "")) for option in chosen]
        else:
            pairs.append((name, (field.text or "").strip() if kind == "textarea" else field.get("value", "")))
    buttons = form.xpath(".//button")
    return [*pairs, (buttons[0].get("name"), "")] if buttons and all(b.get("name") for b in buttons) else pairs


def filled_in(form: Any) -> Pairs:
    """The same once every empty box is filled in, and every question has an answer."""
    answers = {field.name: field for field in reversed(list(form.inputs)) if field.name}
    filled = [(name, value or in_its_place(answers.get(name))) for name, value in as_it_stands(form)]
    unanswered = [field for name, field in answers.items() if name not in dict(filled)]
    return filled + [(field.name, field.get("value", "on")) for field in unanswered if field.get("type") == "radio"]


def in_its_place(field: Any) -> str:
    """Something that makes sense in an empty box."""
    kind = "" if field is None else field.get("type", field.tag)
    if kind == "select":
        return str(field.xpath(".//option/@value")[-1])
    if kind not in ("text", "email", "search", "textarea") or "other" in field.name:
        return ""
    if kind == "email":
        return "iemand@voorbeeld.example"
    if field.name == "municipality":
        return "Asse"
    if field.name.endswith("year"):
        return "2025"
    if suggestions := field.get("list"):
        return str(field.getroottree().xpath(f"string(//datalist[@id='{suggestions}']/option[1]/@value)"))
    return "1" if field.get("inputmode") or field.name.endswith(("day", "month")) else "Tekst"


def forms_of(page: Any, url: str) -> Iterator[tuple[str, str, Any]]:
    """(method, address, form) of each form on the page."""
    if page.status_code != 200 or not page.get("Content-Type", "").startswith("text/html"):
        return
    for form in html.fromstring(page.content).forms:
        action = urljoin(url, form.get("action") or url)
        if "logout" not in action:
            yield form.method, action, form


def send(client: Client, method: str, url: str, pairs: Pairs) -> Any:
    """What is saved is taken back at once, so that the next value meets the same rows."""
    body = urlencode(pairs)
    with transaction.atomic():
        if method == "GET":
            answer = client.get(f"{url.partition('?')[0]}?{body}")
        else:
            answer = client.post(url, body, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer


def nasty_values(field: str, strangers: list[str], dice: random.Random, *, met: bool) -> list[list[Any]]:
    """What is sent instead: nothing, one value, or two under one name; of a field met before only one of them."""
    some = "" if field in HIDDEN else dice.choice([*NASTY, *strangers[:2]])
    values = [[], [some] * dice.choice([1, 1, 2])]
    return [dice.choice(values)] if met else values


def complaint(answer: Any) -> str:
    """What is wrong with an answer; nothing when it is a redirect, a file, or a page in Dutch."""
    return repr(answer.exc_info[1]) if answer.status_code >= 500 else "; ".join(english_on(answer))


def posted_as(client: Client, method: str, action: str, form: Any) -> Pairs:
    """The form filled in, or all but what was refused, or as it stands: the first that is taken."""
    untouched, filled = as_it_stands(form), filled_in(form)
    if method == "GET":
        return filled
    answer = send(client, method, action, filled)
    if answer.status_code == 302:
        return filled
    refused = refused_in(answer)
    mended = [(name, dict(untouched).get(name, "") if name in refused else value) for name, value in filled]
    taken = (pairs for pairs in (mended, untouched) if send(client, method, action, pairs).status_code == 302)
    return next(taken, mended)


def refused_in(answer: Any) -> set[str]:
    return set(html.fromstring(answer.content).xpath("//*[@aria-invalid]/@name")) if answer.content else set()


def complaints_at(client: Client, url: str, strangers: list[str], dice: random.Random, met: set[str]) -> Iterator[str]:
    """First NUL in all fields at once: those that are refused then have had their turn with it."""
    for method, action, form in forms_of(client.get(url), url):
        pairs = posted_as(client, method, action, form)
        all_nul = [(name, value if name in HIDDEN or "_FORMS" in name else NUL) for name, value in pairs]
        refused = refused_in(send(client, method, action, all_nul)) if method == "POST" else set()
        for field in dict.fromkeys(field for field, _value in pairs if not LATER_ROW.search(field)):
            box = DATE_BOX.search(field)
            kind = box[0] if box else field
            values = nasty_values(field, strangers, dice, met=kind in met) + ([] if field in refused else [[NUL]])
            met.add(kind)
            for instead in values:
                sent = [pair for pair in pairs if pair[0] != field] + [(field, value) for value in instead]
                if wrong := complaint(send(client, method, action, sent)):
                    yield f"{method} {action} {field}={instead!r:.60}: {wrong}"


@pytest.mark.parametrize("app", sorted({name.partition(":")[0] for name in ADDRESSES}))
def test_no_field_of_any_form_breaks_a_page(app: str, world: World, client_for: ClientFor) -> None:
    dice, met = random.Random(app), set[str]()
    strangers = [str(row.uuid) for row in world.rows["foreign"].values() if hasattr(row, "uuid")]
    found: list[str] = []
    for name, address in ADDRESSES.items():
        people = sorted(address.cases()["own"])
        if not people or not name.startswith(f"{app}:"):
            continue
        person = dice.choice(people)
        client = client_for(world.cast.memberships[person])
        client.raise_request_exception = False
        part, values = VARIANTS.get(name, ("number", [4]))
        for value in values:
            world.rows["own"][part] = value
            found += complaints_at(client, url_of(name, world, person, "own"), strangers, dice, met)
    assert not found, "\n".join(found)


def test_no_field_of_a_page_of_ones_own_breaks_it(world: World, client: Client) -> None:
    client.raise_request_exception = False
    strangers = [world.cast.other_coordinator.user.email]
    found = list(complaints_at(client, reverse("account_login"), strangers, random.Random(1), set()))
    client.force_login(world.cast.coordinator.user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in PAGES_OF_ONES_OWN:
        found += complaints_at(client, reverse(name), strangers, random.Random(name), set())
    assert not found, "\n".join(found)
