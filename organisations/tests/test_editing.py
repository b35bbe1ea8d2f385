"""Two people, one row: nothing is overwritten unseen, nothing typed is lost."""

import pytest

from config.testing.cast import address
from organisations.actions.organisations import change_organisation
from organisations.models import AuditEvent, Organisation, StaleVersionError

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast) -> str:
    return address(cast.administrator, "organisations:organisation-edit", cast.organisation)


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.administrator)


def typed(**changes) -> dict[str, str]:
    return {"version": "1", "name": "Stad Eigen", "kind": "local_government", "municipality": "Aalst"} | changes


def test_saving_moves_to_the_next_version_and_is_on_record(visitor, url, cast):
    response = visitor.post(url, typed(name="Stad Anders"))
    assert response.status_code == 302
    cast.organisation.refresh_from_db()
    assert (cast.organisation.name, cast.organisation.version) == ("Stad Anders", 2)
    event = AuditEvent.objects.get(verb="changed")
    assert (event.fields, event.organisation, event.membership) == (["name"], cast.organisation, cast.administrator)


def test_saving_without_a_change_leaves_no_trace(visitor, url, cast):
    assert visitor.post(url, typed()).status_code == 302
    cast.organisation.refresh_from_db()
    assert cast.organisation.version == 1
    assert not AuditEvent.objects.exists()


def test_stale_form_shows_both_and_overwrites_nothing(visitor, url, cast):
    visitor.post(url, typed(name="Stad Van Een Ander", ovo_code="OVO000001"))
    response = visitor.post(url, typed(name="Stad Van Mij", ovo_code="OVO000001"))
    assert response.status_code == 409
    conflict = response.context["conflicts"]
    assert [(c.label, c.theirs, c.yours) for c in conflict] == [("Naam", "Stad Van Een Ander", "Stad Van Mij")]
    assert 'value="Stad Van Mij"' in response.content.decode()
    assert Organisation.objects.get(pk=cast.organisation.pk).name == "Stad Van Een Ander"


def test_sending_it_again_after_seeing_both_saves(visitor, url, cast):
    visitor.post(url, typed(name="Stad Van Een Ander"))
    again = visitor.post(url, typed(name="Stad Van Mij")).context["form"]["version"].value()
    assert visitor.post(url, typed(name="Stad Van Mij", version=again)).status_code == 302
    assert Organisation.objects.get(pk=cast.organisation.pk).name == "Stad Van Mij"


def test_stale_text_that_does_not_parse_is_kept_too(visitor, url):
    visitor.post(url, typed(name="Stad Van Een Ander"))
    response = visitor.post(url, typed(kbo_number="niet te lezen", municipality="Atlantis", name="Stad Van Een Ander"))
    assert response.status_code == 409
    shown = {c.label: (c.theirs, c.yours) for c in response.context["conflicts"]}
    assert shown["KBO-nummer"] == ("", "niet te lezen")
    assert shown["Gemeente"] == ("Aalst", "Atlantis")


def test_choices_are_told_in_words(visitor, url):
    visitor.post(url, typed(name="Stad Van Een Ander"))
    response = visitor.post(url, typed(kind="ministry", in_brussels="on", name="Stad Van Een Ander"))
    shown = {c.label: (c.theirs, c.yours) for c in response.context["conflicts"]}
    assert shown["Soort"] == ("Lokaal bestuur", "Ministerie")


@pytest.mark.parametrize("version", ["", "0", "99", "nonsense", "1 OR 1"])
def test_forged_version_counts_as_stale(visitor, url, version, cast):
    response = visitor.post(url, typed(name="Stad Van Mij", version=version))
    assert response.status_code == 409
    assert Organisation.objects.get(pk=cast.organisation.pk).name == "Stad Eigen"


def test_two_who_save_at_one_moment_are_told_apart_in_the_transaction(cast):
    change_organisation(cast.organisation, by=cast.administrator, version=1, values={"name": "Eerst"})
    with pytest.raises(StaleVersionError):
        change_organisation(cast.organisation, by=cast.administrator, version=1, values={"name": "Daarna"})
    assert Organisation.objects.get(pk=cast.organisation.pk).name == "Eerst"
