"""The audit trail: who did what, names of fields and codes, never values; and the page that shows it."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from config.testing.cast import address
from organisations import audit
from organisations.models import AuditEvent

RECORDS = re.compile(r"(?:record\(|verb=)\s*(\"[a-z_ ]+\"(?: if [\w.]+ else \"[a-z_ ]+\")?)")


def test_event_keeps_names_and_codes_only(cast):
    event = audit.record("changed", cast.project, by=cast.coordinator, fields=["title", "ends_on"])
    event.refresh_from_db()
    assert (event.organisation, event.membership) == (cast.organisation, cast.coordinator)
    assert (event.subject_kind, event.subject, event.subject_code) == ("project", cast.project.uuid, "")
    assert event.fields == ["ends_on", "title"]


def test_event_without_an_actor_needs_an_organisation(cast):
    with pytest.raises(ValueError, match="needs an organisation"):
        audit.record("changed", cast.project, by=None)
    assert audit.record("changed", cast.project, by=None, organisation=cast.organisation).membership is None


@pytest.mark.once
def test_every_verb_that_any_app_records_has_its_word():
    apps = ("organisations", "ambassadors", "trajectories", "networks", "reporting")
    sources = [path for app in apps for path in (settings.BASE_DIR / app).rglob("*.py") if "tests" not in path.parts]
    found = {
        verb
        for path in sources
        for match in RECORDS.findall(path.read_text())
        for verb in re.findall(r'"(.+?)"', match)
    }
    assert len(found) > 15
    assert found <= set(audit.VERBS)


@pytest.mark.parametrize(("shown", "summary"), [(4, ""), (31, "A-00, A-01, A-02 en nog 28")])
def test_long_list_of_codes_is_folded_behind_its_number(shown, summary):
    labels = [f"A-{place:02}" for place in range(shown)]
    page = render_to_string("organisations/_audit_fields.html", {"labels": labels})
    assert re.findall(r"<summary>\s*(.*?)\s*</summary>", page) == ([summary] if summary else [])
    assert re.findall(r"A-\d\d", page) == labels


def test_labels_come_from_the_models():
    assert audit.kind_label("project") == "project"
    assert audit.kind_label("appointment") == "aanstelling"
    assert audit.kind_label("vanished") == "vanished"
    assert audit.field_labels("project", ["working_area", "target_groups", "vanished_field"]) == [
        "werkingsgebied",
        "doelgroep",
        "vanished field",
    ]


@pytest.fixture
def url(cast) -> str:
    return address(cast.administrator, "organisations:audit-list")


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.administrator)


def seen(visitor, url, **query) -> list[str]:
    return [event.verb for event in visitor.get(url, query).context["page"]]


def test_page_shows_the_own_trail_in_dutch(cast, visitor, url):
    audit.record("changed", cast.project, by=cast.coordinator, fields=["working_area"])
    page = visitor.get(url).content.decode()
    for words in ("Project: gewijzigd", "Coördinator Eigen", "werkingsgebied", "1 gebeurtenis"):
        assert words in page


def test_page_hides_what_others_did_elsewhere(cast, visitor, url):
    audit.record("changed", cast.other_project, by=cast.other_coordinator)
    assert seen(visitor, url) == []


def test_page_shows_what_the_own_people_did_elsewhere(cast, visitor, url):
    audit.record("changed", cast.other_project, by=cast.coordinator, organisation=cast.other_organisation)
    page = visitor.get(url).content.decode()
    assert "(Gemeente Ander)" in page


def test_page_filters(cast, visitor, url):
    audit.record("changed", cast.project, by=cast.coordinator)
    audit.record("ended", cast.ambassador, by=cast.administrator)
    assert seen(visitor, url) == ["ended", "changed"]
    assert seen(visitor, url, verb="changed") == ["changed"]
    assert seen(visitor, url, kind="membership") == ["ended"]
    assert seen(visitor, url, person=cast.coordinator.uuid) == ["changed"]
    assert seen(visitor, url, first="01/01/2020", last="31/12/2020") == []
    assert seen(visitor, url, first="2020-01-01") == ["ended", "changed"]


def test_page_takes_nonsense_for_no_answer_and_says_so(cast, visitor, url):
    audit.record("changed", cast.project, by=cast.coordinator)
    response = visitor.get(url, {"verb": "x", "person": "x", "first": "gisteren", "page": "x"})
    assert len(response.context["page"]) == 1
    assert "Schrijf de datum als 01/09/2026." in response.content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_page_takes_as_many_queries_for_one_as_for_thirty(cast, visitor, url, django_assert_num_queries, rows):
    for _ in range(rows):
        audit.record("changed", cast.project, by=cast.coordinator, fields=["title"])
    with django_assert_num_queries(6):
        visitor.get(url)


def test_page_has_pages_of_thirty(cast, visitor, url):
    AuditEvent.objects.bulk_create(
        AuditEvent(organisation=cast.organisation, verb="changed", subject_kind="project") for _ in range(31)
    )
    assert len(seen(visitor, url)) == 30
    assert len(seen(visitor, url, page=2)) == 1
    assert "het systeem" in visitor.get(url).content.decode()
