"""The pages of the sessions, and what may be filled in."""

from uuid import uuid4

import pytest

from config.testing.cast import address
from networks.enums import SessionState
from networks.models import Attendance, Session, Theme
from organisations.models import AuditEvent


def boxes(name, day):
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), day.split("/"), strict=True))


def answers(**changes):
    return {
        "entry_id": str(uuid4()),
        "topic": "Speelpleinen",
        "state": "planned",
        **boxes("date", "1/2/2030"),
        **changes,
    }


def post_new(cast, client_for, **changes):
    return client_for(cast.guide).post(address(cast.guide, "networks:session-new"), answers(**changes))


def test_new_session_is_saved_once(cast, client_for):
    entry = str(uuid4())
    first, second = (post_new(cast, client_for, entry_id=entry) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert Session.objects.count() == 1
    assert AuditEvent.objects.filter(verb="created", subject_kind="session").count() == 1


def test_theme_by_name_is_made_once_whatever_its_capitals(cast, client_for):
    post_new(cast, client_for, new_theme="Naar nieuwkomers")
    post_new(cast, client_for, new_theme="naar Nieuwkomers")
    assert Theme.objects.count() == 1
    assert {session.theme.name for session in Session.objects.all()} == {"Naar nieuwkomers"}


WRONG = {
    "held in the future": ({"state": "held"}, "kan niet in de toekomst liggen"),
    "held without a date": ({"state": "held", **boxes("date", "//")}, "Vul de datum in"),
    "no date, no period": (boxes("date", "//"), "of een periode zolang de datum niet bekend is"),
    "date and period": (boxes("period_from", "1/1/2030"), "niet allebei"),
    "half a period": ({**boxes("date", "//"), **boxes("period_from", "1/1/2030")}, "tot wanneer"),
    "head count of a plan": ({"head_count": "3"}, "Alleen een gehouden lerend netwerk"),
    "head count in words": ({"head_count": "drie"}, "geheel getal"),
    "no topic": ({"topic": " "}, "Vul het onderwerp in"),
    "forged state": ({"state": "geweldig"}, "Kies een van de antwoorden"),
    "forged theme": ({"theme": "99999"}, "Kies een thema uit de lijst"),
    "unknown municipality": ({"municipality": "Sint Niklaas"}, "Bedoel je"),
    "zero byte as municipality": ({"municipality": "Xy\0zzy"}, "Haal het vreemde teken weg"),
    "merged municipality": ({"municipality": "Zwijndrecht"}, "hoort nu bij"),
    "missing entry": ({"entry_id": ""}, "Laad de pagina opnieuw"),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG)
def test_wrong_answer_gets_a_sentence_and_keeps_what_was_typed(cast, client_for, changes, sentence):
    response = post_new(cast, client_for, **changes, place="Zaal De Ster")
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence.lower() in page.lower()
    assert "Zaal De Ster" in page
    assert not Session.objects.exists()


def test_municipality_is_found_by_name(cast, client_for):
    post_new(cast, client_for, municipality="sint-niklaas")
    assert Session.objects.get().municipality.name == "Sint-Niklaas"


def edit(cast, client_for, session, **changes):
    body = {"version": session.version, "topic": session.topic, "state": "held", **boxes("date", "21/11/2026")}
    return client_for(cast.guide).post(
        address(cast.guide, "networks:session-edit", session), body | {"head_count": "2"} | changes
    )


def test_change_is_saved_with_the_names_of_the_fields_in_the_trail(cast, client_for, held):
    response = edit(cast, client_for, held, head_count="7", place="Gent")
    held.refresh_from_db()
    assert response.status_code == 302
    assert (held.head_count, held.version) == (7, 2)
    assert AuditEvent.objects.get(verb="changed").fields == ["head_count"]


def test_stale_form_shows_both_versions_and_keeps_what_does_not_parse(cast, client_for, held):
    edit(cast, client_for, held, head_count="7", place="Gent")
    response = edit(cast, client_for, held, head_count="een stuk of acht", place="Gent")
    page = response.content.decode()
    held.refresh_from_db()
    assert response.status_code == 409
    assert "een stuk of acht" in page
    assert ">7<" in page
    assert held.head_count == 7


def test_head_count_cannot_fall_below_the_names_on_the_list(cast, client_for, held, attendance):
    assert "minstens dat aantal" in edit(cast, client_for, held, head_count="0").content.decode()


def test_session_with_names_cannot_go_back_to_planned(cast, client_for, held, attendance):
    response = edit(cast, client_for, held, state="planned", head_count="")
    assert response.status_code == 422
    assert "Verwijder die eerst" in response.content.decode()


def add_name(cast, client_for, session, **changes):
    body = {"entry_id": str(uuid4()), "name": "Wim", "other_organisation": "Chiro"} | changes
    return client_for(cast.guide).post(address(cast.guide, "networks:attendance-new", session), body)


def test_list_cannot_outgrow_the_head_count(cast, client_for, held):
    statuses = [add_name(cast, client_for, held, name=name).status_code for name in ("Wim", "Zus", "Jet")]
    assert statuses == [302, 302, 422]
    assert held.attendances.count() == 2


def test_nobody_attends_what_is_only_planned(cast, client_for, planned):
    assert add_name(cast, client_for, planned).status_code == 422


def test_attendee_has_one_organisation(cast, client_for, held):
    response = add_name(cast, client_for, held, organisation=cast.organisation.pk)
    assert response.status_code == 422
    assert "niet allebei" in response.content.decode()


def test_removed_name_can_be_put_back(cast, client_for, attendance):
    browser, session = client_for(cast.guide), attendance.session
    page = browser.post(address(cast.guide, "networks:attendance-remove", attendance), follow=True)
    assert "Naam terugzetten" in page.content.decode()
    assert not Attendance.objects.exists()
    browser.post(address(cast.guide, "networks:attendance-restore", session))
    back = Attendance.objects.get()
    assert (back.uuid, back.name, back.other_organisation) == (attendance.uuid, "Roos Geheim", "Vzw Zonder")


def test_name_waits_encrypted_for_undo(cast, client_for, attendance):
    browser = client_for(cast.guide)
    browser.post(address(cast.guide, "networks:attendance-remove", attendance))
    assert "Roos" not in str(dict(browser.session))


def test_nothing_to_put_back_is_not_found(cast, client_for, held):
    response = client_for(cast.guide).post(address(cast.guide, "networks:attendance-restore", held))
    assert response.status_code == 404


def test_names_are_in_no_trail(cast, client_for, held):
    add_name(cast, client_for, held)
    assert "Wim" not in str(list(AuditEvent.objects.values()))


def test_list_shows_the_sum_and_asks_about_a_day_that_passed(cast, client_for, held):
    Session.objects.create(topic="Vergeten", period_from="2022-01-01", period_until="2022-02-01")
    page = client_for(cast.guide).get(address(cast.guide, "networks:session-list")).content.decode()
    assert "2 aanwezigheden" in page
    assert "vond het plaats?" in page


def many(number):
    Session.objects.bulk_create(
        Session(topic=f"Nummer {n}", state=SessionState.HELD, date="2026-01-01", head_count=n) for n in range(number)
    )


@pytest.mark.parametrize("rows", [1, 30])
def test_list_asks_the_database_as_often_at_any_length(cast, client_for, django_assert_num_queries, rows):
    many(rows)
    browser = client_for(cast.ministry)
    with django_assert_num_queries(4):
        browser.get(address(cast.ministry, "networks:session-list"))


@pytest.mark.parametrize("rows", [1, 30])
def test_page_asks_the_database_as_often_at_any_length(cast, client_for, django_assert_num_queries, held, rows):
    Attendance.objects.bulk_create(
        Attendance(session=held, name=f"Naam {n}", organisation=cast.organisation) for n in range(rows)
    )
    browser = client_for(cast.guide)
    with django_assert_num_queries(6):
        browser.get(address(cast.guide, "networks:session-detail", held))
