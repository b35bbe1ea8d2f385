"""Read traces: who saw whom. One for each page, with the codes of those whose names stood on it."""

from collections.abc import Iterable

from organisations import audit
from organisations.models import Membership
from trajectories.models import Participant


def trace_view(participant: Participant, *, by: Membership, verb: str = "viewed") -> None:
    audit.record(verb, participant, by=by, organisation=participant.controller)


def trace_list(codes: Iterable[str], *, by: Membership) -> None:
    """One trace for a list, with the codes of those who stood on it; none when nobody did."""
    if known := set(codes):
        audit.record("listed", by, by=by, fields=known)
