"""Every address once, on both engines, as somebody who gets in. What stands on a page, tests of its own tell."""

from config.testing.cast import ClientFor
from config.testing.world import World
from config.tests.matrix import ADDRESSES
from config.tests.test_access import undone, url_of

OPENED = (200, 302, 405)  # 405: an act behind a button


def test_every_page_opens(world: World, client_for: ClientFor) -> None:
    for name, address in ADDRESSES.items():
        for person in sorted(address.cases()["own"])[:1]:
            client = client_for(world.cast.memberships[person])
            with undone():
                assert client.get(url_of(name, world, person, "own")).status_code in OPENED, name
