"""Pure: what the rules read: a dossier as plain values, without a database."""

from dataclasses import dataclass
from decimal import Decimal

from ambassadors.budget import Sums, add_up
from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Engagement, StepNumber


@dataclass(frozen=True)
class Post:
    """One person to be hired. `percentage` of full time, 1 to 100, or None while nobody filled it in."""

    percentage: int | None = None
    cost: Decimal | None = None

    def __post_init__(self) -> None:
        if self.percentage is not None and not 1 <= self.percentage <= 100:
            raise ValueError("A percentage per person lies between 1 and 100.")


@dataclass(frozen=True)
class Partner:
    """A partner needed to carry out the strategies, and what became of its engagement statement."""

    name: str
    engagement: Engagement = Engagement.NOT_ASKED


@dataclass(frozen=True)
class Dossier:
    """Steps 3 and 4 in full, of the other steps what the rules ask. Amounts in euro a year, None while unknown."""

    ready: frozenset[StepNumber] = frozenset()
    has_beliefs_note: bool = False
    has_success_agreement: bool = False
    has_focus: bool = False
    strategies: frozenset[Strategy] = frozenset()
    profiles: frozenset[Profile] = frozenset()
    partners: tuple[Partner, ...] = ()
    posts: tuple[Post, ...] = ()
    open_ended: bool = False
    months: int | None = None
    operating_costs: tuple[Decimal | None, ...] = ()
    funding: tuple[Decimal | None, ...] = ()

    def __post_init__(self) -> None:
        if self.months is not None and (self.open_ended or self.months < 1):
            raise ValueError("A term is open-ended or a positive number of months, not both.")

    @property
    def sums(self) -> Sums:
        return add_up(
            (post.percentage for post in self.posts),
            (post.cost for post in self.posts),
            self.operating_costs,
            self.funding,
        )

    @property
    def percentages(self) -> tuple[int, ...]:
        """The percentages that are known."""
        return tuple(post.percentage for post in self.posts if post.percentage is not None)

    @property
    def staffing(self) -> int:
        """All persons added up, in percent of full time."""
        return self.sums.percentage

    @property
    def staffing_is_known(self) -> bool:
        """False while a person's percentage is still blank: the sum may grow."""
        return bool(self.posts) and len(self.percentages) == len(self.posts)
