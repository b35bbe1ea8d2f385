"""What went wrong is told in a sentence that says what to do; nothing a browser sends makes a 500."""

import pytest
from django.test import Client
from django.urls import reverse

from config.testing.cast import PASSWORD, address

OUTBOX = {"X-Outbox": "1"}


@pytest.fixture
def url(cast) -> str:
    return address(cast.administrator, "organisations:invitation-new")


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.administrator)


def sentence(response) -> str:
    page = response.content.decode()
    assert "<h1>" in page
    return page


def test_oversized_body_is_told_in_a_sentence(visitor, url):
    response = visitor.post(url, {"email": "x" * 1_100_000})
    assert response.status_code in (400, 413)
    assert "te groot" in sentence(response)


def test_too_many_fields_are_told_in_a_sentence(visitor, url):
    response = visitor.post(url, {f"field-{n}": "" for n in range(1100)})
    assert response.status_code in (400, 413)
    assert sentence(response)


def test_outbox_keeps_an_oversized_entry(visitor, url):
    response = visitor.post(url, {"email": "x" * 1_100_000}, headers=OUTBOX)
    assert response.status_code in (400, 413, 422)
    assert "dit toestel" in response.json()["error"]


def test_forged_host_is_refused(db, client):
    response = client.get("/", headers={"host": "kwaad.example"})
    assert response.status_code == 400


def test_expired_token_says_to_send_again(cast):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("account_login"), {"login": "a@b.example", "password": PASSWORD})
    assert response.status_code == 403
    assert sentence(response)


def test_outbox_with_an_expired_token_keeps_its_entry(cast, url):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.administrator.user)
    response = strict.post(url, {}, headers=OUTBOX)
    assert response.status_code == 403
    assert "staat nog op dit toestel" in response.json()["error"]


def test_what_one_may_not_is_told_in_a_sentence(cast, client_for):
    response = client_for(cast.coordinator).get(address(cast.coordinator, "organisations:invitation-new"))
    assert response.status_code == 403
    assert sentence(response)


def test_outbox_is_told_what_it_may_not_as_json(cast, client_for):
    url = address(cast.coordinator, "organisations:invitation-new")
    response = client_for(cast.coordinator).post(url, {}, headers=OUTBOX)
    assert response.status_code == 403
    assert "staat nog op dit toestel" in response.json()["error"]


@pytest.mark.parametrize("path", ["/nergens/", "/w/geen-uuid/", "/w/00000000-0000-0000-0000-000000000000/nergens/"])
def test_address_that_is_not_there_is_told_in_a_sentence(cast, visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert sentence(response)


@pytest.mark.parametrize("path", ["/%00/", "/profile/?next=%00", "/invitation/%F0%9F%98%80/", "/?a=%FF"])
def test_odd_addresses_are_no_server_errors(cast, visitor, path):
    assert visitor.get(path).status_code < 500


@pytest.mark.parametrize("text", ["a\x00b", "\ud7ff", "‮gnp.exe", "<img src=x onerror=alert(1)>", "x" * 5000])
def test_odd_texts_are_no_server_errors(cast, visitor, url, text):
    from uuid import uuid4

    response = visitor.post(url, {"entry_id": str(uuid4()), "email": text, "role": text})
    assert response.status_code == 422
    assert "<img src=x" not in response.content.decode()
    response = visitor.post(reverse("organisations:profile"), {"name": text})
    assert response.status_code in (302, 422)


@pytest.mark.parametrize("key", ['"abcdefgh\\000ij"', "x" * 5000, "é" * 32, "A" * 32, "a" * 31, "[]", "' or 1=1 --"])
def test_session_cookie_that_we_never_gave_is_nobodys(cast, url, key):
    visitor = Client(headers={"cookie": f"sessionid={key}"})
    assert visitor.get(reverse("account_login")).status_code == 200
    assert visitor.get(url).url == f"{reverse('account_login')}?next={url}"
    visitor.post(reverse("account_login"), {"login": cast.guide.user.email, "password": PASSWORD})
    assert len(visitor.cookies["sessionid"].value) == 32


@pytest.mark.parametrize("name", ["csrftoken", "messages", "django_language"])
@pytest.mark.parametrize("value", ['"a\\000b"', "x" * 4000, "[]"])
def test_other_odd_cookies_are_no_server_errors(cast, visitor, url, name, value):
    headers = {"cookie": f"{name}={value}; sessionid={visitor.cookies['sessionid'].value}"}
    assert Client(headers=headers).get(url).status_code == 200


@pytest.mark.parametrize("header", ["accept-language", "x-forwarded-for", "user-agent", "referer", "hx-current-url"])
def test_odd_headers_are_no_server_errors(visitor, url, header):
    for value in ("x" * 4000, "é[", ",;=*-", "http://["):
        assert visitor.get(url, headers={header: value}).status_code == 200


@pytest.mark.parametrize("next_page", ["http://[", "//[::1", "%00", "//kwaad.example", "https://kwaad.example/"])
def test_odd_next_page_is_no_page_to_go_to(cast, next_page):
    url = f"{reverse('account_login')}?next={next_page}"
    assert Client().get(url).status_code == 200
    answer = Client().post(url, {"login": cast.guide.user.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert "[" not in answer.url
    assert "kwaad" not in answer.url


MULTIPART = "multipart/form-data; boundary=X"
PART = '--X\r\nContent-Disposition: form-data; name="f{0}"{1}\r\n\r\nx\r\n'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", "x"),
        (f"multipart/form-data; boundary={'y' * 500}", "x"),
        (MULTIPART, "".join(PART.format(n, "") for n in range(1100)) + "--X--\r\n"),
        (MULTIPART, "".join(PART.format(n, '; filename="a"') for n in range(110)) + "--X--\r\n"),
        (MULTIPART, PART.format(1, "").replace("\r\nx", "\r\n" + "x" * 1_200_000) + "--X--\r\n"),
    ],
    ids=["no boundary", "long boundary", "many fields", "many files", "large"],
)
@pytest.mark.parametrize("strict", [False, True])
def test_body_that_cannot_be_read_is_told_in_a_sentence(cast, url, kind, body, strict):
    client = Client(enforce_csrf_checks=strict)
    client.force_login(cast.administrator.user)
    client.cookies["csrftoken"] = "a" * 32
    answer = client.generic("POST", url, body, content_type=kind)
    assert answer.status_code == 400
    assert "te groot" in sentence(answer)
    answer = client.generic("POST", url, body, content_type=kind, headers=OUTBOX)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
