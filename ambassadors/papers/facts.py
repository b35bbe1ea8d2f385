"""What a paper knows of a dossier and its project, as plain values. Blank means: not answered."""

from dataclasses import dataclass

from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Leaning, PartnerKind, Route


@dataclass(frozen=True)
class Focus:
    """Where the ambassador begins; `organised` and `orientation` in words."""

    target_group: str = ""
    neighbourhood: str = ""
    youth_work: str = ""
    organised: str = ""
    orientation: str = ""

    @property
    def is_known(self) -> bool:
        return any(text.strip() for text in (self.target_group, self.neighbourhood, self.youth_work))


@dataclass(frozen=True)
class Wanted:
    """A profile to look for, by its name, and where its feeling mainly lies."""

    called: str
    profile: Profile | None = None
    leaning: Leaning | None = None


@dataclass(frozen=True)
class Post:
    label: str
    percentage: int | None


@dataclass(frozen=True)
class Partner:
    """A partner whose engagement is asked for. An organisation, never a person."""

    called: str
    kind: PartnerKind | None = None


@dataclass(frozen=True)
class Support:
    """What an ambassador can lean on; `functions` of the support group in words."""

    training: str = ""
    supervision: str = ""
    coaching: str = ""
    has_group: bool = False
    functions: tuple[str, ...] = ()
    rhythm: str = ""


@dataclass(frozen=True)
class FollowUp:
    """Step 6: what was agreed. `goals` as (goal, when it is reached); `success` in words."""

    goals: tuple[tuple[str, str], ...] = ()
    success: str = ""
    registration: str = ""
    tool: str = ""
    reporting: str = ""
    gdpr: str = ""
    deontology: str = ""
    evaluator: str = ""


@dataclass(frozen=True)
class Facts:
    """All of it. `area` and `target_groups` are the project's, in words; `period` too."""

    organisation: str
    project: str
    period: str = ""
    area: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    has_beliefs_note: bool = False
    has_analysis: bool = False
    has_talks: bool = False
    needs: str = ""
    offer: str = ""
    focus: Focus = Focus()
    strategies: tuple[Strategy, ...] = ()
    profiles: tuple[Wanted, ...] = ()
    partners: tuple[Partner, ...] = ()
    posts: tuple[Post, ...] = ()
    open_ended: bool = False
    months: int | None = None
    route: Route | None = None
    service: str = ""
    mandate: str = ""
    post_profile: str = ""
    support: Support = Support()
    follow_up: FollowUp = FollowUp()

    @property
    def percentage(self) -> int:
        """Percent of full time, persons added up; 0 while nothing is known."""
        return sum(post.percentage or 0 for post in self.posts)
