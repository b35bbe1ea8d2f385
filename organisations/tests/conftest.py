"""What the tests of the ground floor share."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from organisations.models import Invitation, Membership

LINK = "http://localhost:8000/invitation/"


@pytest.fixture
def invite(client_for, mailoutbox, django_capture_on_commit_callbacks) -> Callable[..., str]:
    """Let an administrator invite somebody through the page; gives back the link in the mail."""

    def send(by: Membership, email: str = "nieuw@voorbeeld.example", role: str = "ambassador") -> str:
        url = f"/w/{by.uuid}/people/new/"
        with django_capture_on_commit_callbacks(execute=True):
            client_for(by).post(url, {"entry_id": str(uuid4()), "email": email, "role": role})
        return link_in(mailoutbox[-1].body)

    return send


def link_in(text: str) -> str:
    """The address of the invitation, as the test client wants it."""
    return next(word for word in text.split() if word.startswith(LINK)).removeprefix("http://localhost:8000")


@pytest.fixture
def invitation(cast, invite) -> Invitation:
    invite(cast.administrator)
    return Invitation.objects.get()
