"""Every address × every role × the own, the other and the external employer's rows. A new address has to be listed.

The same walk looks at everything that comes back: what was planted is read by those who may, and by nobody else; and
it is Dutch.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from config.testing.cast import ClientFor
from config.testing.world import World
from config.tests.matrix import ADDRESSES, PARTS, PLANTED_READERS
from config.tests.test_language import english_in, spoken

pytestmark = [pytest.mark.once, pytest.mark.long]

OUT = (403, 404)
PLANT = re.compile(r"PLANTED-(own|foreign|external)-([a-z]+)")


@cache
def work_addresses() -> dict[str, list[str]]:
    """Every named address under /w/, with the names of its parts after the membership."""
    return {name: parts for name, parts in _walk(get_resolver().url_patterns) if "membership" in parts}


def _walk(patterns: list[Any], namespace: str = "", outer: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        parts = (*outer, *pattern.pattern.converters)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, pattern.namespace or namespace, parts)
        else:
            yield f"{namespace}:{pattern.name}", list(parts)


def url_of(name: str, world: World, person: str, case: str) -> str:
    parts = [part for part in work_addresses()[name] if part != "membership"]
    membership = world.cast.memberships[person]
    return reverse(name, kwargs={"membership": membership.uuid, **world.arguments(case, parts)})


def answers(client: Client, url: str) -> list[Any]:
    """To a GET and to an empty POST; an address that knows only one of them says 405 to the other."""
    both = [client.get(url), client.post(url)]
    return [answer for answer in both if answer.status_code != 405]


def everything_in(answer: Any) -> str:
    """Headers and body as text; a file, as what is in it."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as files:
            body = b" ".join(files.read(name) for name in files.namelist())
    return f"{answer.headers} {body.decode(errors='replace')}"


def test_every_address_is_listed() -> None:
    assert sorted(work_addresses()) == sorted(ADDRESSES)


@contextmanager
def undone() -> Iterator[None]:
    """What a visit changed is as it was for the next one."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("part", PARTS)
def test_only_those_named_get_in_and_read(
    part: list[str], world: World, client_for: ClientFor, caplog: pytest.LogCaptureFixture
) -> None:
    clients = {person: client_for(membership) for person, membership in world.cast.memberships.items()}
    for name in part:
        for case, expected in ADDRESSES[name].cases().items():
            got_in = {person for person in clients if gets_in(clients[person], person, name, case, world)}
            assert got_in == expected, f"{name}, {case}"
    assert "PLANTED" not in caplog.text
    for letter in mail.outbox:
        assert "PLANTED" not in f"{letter.subject} {letter.body}"


def gets_in(client: Client, person: str, name: str, case: str, world: World) -> bool:
    """Whether any answer lets the person in; nobody reads what is not theirs in any of them."""
    with undone():
        found = answers(client, url_of(name, world, person, case))
        assert found, f"{name} answers neither GET nor POST"
        assert not any(answer.status_code >= 500 for answer in found), f"{name} for {person}, {case}"
        for answer in found:
            check_nothing_leaks(person, everything_in(answer), name)
            if answer.status_code not in OUT:
                assert not english_on(answer), f"{name} for {person}"
        return not all(answer.status_code in OUT for answer in found)


def english_on(answer: Any) -> list[str]:
    if not answer.get("Content-Type", "").startswith("text/html") or not answer.content:
        return []
    return english_in(spoken(answer.content.decode()))


def check_nothing_leaks(person: str, text: str, name: str) -> None:
    for case, what in set(PLANT.findall(text)):
        readers = PLANTED_READERS.get(what, PLANTED_READERS["logbook"])[case]
        assert person in readers.split(), f"{person} reads {case} {what} at {name}"


def test_nobody_works_under_anothers_membership(world: World, client_for: ClientFor) -> None:
    stranger = client_for(world.cast.other_coordinator)
    for name in ADDRESSES:
        found = answers(stranger, url_of(name, world, "coordinator", "own"))
        assert {answer.status_code for answer in found} == {404}, name
        assert not any(PLANT.search(everything_in(answer)) for answer in found), name


def test_nobody_at_all_is_asked_to_log_in(world: World, client: Client) -> None:
    outbox = {"X-Outbox": "1"}
    for name in ADDRESSES:
        url = url_of(name, world, "coordinator", "own")
        answer = client.get(url)
        assert answer.status_code == 302, name
        assert not PLANT.search(everything_in(answer)), name
        codes = [client.get(url, headers=outbox).status_code, client.post(url, headers=outbox).status_code]
        assert codes == [401, 401], name
