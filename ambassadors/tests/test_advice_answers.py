"""We choose otherwise because…: said once for each piece of advice, shown beside it, and taken back again."""

from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied

from ambassadors.actions.advice import answer_advice, withdraw_answer
from ambassadors.advice import RULES, WHOLE
from ambassadors.documents import hiring_file_document
from ambassadors.instrument import StepNumber
from ambassadors.models import AdviceAnswer
from ambassadors.tests.conftest import NOW, fetched
from ambassadors.tests.test_documents import on_paper
from ambassadors.views.advice import anchor
from config.testing.cast import address
from organisations.models import AuditEvent, StaleVersionError

REASON = "We beginnen klein & groeien"


def answered(hiring_file, by, rule="no-note", subject=WHOLE, reason=REASON):
    new = AdviceAnswer(hiring_file=hiring_file, rule=rule, subject=subject, version=0)
    return answer_advice(new, version=0, reason=reason, by=by, now=NOW)


def advice(hiring_file, rule):
    return [one for one in fetched(hiring_file.project).all_advice if one.rule == rule]


@pytest.fixture
def url(cast):
    def of(page, *more, who="coordinator"):
        member = getattr(cast, who)
        return address(member, f"ambassadors:advice-{page}", cast.project, *more)

    return of


@pytest.fixture
def client(cast, client_for):
    return client_for(cast.coordinator)


# --- The action -------------------------------------------------------------------------------------------------------


def test_answer_stands_beside_its_advice_and_closes_it(cast, hiring_file):
    answered(hiring_file, cast.coordinator)
    first, *_others = [one for one in fetched(cast.project).all_advice if one.step == 1]
    assert first.answer.reason == REASON
    assert first.answer.signed == "Coördinator Eigen, 22/11/2026"
    assert not first.is_open


def test_answer_about_one_partner_is_not_about_the_next(cast, full_hiring_file):
    full_hiring_file.steps.filter(number=3).update(state="ready", ready_at=NOW, ready_by=cast.coordinator)
    full_hiring_file.needed_partners.create(name="Chiro Kapoentje")
    one, other = advice(full_hiring_file, "partner-unsigned")
    answered(full_hiring_file, cast.coordinator, one.rule, one.subject)
    states = {kept.subject: kept.is_open for kept in advice(full_hiring_file, "partner-unsigned")}
    assert states == {one.subject: False, other.subject: True}
    assert all(UUID(subject) for subject in states)


def test_answered_advice_comes_last_in_its_step(cast, hiring_file):
    answered(hiring_file, cast.coordinator, "no-success-agreement")
    last = [one.rule for one in fetched(cast.project).all_advice if one.step == 6][-1]
    assert last == "no-success-agreement"


def test_reason_is_encrypted_and_the_trail_holds_no_text(cast, hiring_file):
    row = answered(hiring_file, cast.coordinator)
    withdraw_answer(row, version=1, by=cast.coordinator)
    events = AuditEvent.objects.filter(subject_kind="adviceanswer").order_by("id")
    assert [(event.verb, event.fields) for event in events] == [("created", ["reason"]), ("removed", [])]
    assert AdviceAnswer.objects.count() == 0
    assert advice(hiring_file, "no-note")[0].is_open


def test_two_answers_at_one_moment_do_not_overwrite_each_other(cast, hiring_file):
    row = answered(hiring_file, cast.coordinator)
    with pytest.raises(StaleVersionError):
        answered(hiring_file, cast.coordinator, reason="Iets anders")
    answer_advice(row, version=1, reason="Nieuw", by=cast.coordinator, now=NOW)
    with pytest.raises(StaleVersionError):
        withdraw_answer(row, version=1, by=cast.coordinator)
    assert AdviceAnswer.objects.get().reason == "Nieuw"


def test_same_reason_again_changes_nothing(cast, hiring_file):
    row = answered(hiring_file, cast.coordinator)
    answer_advice(row, version=1, reason=REASON, by=cast.coordinator, now=NOW)
    assert AdviceAnswer.objects.get().version == 1


@pytest.mark.parametrize("who", ["ambassador", "administrator", "other_coordinator", "guide", "ministry"])
def test_only_a_coordinator_of_the_project_answers(cast, hiring_file, who):
    with pytest.raises(PermissionDenied):
        answered(hiring_file, getattr(cast, who))
    row = answered(hiring_file, cast.coordinator)
    with pytest.raises(PermissionDenied):
        withdraw_answer(row, version=1, by=getattr(cast, who))


def test_codes_of_rules_fit_in_their_column():
    assert max(len(rule.code) for rule in RULES) <= 40


# --- The pages --------------------------------------------------------------------------------------------------------


def test_answer_is_written_changed_and_withdrawn_without_a_script(client, url, hiring_file):
    page = url("answer", "no-note", WHOLE)
    assert client.post(page, {"version": "0", "reason": REASON}).url == url("list")
    listed = client.get(url("list")).content.decode()
    assert "Jullie kozen anders:" in listed
    assert "We beginnen klein &amp; groeien" in listed
    assert client.post(page, {"version": "1", "reason": "Anders"}).status_code == 302
    assert AdviceAnswer.objects.get().reason == "Anders"
    assert "Antwoord intrekken" in client.get(page).content.decode()
    assert client.post(url("withdraw", "no-note", WHOLE), {"version": "2"}).url == url("list")
    assert not AdviceAnswer.objects.exists()


def test_list_leads_to_every_question(client, url, cast, full_hiring_file):
    page = client.get(url("list"))
    steps = {step.number: items for step, items in page.context["sections"]}
    assert {number for number, items in steps.items() if items} >= {3, 4, 6}
    assert page.context["open_count"] == sum(one.is_open for one in fetched(cast.project).all_advice)
    target = address(cast.coordinator, "ambassadors:step-edit", cast.project, 4)
    assert f'href="{target}#id_term_field"' in page.content.decode()


def test_two_who_answer_see_each_others_words(client, url, cast, hiring_file):
    answered(hiring_file, cast.coordinator)
    stale = client.post(url("answer", "no-note", WHOLE), {"version": "0", "reason": "Mijn woorden"})
    assert stale.status_code == 409
    text = stale.content.decode()
    assert "Mijn woorden" in text
    assert "We beginnen klein &amp; groeien" in text
    again = client.post(url("answer", "no-note", WHOLE), {"version": "1", "reason": "Mijn woorden"})
    assert again.status_code == 302


def test_empty_reason_is_asked_for(client, url, hiring_file):
    answer = client.post(url("answer", "no-note", WHOLE), {"version": "0", "reason": " "})
    assert answer.status_code == 422
    assert "Schrijf waarom jullie anders kiezen." in answer.content.decode()


def test_what_is_not_advised_any_more_needs_no_answer_and_loses_no_text(client, url, hiring_file):
    page = url("answer", "term-short", WHOLE)
    assert client.get(page).status_code == 404
    late = client.post(page, {"version": "0", "reason": "Mijn woorden"})
    assert late.status_code == 409
    assert "Mijn woorden" in late.content.decode()
    assert not AdviceAnswer.objects.exists()


@pytest.mark.parametrize("code", ["staffing-shared", "geen-regel"])
def test_praise_and_unknown_rules_cannot_be_answered(client, url, full_hiring_file, code):
    assert client.get(url("answer", code, WHOLE)).status_code == 404
    assert client.post(url("withdraw", code, WHOLE), {"version": "1"}).status_code == 404


def test_ambassador_reads_advice_and_answers_but_not_on_costs(cast, url, client_for, full_hiring_file):
    answered(full_hiring_file, cast.coordinator, "no-note")
    full_hiring_file.steps.filter(number=4).update(state="ready", ready_at=NOW, ready_by=cast.coordinator)
    costs = advice(full_hiring_file, "funding-short")
    answered(full_hiring_file, cast.coordinator, "funding-short", reason="Geheim bedrag")
    full_hiring_file.steps.filter(number=1).update(note="")
    reader = client_for(cast.ambassador)
    text = reader.get(url("list", who="ambassador")).content.decode()
    assert costs
    assert "We beginnen klein &amp; groeien" in text
    assert "Geheim bedrag" not in text
    assert "/answer/" not in text
    assert reader.get(url("answer", "no-note", WHOLE, who="ambassador")).status_code == 403


def test_task_list_shows_open_advice_only(cast, client, hiring_file):
    answered(hiring_file, cast.coordinator)
    page = client.get(address(cast.coordinator, "ambassadors:dossier-detail", cast.project))
    assert page.context["rows"][0]["advice"] == []
    assert address(cast.coordinator, "ambassadors:advice-list", cast.project) in page.content.decode()


def test_answer_stands_in_the_document_on_paper_and_on_the_check(cast, client, hiring_file):
    answered(hiring_file, cast.coordinator)
    fresh = fetched(cast.project)
    said = hiring_file_document(fresh, with_costs=True)["steps"][0]["advice"][0]
    assert said["answer"] == {"reason": REASON, "signed": "Coördinator Eigen, 22/11/2026"}
    paper = on_paper(fresh, with_costs=True)
    check = client.get(address(cast.coordinator, "ambassadors:dossier-answers", cast.project)).content.decode()
    for text in (paper, check):
        assert "Jullie kozen anders:" in text
        assert "We beginnen klein &amp; groeien" in text


@pytest.mark.parametrize("count", [1, 30])
def test_list_and_answer_take_as_many_queries_with_thirty_rows(
    cast, client, url, hiring_file, django_assert_num_queries, count
):
    hiring_file.steps.filter(number=3).update(state="ready", ready_at=NOW, ready_by=cast.coordinator)
    partners = [hiring_file.needed_partners.create(name=f"Partner {number}") for number in range(count)]
    for partner in partners:
        answered(hiring_file, cast.coordinator, "partner-unsigned", str(partner.uuid))
    for page in (url("list"), url("answer", "partner-unsigned", partners[0].uuid)):
        with django_assert_num_queries(24):
            assert client.get(page).status_code == 200


# --- Where advice stands ----------------------------------------------------------------------------------------------


def test_every_rule_speaks_beside_a_question_of_its_own_step(cast, client, full_hiring_file):
    pages = {
        number: client.get(address(cast.coordinator, "ambassadors:step-edit", cast.project, number)).content.decode()
        for number in StepNumber
    }
    anchors = {rule.code: anchor(rule.field) for rule in RULES}
    assert [rule.code for rule in RULES if f'id="{anchors[rule.code]}"' not in pages[rule.step]] == []
