"""What a phone keeps without a log-in is the same for everybody: no name, no address of a workplace."""

from django.test import Client

from config.testing.cast import address
from trajectories.tests.making import FIRST_NAME


def test_shell_and_worker_are_the_same_for_everyone(cast, client_for, trajectory):
    known = client_for(cast.ambassador)
    assert FIRST_NAME in known.get(address(cast.ambassador, "trajectories:snapshot")).json()["people"][0]["name"]
    for path in ("/phone/", "/sw.js", "/manifest.webmanifest"):
        answer, nobodys = known.get(path), Client().get(path)
        assert (answer.status_code, answer.content) == (200, nobodys.content), path
