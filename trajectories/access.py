"""May this person do this with the data of children: one check, two faces (may_ for the button, check_may_ to act).

Which rows someone reaches is decided by `visible_to` and `countable_by`; here, what a role may do with them.
"""

from datetime import date

from organisations.access import check
from organisations.enums import Role
from organisations.models import Membership
from trajectories.models import Activity, Contact, Provider, ProviderTrajectory, Result, Signal, Trajectory
from trajectories.ownership import appointments_with_data


def may_guide(membership: Membership) -> bool:
    """Log contacts and keep trajectories: the ambassadors."""
    return membership.role == Role.AMBASSADOR


def check_may_guide(membership: Membership) -> None:
    check(may_guide(membership))


def may_register(membership: Membership, *, today: date) -> bool:
    """Record a child: only where the controller is known. With an external employer that takes an agreement."""
    return may_guide(membership) and appointments_with_data(membership, today).exists()


def check_may_register(membership: Membership, *, today: date) -> None:
    check(may_register(membership, today=today))


def check_may_change(membership: Membership, trajectory: Trajectory, *, today: date) -> None:
    """Whoever sees a trajectory in full works on it."""
    check(Trajectory.objects.visible_to(membership, today=today).filter(pk=trajectory.pk).exists())


def may_correct(membership: Membership, contact: Contact) -> bool:
    """Put one's own contact right."""
    return may_guide(membership) and contact.membership_id == membership.pk


def check_may_correct(membership: Membership, contact: Contact) -> None:
    check(may_correct(membership, contact))


def may_retract(membership: Membership, contact: Contact) -> bool:
    """Take one's own contact back out of the logbook, and put it back."""
    return may_guide(membership) and contact.membership_id == membership.pk


def check_may_retract(membership: Membership, contact: Contact) -> None:
    check(may_retract(membership, contact))


def may_count(membership: Membership) -> bool:
    """Read and take along codes, statuses, moments and figures of the own organisation: the coordinator."""
    return membership.role == Role.COORDINATOR


def check_may_count(membership: Membership) -> None:
    check(may_count(membership))


def may_reassign(membership: Membership) -> bool:
    """Give trajectories that nobody has to somebody who works on the project, by their codes: the coordinator."""
    return may_count(membership)


def check_may_reassign(membership: Membership) -> None:
    check(may_reassign(membership))


def may_keep_providers(membership: Membership) -> bool:
    return membership.role in (Role.AMBASSADOR, Role.COORDINATOR)


def check_may_keep_providers(membership: Membership) -> None:
    check(may_keep_providers(membership))


def may_change_provider(membership: Membership, provider: Provider) -> bool:
    """A provider belongs to the organisation that logged it."""
    return may_keep_providers(membership) and provider.organisation_id == membership.organisation_id


def check_may_change_provider(membership: Membership, provider: Provider) -> None:
    check(may_change_provider(membership, provider))


def may_read_open_work(membership: Membership) -> bool:
    """Activities and results hold no names, and signals go without their note: coordinators read them too."""
    return membership.role in (Role.AMBASSADOR, Role.COORDINATOR)


def check_may_change_activity(membership: Membership, activity: Activity, *, today: date) -> None:
    """The ambassadors of the project, whoever of them logged it."""
    seen = Activity.objects.visible_to(membership, today=today)
    check(may_guide(membership) and seen.filter(pk=activity.pk).exists())


def check_may_change_result(membership: Membership, result: Result, *, today: date) -> None:
    """Whoever reads a result: also the coordinator, who often knows what became of it."""
    check(Result.objects.visible_to(membership, today=today).filter(pk=result.pk).exists())


def check_may_change_signal(membership: Membership, signal: Signal, *, today: date) -> None:
    """Whoever reads its note: also what is shared of it is theirs to write."""
    check(Signal.objects.visible_to(membership, today=today).filter(pk=signal.pk).exists())


def check_may_support(membership: Membership, row: ProviderTrajectory, *, today: date) -> None:
    """Whoever sees a provider's trajectory in full works on it."""
    check(ProviderTrajectory.objects.visible_to(membership, today=today).filter(pk=row.pk).exists())
