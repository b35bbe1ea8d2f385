"""Where one comes in, and where one goes first."""

import pytest
from django.urls import reverse

from config.testing.cast import PASSWORD, address
from organisations.models import Membership


def test_bare_address_leads_nobody_to_the_log_in(client):
    response = client.get("/", follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("coordinator", "ambassadors:project-list"),
        ("ambassador", "trajectories:today"),
        ("guide", "networks:session-list"),
        ("ministry", "reporting:report-list"),
        ("administrator", "organisations:membership-list"),
    ],
)
def test_each_role_starts_on_its_own_page(cast, client_for, who, name):
    membership = getattr(cast, who)
    response = client_for(membership).get(address(membership, "organisations:home"))
    assert response.url == address(membership, name)


def test_log_in_leads_straight_to_the_only_workplace(cast, client):
    body = {"login": cast.administrator.user.email, "password": PASSWORD}
    response = client.post(reverse("account_login"), body, follow=True)
    assert response.redirect_chain[-1][0] == address(cast.administrator, "organisations:membership-list")


def test_who_works_in_several_places_chooses(cast, client_for):
    Membership.objects.create(user=cast.coordinator.user, organisation=cast.employer, role="ambassador")
    response = client_for(cast.coordinator).get(reverse("organisations:workplaces"))
    page = response.content.decode()
    assert "Vzw Extern" in page
    assert "Stad Eigen" in page
    assert "Gemeente Ander" not in page


def test_who_works_nowhere_reads_what_to_do(cast, client_for):
    client = client_for(cast.coordinator)
    Membership.objects.filter(pk=cast.coordinator.pk).delete()
    page = client.get(reverse("organisations:workplaces")).content.decode()
    assert "Vraag de beheerder van je organisatie om je uit te nodigen." in page


def test_workplaces_take_as_many_queries_for_one_as_for_thirty(cast, client_for, django_assert_num_queries):
    client, url = client_for(cast.coordinator), reverse("organisations:workplaces")
    Membership.objects.create(user=cast.coordinator.user, organisation=cast.employer, role="ambassador")
    for count in (2, 30):
        with django_assert_num_queries(3):
            assert len(client.get(url).context["workplaces"]) == count
        if count == 2:
            others = [cast.employer.__class__(name=f"Vzw {n:02}", kind="other") for n in range(28)]
            made = cast.employer.__class__.objects.bulk_create(others)
            Membership.objects.bulk_create(
                Membership(user=cast.coordinator.user, organisation=one, role="coordinator") for one in made
            )


def test_profile_changes_the_name_and_tells_every_trail(cast, client_for):
    Membership.objects.create(user=cast.coordinator.user, organisation=cast.employer, role="ambassador")
    client, url = client_for(cast.coordinator), reverse("organisations:profile")
    response = client.post(url, {"name": "Nieuwe Naam"}, follow=True)
    assert "Je naam is bewaard." in response.content.decode()
    cast.coordinator.user.refresh_from_db()
    assert cast.coordinator.user.name == "Nieuwe Naam"
    assert {event.fields[0] for event in cast.organisation.audit_events.all()} == {"name"}
    assert cast.employer.audit_events.count() == 1


def test_profile_needs_a_name(cast, client_for):
    response = client_for(cast.coordinator).post(reverse("organisations:profile"), {})
    assert response.status_code == 422
    assert "Vul je naam in." in response.content.decode()


@pytest.mark.parametrize("name", ["organisations:accessibility", "organisations:privacy"])
def test_statements_are_there_for_everyone(db, client, name):
    assert client.get(reverse(name)).status_code == 200


def test_statement_names_where_to_complain(db, client, settings):
    settings.FEEDBACK_EMAIL = "help@voorbeeld.example"
    settings.COMPLAINT_ROUTE_URL = "https://klacht.example/"
    page = client.get(reverse("organisations:accessibility")).content.decode()
    assert "mailto:help@voorbeeld.example" in page
    assert "https://klacht.example/" in page
