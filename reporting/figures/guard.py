"""Small numbers: what leaves an organisation shows no count of 1 to 4 (the threshold is a ruling).

Until cells can be suppressed one by one, a table with such a cell is left out whole. A table here is what describes one
group of trajectories in one way: one cohort and moment, or one breakdown of the logbook. Where only the reasons for not
knowing are too few to tell apart, they are put together first; what then still has a small cell is left out. As two
cohorts share no trajectory, a table that is left out cannot be worked out from one that is shown; within a cohort the
moments form a chain, so that without moment 1 the next two are left out too (they would show how many enrolled), and
moments 2 and 3 over all that started are shown only where nothing was left out or put together.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """`threshold`: the smallest count that may be shown, besides 0. `projects`: how many a rate needs at least."""

    threshold: int
    projects: int = 3

    def forbids(self, *counts: int) -> bool:
        """True when one of these counts is small: it, and what it could be worked out from, may not be shown."""
        return any(0 < count < self.threshold for count in counts)

    def forbids_rate(self, projects: Iterable[int]) -> bool:
        return len(set(projects)) < self.projects


class Open(Guard):
    """Inside the own organisation every count is shown."""

    def __init__(self) -> None:
        super().__init__(threshold=1, projects=1)


INSIDE = Open()
