"""Every address × every role × the own, the other's and the external employer's rows. A new address has to be listed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from config.testing.cast import Cast, ClientFor
from config.testing.world import World
from config.tests.matrix import ADDRESSES, Address

OUT = (403, 404)


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


def test_every_address_is_listed() -> None:
    assert sorted(work_addresses()) == sorted(ADDRESSES)


def answers(client: Client, url: str) -> set[int]:
    """The statuses of a GET and of an empty POST; an address that knows only one of them says 405 to the other."""
    return {client.get(url).status_code, client.post(url).status_code} - {405}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_only_those_named_get_in(name: str, world: World, client_for: ClientFor) -> None:
    parts = [part for part in work_addresses()[name] if part != "membership"]
    clients = {person: client_for(membership) for person, membership in world.cast.memberships.items()}
    for case, expected in ADDRESSES[name].cases().items():
        rows = world.arguments(case, parts)
        got_in = set()
        for person, membership in world.cast.memberships.items():
            found = answers(clients[person], reverse(name, kwargs={"membership": membership.uuid, **rows}))
            assert found, f"{name} answers neither GET nor POST"
            assert not any(status >= 500 for status in found)
            if not found <= set(OUT):
                got_in.add(person)
        assert got_in == expected, f"{name}, {case}"


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_nobody_works_under_anothers_membership(name: str, world: World, client_for: ClientFor) -> None:
    parts = [part for part in work_addresses()[name] if part != "membership"]
    rows = world.arguments("own", parts)
    url = reverse(name, kwargs={"membership": world.cast.coordinator.uuid, **rows})
    assert answers(client_for(world.cast.other_coordinator), url) == {404}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_nobody_at_all_is_asked_to_log_in(name: str, world: World, client: Client) -> None:
    parts = [part for part in work_addresses()[name] if part != "membership"]
    url = reverse(name, kwargs={"membership": world.cast.coordinator.uuid, **world.arguments("own", parts)})
    answer = client.get(url)
    assert answer.status_code in (302, 405)
    assert "PLANTED" not in answer.content.decode()
    assert client.get(url, headers={"X-Outbox": "1"}).status_code in (401, 405)
    assert client.post(url, headers={"X-Outbox": "1"}).status_code in (401, 405)
