"""The pages that a person of the demo reaches by following links, as people do."""

from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from lxml import html
from playwright.sync_api import APIResponse, BrowserContext

# One row may offer what another does not: of pages about a row, look at so many for links to follow.
ROWS_TO_LOOK_AT = 6


def reachable(context: BrowserContext, start: str = "/") -> dict[str, str]:
    """For each kind of page the first address found: {"trajectories:contact-new": "/w/…/contacts/new/"}."""
    waiting, met = deque([start]), {start}
    looked_at: Counter[str] = Counter()
    found: dict[str, str] = {}
    while waiting:
        path = waiting.popleft()
        kind = kind_of(path)
        if kind is None or looked_at[kind] >= (ROWS_TO_LOOK_AT if kind.endswith("-detail") else 1):
            continue
        looked_at[kind] += 1
        answer = context.request.get(path)
        if not is_page(answer):
            continue
        here = urlsplit(answer.url).path
        found.setdefault(kind_of(here) or kind, here)
        for link in links_of(answer):
            if link not in met:
                met.add(link)
                waiting.append(link)
    return found


def kind_of(path: str) -> str | None:
    """The url name, with the parts of the address that name no row ("ambassadors:step-edit budget")."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    fixed = [str(value) for value in match.kwargs.values() if isinstance(value, str | int)]
    return " ".join([match.view_name, *fixed])


def is_page(answer: APIResponse) -> bool:
    return answer.status == 200 and answer.headers.get("content-type", "").startswith("text/html")


def links_of(answer: APIResponse) -> list[str]:
    """Where the page leads to, within the product, without query or place on the page."""
    tree = html.fromstring(answer.body())
    addresses = [urlsplit(urljoin(answer.url, href)) for href in tree.xpath("//a/@href")]
    own = urlsplit(answer.url).netloc
    return [address.path for address in addresses if address.netloc == own]
