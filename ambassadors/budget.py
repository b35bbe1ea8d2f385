"""Pure: the sums of step 4. Every page, document and rule takes them from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format

Amount = Decimal | None
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Sums:
    """Euro a year, and percent of full time. `unknown` counts the amounts and percentages still blank."""

    percentage: int
    staffing: Decimal
    operating: Decimal
    funding: Decimal
    unknown: int

    @property
    def costs(self) -> Decimal:
        return self.staffing + self.operating

    @property
    def balance(self) -> Decimal:
        """What is left over; negative when money is still to be found."""
        return self.funding - self.costs

    @property
    def shortage(self) -> Decimal:
        """What is still to be found, as a positive amount; nothing when the funding covers the costs."""
        return max(-self.balance, NOTHING)


def add_up(
    percentages: Iterable[int | None],
    staffing: Iterable[Amount],
    operating: Iterable[Amount],
    funding: Iterable[Amount],
) -> Sums:
    """Add up what is known and count what is not."""
    shares, wages, costs, money = list(percentages), list(staffing), list(operating), list(funding)
    return Sums(
        percentage=sum(share for share in shares if share is not None),
        staffing=_total(wages),
        operating=_total(costs),
        funding=_total(money),
        unknown=sum(value is None for value in (*shares, *wages, *costs, *money)),
    )


def _total(amounts: Iterable[Amount]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), NOTHING)


def euro(amount: Decimal) -> str:
    """`€ 1.250,50`, with a space that does not break."""
    sign = "-" if amount < 0 else ""
    return f"{sign}€\N{NO-BREAK SPACE}{number_format(abs(amount), 2, use_l10n=True, force_grouping=True)}"


def percent(share: int) -> str:
    """`80 %`, with a space that does not break."""
    return f"{share}\N{NO-BREAK SPACE}%"
