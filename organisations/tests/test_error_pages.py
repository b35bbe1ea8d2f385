"""Pages for what went wrong: in plain Dutch, and without a database, a session or a request."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, server_error
from lxml import html

from config.tests.test_language import english_in, spoken

# No fixture `db` here: a query fails the test.
PAGES = {
    "400.html": "Dit konden we niet lezen",
    "403.html": "Dit kan niet in je huidige rol",
    "403_csrf.html": "Deze pagina stond te lang open",
    "404.html": "Deze pagina is er niet",
    "500.html": "Er ging iets mis aan onze kant",
}


@pytest.mark.parametrize(("template", "heading"), PAGES.items())
def test_error_page_needs_nothing_and_says_what_to_do(template, heading):
    page = render_to_string(template)
    assert html.fromstring(page).xpath("string(//h1)").strip() == heading
    assert english_in(spoken(page)) == []
    assert len(html.fromstring(page).xpath("//main//p")) >= 1


def test_body_that_is_too_large_gets_a_sentence():
    answer = bad_request(RequestFactory().get("/"), RequestDataTooBig())
    assert answer.status_code == 400
    assert "te groot" in answer.content.decode()


def test_crash_gets_a_sentence():
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Het ligt niet aan jou." in answer.content.decode()


def test_form_without_its_token_gets_a_sentence(db):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/login/", {"login": "x", "password": "x"})
    assert answer.status_code == 403
    assert "Er is niets bewaard." in answer.content.decode()
