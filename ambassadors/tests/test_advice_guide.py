"""The page of the user guide with all advice says what the rules say."""

from django.conf import settings

from ambassadors.advice import RULES, Level, Source
from ambassadors.management.commands.write_guide import GUIDE, guide_page

PAGE = guide_page()
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and line.count("|") == 4]


def test_page_is_what_the_command_writes():
    assert (settings.BASE_DIR / GUIDE).read_text(encoding="utf-8") == PAGE, "Run manage.py write_guide."


def test_every_rule_stands_on_the_page_once():
    assert len(ROWS) == len(RULES) + 2 * len({rule.step for rule in RULES})  # with the two heading rows of each table


def test_page_marks_our_own_rulings_and_what_waits():
    assert sum("°" in row.split("|")[1] for row in ROWS) == sum(rule.source == Source.OURS for rule in RULES)
    assert sum("(wacht)" in row.split("|")[1] for row in ROWS) == sum(rule.waits for rule in RULES)


def test_what_is_missing_never_waits_and_praise_never_asks():
    assert [rule.code for rule in RULES if rule.level in (Level.MISSING, Level.GOOD) and rule.waits] == []


def test_page_leaves_no_gap_in_the_conditions():
    assert "%(" not in PAGE
    assert not any("…" in row.split("|")[2] for row in ROWS)
