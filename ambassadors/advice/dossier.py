"""Pure: what the rules read: a dossier as plain values, without a database.

A `subject` is what stays the same about a row or a choice, the row's uuid or a word, so that advice can be answered.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ambassadors.budget import Sums, add_up
from ambassadors.enums import Profile, Side, Strategy
from ambassadors.instrument import (
    CAPACITY_CONDITIONS,
    AnalysisState,
    Commitment,
    Engagement,
    IndicatorKind,
    StepNumber,
    TalkSide,
)

WHOLE = "dossier"  # the subject of advice that is about no row or choice in particular


@dataclass(frozen=True)
class Expectation:
    """One of the three of the instrument, or one's own. `is_told`: people said how far it is shared, or what it is."""

    subject: str
    field: str
    name: Any
    is_told: bool = False
    has_reason: bool = False


@dataclass(frozen=True)
class Talk:
    """An exploratory talk with a partner, and what a provider was asked."""

    subject: str
    name: str
    side: TalkSide | None = None
    asked_places: bool = False
    asked_worries: bool = False
    asked_diary: bool = False
    commitment: Commitment = Commitment.NOT_ASKED


@dataclass(frozen=True)
class Partner:
    """A partner needed to carry out the strategies, and what became of its engagement statement."""

    name: str
    engagement: Engagement = Engagement.NOT_ASKED
    subject: str = WHOLE


@dataclass(frozen=True)
class Post:
    """One person to be hired. `percentage` of full time, 1 to 100, or None while nobody filled it in."""

    percentage: int | None = None
    cost: Decimal | None = None

    def __post_init__(self) -> None:
        if self.percentage is not None and not 1 <= self.percentage <= 100:
            raise ValueError("A percentage per person lies between 1 and 100.")


@dataclass(frozen=True)
class Support:
    """Step 5: whether there is a group, in whatever words, and what the ambassador gets to grow."""

    has_form: bool = False
    members: int = 0
    has_note: bool = False
    has_training: bool = False
    has_supervision: bool = False
    has_coaching: bool = False

    @property
    def has_group(self) -> bool:
        return self.has_form or self.members > 0 or self.has_note

    @property
    def lets_grow(self) -> bool:
        return self.has_training or self.has_supervision or self.has_coaching


@dataclass(frozen=True)
class Goal:
    """A goal with the kind of its indicator, None while nobody chose one, and whether the ambassador agreed."""

    kind: IndicatorKind | None = None
    is_agreed: bool = False


@dataclass(frozen=True)
class Targets:
    """What one wants to reach in a year, None where nothing was set, and the conditions that were ticked."""

    started: int | None = None
    guided: int | None = None
    conditions: frozenset[str] = frozenset()

    @property
    def are_set(self) -> bool:
        return self.started is not None or self.guided is not None

    @property
    def meet_all_conditions(self) -> bool:
        return self.conditions >= CAPACITY_CONDITIONS.keys()


@dataclass(frozen=True)
class Agreements:
    """What was agreed in step 6. `follow_ups`: moments that have a day."""

    on_success: bool = False
    on_registration: bool = False
    on_gdpr: bool = False
    on_evaluator: bool = False
    follow_ups: int = 0


@dataclass(frozen=True)
class Dossier:
    """What the rules ask of all six steps. Amounts in euro a year, None while unknown."""

    ready: frozenset[StepNumber] = frozenset()
    # step 1
    has_beliefs_note: bool = False
    expectations: tuple[Expectation, ...] = ()
    # step 2
    analyses: tuple[AnalysisState, ...] = ()
    describes_environment: bool = False
    talks: tuple[Talk, ...] = ()
    lifeworld_contacts: int = 0
    # step 3
    has_focus: bool = False
    strategies: frozenset[Strategy] = frozenset()
    profiles: frozenset[Profile] = frozenset()
    partners: tuple[Partner, ...] = ()
    # step 4
    posts: tuple[Post, ...] = ()
    open_ended: bool = False
    months: int | None = None
    operating_costs: tuple[Decimal | None, ...] = ()
    funding: tuple[Decimal | None, ...] = ()
    # step 5
    support: Support = field(default_factory=Support)
    # step 6
    starting_points: frozenset[Side] = frozenset()
    goals: tuple[Goal, ...] = ()
    targets: Targets = field(default_factory=Targets)
    agreements: Agreements = field(default_factory=Agreements)

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

    @property
    def staffing_is_settled(self) -> bool:
        """Nothing is expected to come any more: every percentage is known, or step 4 was marked ready."""
        return self.staffing_is_known or StepNumber.BUDGET in self.ready
