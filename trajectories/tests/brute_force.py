"""An independent count of the same rules: it lives through every day, instead of reasoning about dates.

It shares no code with moments.py and figures.py: a mistake would have to be made twice, in two ways.
"""

from datetime import date, timedelta

SETTLED = ("reached", "missed", "unknown")


class Diary:
    """One trajectory, lived day by day."""

    def __init__(self, facts) -> None:
        self.facts = facts
        self.status = ""
        self.last_trial: date | None = None
        self.open: set[int] = set()
        self.seen: set[int] = set()
        self.written = ["", "", ""]
        self.gone_at_close = self.gone_since_due = False
        self.frozen: list[str] | None = None
        self.eventful = set(days_of(facts))

    def live(self, day: date) -> None:
        facts = self.facts
        if day not in self.eventful:
            return  # a day like any other
        self.last_trial = day if day in facts.trials else self.last_trial
        for number, enrolment in enumerate(facts.enrolments):
            if enrolment.day == day:
                self.open.add(number)
                self.seen.add(number)
            if enrolment.ended_on == day:
                self.open.discard(number)
        for number, outcome in enumerate(facts.outcomes):
            if outcome and (outcome.reached_on if outcome.outcome == "reached" else outcome.asked_on) == day:
                self.written[number] = str(outcome.outcome)
        self.watch_the_calendar(day)
        self.turn(day)

    def watch_the_calendar(self, day: date) -> None:
        nothing_left = bool(self.seen) and not self.open
        if self.facts.window_two and day == self.facts.window_two.closes_on:
            self.gone_at_close = nothing_left
        if self.facts.window_three and day >= self.facts.window_three.closes_on:
            again = any(self.facts.enrolments[n].for_working_year == self.facts.moment_three_year for n in self.seen)
            self.gone_since_due = self.gone_since_due or (nothing_left and not again)

    def turn(self, day: date) -> None:
        for row in self.facts.statuses:
            if row.day != day:
                continue
            if row.status == "handed_over":
                settled = self.frozen or self.moments(day)
                self.frozen = [state if state in SETTLED else "not_applicable" for state in settled]
            else:
                self.frozen = None
            self.status = str(row.status)

    def moments(self, today: date) -> list[str]:
        if self.facts.basis == "no_enrolment":
            return ["not_applicable"] * 3
        if self.frozen is not None:
            return self.frozen
        first = self.first(today)
        if first == "reached":
            return [first, self.second(today), self.third(today)]
        return [first] + ["not_due" if first == "not_due" else "not_applicable"] * 2

    def first(self, today: date) -> str:
        if self.written[0]:
            return self.written[0]
        if self.status == "stopped":
            return "missed"
        waited = (today - self.last_trial).days - 90 if self.last_trial else (today - self.facts.started_on).days - 180
        return "not_asked" if waited > 0 else "not_due"

    def second(self, today: date) -> str:
        if self.facts.basis == "holidays_only":
            return "not_applicable"
        if self.written[1] or today <= self.facts.window_two.closes_on:
            return self.written[1] or "not_due"
        return "missed" if self.gone_at_close else "not_asked"

    def third(self, today: date) -> str:
        if self.written[2] or today < self.facts.window_three.closes_on:
            return self.written[2] or "not_due"
        return "missed" if self.gone_since_due else "not_asked"


def days_of(facts):
    """Every day on which something is written down, or the calendar turns."""
    yield from facts.trials
    yield from (row.day for row in facts.statuses)
    for row in facts.enrolments:
        yield from (row.day, row.ended_on)
    for outcome in facts.outcomes:
        yield from (outcome.reached_on, outcome.asked_on) if outcome else ()
    for window in (facts.window_two, facts.window_three):
        yield from (window.closes_on,) if window else ()


def count_states(facts, reference: date) -> list[str]:
    """The three states at the end of a day."""
    diary, day = Diary(facts), facts.started_on
    while day <= reference:
        diary.live(day)
        day += timedelta(days=1)
    return diary.moments(reference)


def count_reminders(facts, last_contact, reference: date, around) -> set[str]:
    """What presses at the end of a day, by living through every day: who is alone, waits, is silent, grows up."""
    status, waiting, silent, withdrawn, of_age = "", 0, 0, False, False
    grown_in = (around.born_in or 0) + 18
    day = facts.started_on
    while day <= reference:
        before = status
        for row in facts.statuses:
            status = str(row.status) if row.day == day else status
        today = [str(row.status) for row in facts.statuses if row.day == day]
        begins_anew = status == "waiting" and (before != "waiting" or any(one != "waiting" for one in today))
        waiting = 0 if status != "waiting" or begins_anew else waiting + 1
        silent = 0 if day in (facts.started_on, last_contact) else silent + 1
        withdrawn = withdrawn or day == around.withdrawn_on
        of_age = of_age or (day > facts.started_on and (day.month, day.day) == (1, 1) and day.year == grown_in)
        day += timedelta(days=1)
    withdrawn = withdrawn or (around.withdrawn_on is not None and around.withdrawn_on <= reference)
    runs = reference >= facts.started_on and status not in ("completed", "stopped", "handed_over")
    found = {"of_age"} if of_age and around.told_of_age_on is None else set()
    if withdrawn:
        return found | ({"withdrawn"} if runs else set())
    moments = count_states(facts, reference)
    unsettled = status == "completed" and ("not_due" in moments or "not_asked" in moments)
    found |= {"ownerless"} if around.is_ownerless and (runs or unsettled) else set()
    found |= {"waiting"} if status == "waiting" and waiting >= 60 else set()
    return found | ({"silent"} if runs and silent >= 30 else set())


def live_through(histories, references: list[date]):
    """For each reference date, in order: every history that had begun, its three states, and what is due on it.

    `histories`: facts, and the days of their contacts. Each is lived once, from its first day to the last reference.
    """
    stands: dict[date, list] = {reference: [] for reference in references}
    for facts, contacts in histories:
        diary, day = Diary(facts), facts.started_on
        while day <= references[-1]:
            diary.live(day)
            if day in stands:
                stands[day].append((facts, diary.moments(day), due(diary, contacts, day)))
            day += timedelta(days=1)
    return stands.items()


def due(diary: Diary, contacts: list[date], today: date) -> dict[str, object]:
    """What to follow up at the end of a day, and until when, or for how long it was silent."""
    facts, states = diary.facts, diary.moments(today)
    found: dict[str, object] = {}
    if states[0] == "not_asked":
        found["moment_one_overdue"] = None
    open_after_one = states[0] == "reached" and diary.frozen is None
    if open_after_one and states[1] in ("not_due", "not_asked") and today >= facts.window_two.opens_on:
        late = today > facts.window_two.closes_on
        found["moment_two_overdue" if late else "moment_two_open"] = None if late else facts.window_two.closes_on
    if open_after_one and states[2] in ("not_due", "not_asked") and today >= _asked_again_from(facts):
        late = today >= facts.window_three.closes_on
        last = facts.window_three.closes_on - timedelta(days=1)
        found["moment_three_overdue" if late else "moment_three_open"] = None if late else last
    silent = (today - max([facts.started_on, *(day for day in contacts if day <= today)])).days
    if diary.status not in ("completed", "stopped", "handed_over") and silent >= 30:
        found["silent"] = silent
    return found


def _asked_again_from(facts) -> date:
    """From 1 September; a camp only when it is a year ago."""
    if facts.basis != "holidays_only":
        return facts.window_three.opens_on
    day = facts.outcomes[0].reached_on
    leap = (day.month, day.day) == (2, 29)
    return max(facts.window_three.opens_on, date(day.year + 1, 2, 28) if leap else day.replace(year=day.year + 1))


def count_cohort(trajectories, year: int, reference: date) -> dict:
    """A cohort's figures, by hand, with the usual rulings."""
    begun = [facts for facts in trajectories if facts.started_on <= reference]
    return tally([(facts, count_states(facts, reference)) for facts in begun], year, reference)


def tally(stands, year: int, reference: date) -> dict:
    """The same, of states that were counted already."""
    first, last = date(year, 9, 1), date(year + 1, 8, 31)
    rows = [(facts, three) for facts, three in stands if first <= facts.started_on <= last]
    result: dict = {"started": len(rows), "enrolled": sum(s[0] == "reached" for _, s in rows)}
    for moment in range(3):
        reached = missed = 0
        for facts, three in rows:
            result[moment, three[moment]] = result.get((moment, three[moment]), 0) + 1
            if three[0] == "reached":
                result["enrolled", moment, three[moment]] = result.get(("enrolled", moment, three[moment]), 0) + 1
            if _waited_long_enough(facts, moment, reference):
                reached += three[moment] == "reached"
                missed += three[moment] == "missed"
        result["rate", moment] = (reached, reached + missed) if reached + missed else None
    return result


def count_success(trajectories, year: int, reference: date, moment: int, support: str) -> dict:
    """By hand: what the agreed moment became, where perhaps only who needed no support succeeded."""
    names = ("reached", "missed", "unknown", "not_asked", "not_due", "not_applicable")
    counts, reached, missed = dict.fromkeys(names, 0), 0, 0
    for facts in trajectories:
        if not date(year, 9, 1) <= facts.started_on <= min(date(year + 1, 8, 31), reference):
            continue
        became = count_states(facts, reference)[moment - 1]
        if became == "reached" and support == "without":
            helped = facts.outcomes[moment - 1].supported
            became = "unknown" if helped is None else "missed" if helped else "reached"
        counts[became] += 1
        if _waited_long_enough(facts, moment - 1, reference):
            reached += became == "reached"
            missed += became == "missed"
    return {"counts": counts, "rate": (reached, reached + missed) if reached + missed else None}


def _waited_long_enough(facts, moment: int, reference: date) -> bool:
    if moment == 0:
        return (reference - facts.started_on).days > 180
    if facts.window_three is None:
        return False
    if moment == 1:
        return facts.window_two is not None and reference > facts.window_two.closes_on
    year = facts.moment_three_year + (1 if facts.basis == "holidays_only" else 0)
    return reference >= date(year, 11, 15)
