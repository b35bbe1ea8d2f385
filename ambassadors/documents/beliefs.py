"""Step 1 on paper."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ambassadors.documents.bricks import BLANK, Json, answers, question, table
from ambassadors.models import HiringFile
from ambassadors.questions import EXPECTATIONS


def blocks(hiring_file: HiringFile) -> Iterator[Json]:
    said = hiring_file.beliefs_answers
    yield answers(_("What we believe"), question("worth", said.worth))
    for name, expectation in EXPECTATIONS.items():
        yield answers(
            str(expectation),
            question(f"{name}_shared", getattr(said, f"get_{name}_shared_display")(), label=_("How far is it shared?")),
            question(f"{name}_why", getattr(said, f"{name}_why"), label=_("Why?")),
        )
    own = hiring_file.own_expectations.all()
    yield table(
        "own_expectations",
        [[row.expectation or BLANK, row.get_shared_display() or BLANK, row.why or BLANK] for row in own],
        optional=True,
    )
    read = hiring_file.consulted_sources.all()
    yield table("consulted_sources", [[row.called or BLANK, row.lesson or BLANK] for row in read])
