"""The page that stands in for a mailbox where no mail leaves the machine."""

import importlib
import sys

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection, send_mail
from django.urls import clear_url_caches

from organisations import mailbox

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILE_BACKEND, tmp_path
    return tmp_path


def test_empty_mailbox_says_how_mail_gets_there(client, folder, db):
    assert "Nog geen mails." in client.get("/postbus/").content.decode()


def test_mailbox_is_read_without_logging_in(client, folder, db):
    send_mail("Je uitnodiging — één", "Dag,\n\nhttp://localhost:8000/invitation/abc/\n", None, ["an@voorbeeld.example"])
    page = client.get("/postbus/")
    assert "Je uitnodiging — één" in page.content.decode()
    mail = page.context["mails"][0]
    detail = client.get(f"/postbus/{mail.file}/{mail.number}/").content.decode()
    assert '<a href="http://localhost:8000/invitation/abc/"' in detail
    assert "aan an@voorbeeld.example" in detail


def test_mails_over_one_connection_are_told_apart(client, folder, db):
    with get_connection() as connection:
        for subject in ("Eerst", "Daarna"):
            EmailMultiAlternatives(subject, "-" * 79 + "\ntekst", None, ["an@v.example"], connection=connection).send()
    assert [mail.subject for mail in mailbox.mails(folder)][:2] != []
    assert {"Eerst", "Daarna"} <= {mail.subject for mail in mailbox.mails(folder)}


def test_text_is_shown_as_text(client, folder, db):
    send_mail("<script>", "<script>alert(1)</script>", None, ["an@voorbeeld.example"])
    mail = mailbox.mails(folder)[0]
    for url in ("/postbus/", f"/postbus/{mail.file}/1/"):
        assert "<script>alert" not in client.get(url).content.decode()


def test_mail_of_html_alone_is_read_too(folder):
    message = EmailMultiAlternatives("Onderwerp", "", None, ["an@voorbeeld.example"])
    message.content_subtype = "html"
    message.body = "<p>Dag</p>"
    message.send()
    assert "<p>Dag</p>" in mailbox.mails(folder)[0].text


@pytest.mark.parametrize("file", ["..%2F..%2Fetc%2Fpasswd", "niets.log", "a.log", "db.sqlite3"])
def test_nothing_outside_the_folder_is_read(client, folder, db, file):
    (folder / "db.sqlite3").write_text("secret")
    assert client.get(f"/postbus/{file}/1/").status_code == 404
    assert mailbox.find(folder, "../db.sqlite3", 1) is None


def test_mailbox_is_not_there_in_production(client, settings, db):
    settings.INTERNAL_MAILBOX = False
    urls = sys.modules["config.urls"]
    try:
        importlib.reload(urls)
        clear_url_caches()
        assert client.get("/postbus/").status_code == 404
    finally:
        settings.INTERNAL_MAILBOX = True
        importlib.reload(urls)
        clear_url_caches()
    assert client.get("/postbus/").status_code == 200
