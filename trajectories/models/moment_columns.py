"""The three cut-off moments as columns of one row, so that the database itself refuses what cannot be.

Every rule is a plain comparison of columns: it holds in the same words on PostgreSQL and on SQLite. The windows are
stored when moment 1 is reached, with the rulings of that day. docs/onmogelijke-toestanden.md lists them for people.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from organisations.fields import EncryptedTextField
from trajectories.enums import Basis, Outcome

REACHED = Outcome.REACHED.value
ENROLLED = Q(m1_outcome=REACHED)
NO_MOMENT_TWO_WINDOW = Q(m2_opens_on=None, m2_closes_on=None)
MOMENT_TWO_WINDOW = Q(m2_opens_on__isnull=False, m2_closes_on__isnull=False)
NO_MOMENT_THREE_WINDOW = Q(m3_for_working_year=None, m3_opens_on=None, m3_due_on=None)
MOMENT_THREE_WINDOW = Q(m3_for_working_year__isnull=False, m3_opens_on__isnull=False, m3_due_on__isnull=False)


def refuse(name: str, condition: Q, message: Any) -> models.CheckConstraint:
    """A row that does not meet `condition` cannot exist; `message` says so to a person."""
    return models.CheckConstraint(condition=condition, name=f"trajectory_{name}", violation_error_message=message)


def of_each_moment() -> Iterator[models.CheckConstraint]:
    """What holds for every moment by itself."""
    for n in (1, 2, 3):
        nothing, reached = Q(**{f"m{n}_outcome": ""}), Q(**{f"m{n}_outcome": REACHED})
        stamps = [f"m{n}_asked_on", f"m{n}_logged_at", f"m{n}_received_at"]
        yield refuse(
            f"m{n}_outcome_known",
            Q(**{f"m{n}_outcome__in": ["", *Outcome.values]}),
            _("Choose how it turned out: reached, missed, or cannot be found out."),
        )
        yield refuse(
            f"m{n}_reached_has_date_and_provider",
            Q(reached, **{f"m{n}_on__isnull": False, f"m{n}_provider__isnull": False})
            | Q(~reached, **{f"m{n}_on": None, f"m{n}_provider": None}),
            _("What was reached has a date and a provider; what was not reached has neither."),
        )
        yield refuse(
            f"m{n}_outcome_was_asked",
            Q(nothing, **dict.fromkeys(stamps)) | Q(~nothing, **{f"{stamp}__isnull": False for stamp in stamps}),
            _("An outcome has a day on which it was asked; without an outcome nothing was asked."),
        )
        yield refuse(
            f"m{n}_asked_after_it_happened",
            Q(**{f"m{n}_on": None}) | Q(**{f"m{n}_asked_on__gte": F(f"m{n}_on")}),
            _("It cannot have been asked before it happened."),
        )
        yield refuse(
            f"m{n}_supported_only_when_reached",
            reached | Q(**{f"m{n}_supported": None}),
            _("With or without support is only said of what was reached."),
        )


def of_the_first() -> Iterator[models.CheckConstraint]:
    """What holds between moment 1, the start and the kind of offer."""
    yield refuse("basis_known", Q(basis__in=Basis.values), _("Choose what kind of offer this is."))
    yield refuse(
        "no_moments_without_enrolment",
        ~Q(basis=Basis.NO_ENROLMENT) | Q(m1_outcome="", m2_outcome="", m3_outcome=""),
        _("Where no enrolment exists, none of the three moments applies."),
    )
    yield refuse(
        "m1_not_before_the_start",
        (Q(m1_on=None) | Q(m1_on__gte=F("started_on"))) & (Q(m1_asked_on=None) | Q(m1_asked_on__gte=F("started_on"))),
        _("The first moment cannot lie before the start of the trajectory."),
    )
    yield refuse(
        "m1_has_a_working_year",
        Q(ENROLLED, m1_working_year__gte=2000, m1_working_year__lte=2200) | Q(~ENROLLED, m1_working_year=None),
        _("An enrolment is for one working year."),
    )


def of_the_second() -> Iterator[models.CheckConstraint]:
    """What holds between moment 2 and its window, six to eight months after the enrolment."""
    yield refuse(
        "m2_and_m3_need_m1",
        ENROLLED | Q(m2_outcome="", m3_outcome=""),
        _("Moments 2 and 3 need moment 1: first record the enrolment."),
    )
    yield refuse(
        "m2_window_of_the_enrolled",
        Q(ENROLLED & Q(basis=Basis.REGULAR) & MOMENT_TWO_WINDOW)
        | Q(~(ENROLLED & Q(basis=Basis.REGULAR)) & NO_MOMENT_TWO_WINDOW),
        _("Only who enrolled in a regular offer has a window for moment 2."),
    )
    yield refuse(
        "m2_not_for_holidays",
        ~Q(basis=Basis.HOLIDAYS_ONLY) | Q(m2_outcome=""),
        _("Moment 2 does not apply to an offer during the holidays only."),
    )
    yield refuse(
        "m2_window_lies_after_m1",
        Q(m2_opens_on=None) | Q(m2_opens_on__gt=F("m1_on"), m2_closes_on__gte=F("m2_opens_on")),
        _("The window of moment 2 opens after the enrolment and closes after it opens."),
    )
    yield refuse(
        "m2_inside_its_window",
        Q(m2_on=None) | Q(m2_on__gte=F("m2_opens_on"), m2_on__lte=F("m2_closes_on")),
        _("The day on which they still took part must lie inside the window of six to eight months."),
    )
    yield refuse(
        "m2_asked_from_its_opening",
        Q(m2_asked_on=None) | Q(m2_asked_on__gte=F("m2_opens_on")),
        _("Moment 2 can be asked from the day its window opens."),
    )


def of_the_third() -> Iterator[models.CheckConstraint]:
    """What holds between moment 3 and the working year after that of the enrolment."""
    yield refuse(
        "m3_window_of_the_enrolled",
        Q(ENROLLED & MOMENT_THREE_WINDOW) | Q(~ENROLLED & NO_MOMENT_THREE_WINDOW),
        _("Only who enrolled can enrol again."),
    )
    yield refuse(
        "m3_is_the_next_working_year",
        Q(m3_for_working_year=None) | Q(m3_for_working_year=F("m1_working_year") + 1),
        _("Moment 3 is about the working year after that of the enrolment."),
    )
    yield refuse(
        "m3_window_lies_after_m1",
        Q(m3_opens_on=None) | Q(m3_opens_on__gt=F("m1_on"), m3_due_on__gte=F("m3_opens_on")),
        _("The next working year begins after the enrolment."),
    )
    yield refuse(
        "m3_not_before_m1",
        Q(m3_on=None) | Q(m3_on__gte=F("m1_on")),
        _("Enrolling again cannot come before enrolling."),
    )
    yield refuse(
        "m3_not_reached_is_asked_in_the_next_year",
        Q(m3_outcome__in=["", REACHED]) | Q(m3_asked_on__gte=F("m3_opens_on")),
        _("That someone did not enrol again is only known when the next working year has begun."),
    )


class MomentColumns(models.Model):
    """1 enrolled (effectief ingeschreven) · 2 still takes part · 3 enrolled again.

    `…_on` is the day it happened, only when reached; `…_asked_on` the day it was asked. Nothing on record is "".
    """

    m1_outcome = models.CharField(_("enrolled"), max_length=10, choices=Outcome, blank=True, default="")
    m1_on = models.DateField(_("enrolled on"), null=True, blank=True)
    m1_asked_on = models.DateField(_("asked on"), null=True, blank=True)
    m1_supported = models.BooleanField(_("with support"), null=True, blank=True)
    m1_provider = models.ForeignKey(
        "trajectories.Provider", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("provider")
    )
    m1_working_year = models.PositiveSmallIntegerField(_("for working year"), null=True, blank=True)
    m1_remark = EncryptedTextField(_("remark"), blank=True, default="")
    m1_logged_at = models.DateTimeField(_("logged at"), null=True, blank=True)
    m1_received_at = models.DateTimeField(_("received at"), null=True, blank=True)

    m2_opens_on = models.DateField(_("window opens on"), null=True, blank=True)
    m2_closes_on = models.DateField(_("window closes on"), null=True, blank=True)
    m2_outcome = models.CharField(_("still takes part"), max_length=10, choices=Outcome, blank=True, default="")
    m2_on = models.DateField(_("took part on"), null=True, blank=True)
    m2_asked_on = models.DateField(_("asked on"), null=True, blank=True)
    m2_supported = models.BooleanField(_("with support"), null=True, blank=True)
    m2_provider = models.ForeignKey(
        "trajectories.Provider", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("provider")
    )
    m2_remark = EncryptedTextField(_("remark"), blank=True, default="")
    m2_logged_at = models.DateTimeField(_("logged at"), null=True, blank=True)
    m2_received_at = models.DateTimeField(_("received at"), null=True, blank=True)

    m3_for_working_year = models.PositiveSmallIntegerField(_("next working year"), null=True, blank=True)
    m3_opens_on = models.DateField(_("can be asked from"), null=True, blank=True)
    m3_due_on = models.DateField(_("overdue from"), null=True, blank=True)
    m3_outcome = models.CharField(_("enrolled again"), max_length=10, choices=Outcome, blank=True, default="")
    m3_on = models.DateField(_("enrolled again on"), null=True, blank=True)
    m3_asked_on = models.DateField(_("asked on"), null=True, blank=True)
    m3_supported = models.BooleanField(_("with support"), null=True, blank=True)
    m3_provider = models.ForeignKey(
        "trajectories.Provider", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("provider")
    )
    m3_remark = EncryptedTextField(_("remark"), blank=True, default="")
    m3_logged_at = models.DateTimeField(_("logged at"), null=True, blank=True)
    m3_received_at = models.DateTimeField(_("received at"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = (*of_each_moment(), *of_the_first(), *of_the_second(), *of_the_third())
