"""The page of a referral: what it shows, its one main action, forms that come back with every word, both sides."""

import re

import pytest

from kring.support.clarification import actions, answers, decision
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.testing import SCHOOL, a_referral, brought_to, opened_by, proposal
from kring.support.clarification.tests.asking import asked, hidden
from kring.support.dossier.models import Dossier, IdentityRecord
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral
from kring.support.intake.replies import land
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id

Lane, Outcome = Referral.Lane, Referral.Outcome
YES = ReferrerAnswer(Answer.YES, way="word")
MOST_QUERIES = 14
"""Opening goes through the circle's own key: three looks more than a dossier that is held directly. Two more tell what
other referrals are under way, and where those put together with this one may be answered."""


def row(referral: str) -> Referral:
    return Referral.objects.get(id=referral)


def main_of(text: str) -> str:
    return text.split('id="now"', 1)[1].split("</section>", 1)[0]


def send(who: Persona, referral: str, step: str, **words: object) -> tuple[int, str]:
    """Fill in the form of a step as it stands on the page, and send it."""
    browser, action = who.client, f"/referrals/{referral}/{step}"
    fields = hidden(browser, f"/referrals/{referral}", action)
    answer = browser.post(action, {**fields, **words})
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_the_words_as_they_came_and_who_wrote_them(town: Town) -> None:
    status, text, _ = asked(town.noor.client, f"/referrals/{a_referral()}")
    assert status == 200
    assert "He sleeps in the bus shelter near the canal." in text
    assert "Mia Stevens, De Regenboog" in text
    assert "<title>Een aanmelding" in text


def test_sender_and_shown_sender_stand_apart_and_markup_stays_text(town: Town) -> None:
    message = Message(
        "FW: <b>x</b>", "office@school.example", "Office", "<script>x</script>", "mia@school.example", "Mia"
    )
    referral = a_referral(ReferralContent(Referrer(), message=message))
    text = town.noor.client.get(f"/referrals/{referral}").content.decode()
    assert "Office · office@school.example" in text
    assert "Mia · mia@school.example" in text
    assert "<script>x" not in text
    assert 'value="office@school.example"' in main_of(text)
    assert "checked" not in main_of(text)


def test_opening_is_one_line_in_the_journal(town: Town) -> None:
    referral, browser = brought_to(town, Lane.TALK_PLANNED), town.noor.client
    browser.get(f"/referrals/{referral}")
    before = JournalEntry.objects.count()
    browser.get(f"/referrals/{referral}")
    assert JournalEntry.objects.count() == before + 1
    last = JournalEntry.objects.order_by("-id").values_list("text", flat=True)[0]
    assert referral in bytes(last or b"").decode()


@pytest.mark.parametrize(
    ("lane", "button"),
    [
        (Lane.NEW, "Plan en nodig uit"),
        (Lane.TALK_PLANNED, "Bewaar"),
        (Lane.DECIDING, "Leg voor aan de aanmelder"),
        (Lane.WAITING, "Noteer het"),
    ],
)
def test_each_lane_has_one_main_action(town: Town, lane: str, button: str) -> None:
    _, text, _ = asked(town.noor.client, f"/referrals/{brought_to(town, lane)}")
    assert button in main_of(text)
    assert text.count("btn primary") == 1


def test_what_is_decided_offers_nothing_more(town: Town) -> None:
    _, text, _ = asked(town.noor.client, f"/referrals/{brought_to(town, Lane.DECIDED, outcome=Outcome.NO_ROLE)}")
    assert 'id="now"' not in text
    assert "btn primary" not in text


def test_the_original_is_kept_never_shown(town: Town) -> None:
    referral = a_referral(ReferralContent(SCHOOL, message=Message("x", "a@b.example", "", "y")), original=b"<html>raw")
    answer = town.noor.client.get(f"/referrals/{referral}/original")
    assert answer.content == b"<html>raw"
    assert answer["Content-Disposition"] == 'attachment; filename="message.eml"'
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/octet-stream"
    assert town.noor.client.get(f"/referrals/{a_referral()}/original").status_code == 404


def test_from_planning_to_a_dossier_with_forms_alone(town: Town) -> None:
    referral = a_referral()
    assert send(town.noor, referral, "plan", day="2031-03-11", time="13:00", to="mia@school.example")[0] == 302
    assert [mail.template for mail in outbox.waiting()] == ["invitation"]
    assert send(town.noor, referral, "note", text="We spoke.")[0] == 302
    fatma = town.fatma.principal
    assert send(town.noor, referral, "propose", outcome="role", asked=fatma, mode="hands_on", to="phone")[0] == 302
    assert send(town.noor, referral, "confirm", answer="yes", words="Fine.")[0] == 302
    status, place = send(
        town.fatma,
        referral,
        "take_role",
        label="Robin",
        programme="street_work",
        mode="hybrid",
        deputy=town.joris.principal,
    )
    dossier = Dossier.objects.get()
    assert (status, place) == (302, f"/dossiers/{dossier.id}")
    assert not IdentityRecord.objects.exists()
    assert "Robin" in town.fatma.client.get(place).content.decode()
    assert town.noor.client.get(place).status_code == 404


def test_the_role_form_suggests_a_name_that_is_none(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)
    main = main_of(town.fatma.client.get(f"/referrals/{referral}").content.decode())
    assert f"Zonder naam ({row(referral).card.removeprefix('A-')})" in main
    assert "straathoekwerk" in main
    assert 'name="name"' in main
    assert "take_role" not in town.noor.client.get(f"/referrals/{referral}").content.decode()


def test_a_form_that_lacks_something_comes_back_with_every_word(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDING)
    status, text = send(town.noor, referral, "propose", outcome="role", we_do="We go along.", to="phone")
    assert status == 200
    assert "Kies aan wie je het vraagt." in text
    assert "We go along." in text
    assert row(referral).lane == Lane.DECIDING


def test_a_day_that_is_over_is_no_day_for_a_talk(town: Town) -> None:
    referral = a_referral()
    status, text = send(town.noor, referral, "plan", day="2001-03-11", time="13:00", to="phone")
    assert (status, "Deze dag is al voorbij." in text, row(referral).lane) == (200, True, Lane.NEW)


def test_sent_twice_is_done_once_and_answered_the_same(town: Town) -> None:
    referral, browser = brought_to(town, Lane.TALK_PLANNED), town.noor.client
    action = f"/referrals/{referral}/note"
    fields = {**hidden(browser, f"/referrals/{referral}", action), "text": "Once."}
    first, second = browser.post(action, fields), browser.post(action, fields)
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert [notes.text for notes in decision.notes_of(opened_by(town.noor, referral))] == ["Once."]


def test_a_role_taken_twice_is_one_dossier(town: Town) -> None:
    referral, browser = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE), town.fatma.client
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)
    action = f"/referrals/{referral}/take_role"
    role = {"label": "Robin", "programme": "street_work", "mode": "hybrid", "deputy": town.joris.principal}
    fields = hidden(browser, f"/referrals/{referral}", action) | role
    assert browser.post(action, fields)["Location"] == browser.post(action, fields)["Location"]
    assert Dossier.objects.count() == 1


def test_forgetting_twice_leads_to_the_board_both_times(town: Town) -> None:
    referral, browser = brought_to(town, Lane.WAITING), town.noor.client
    action = f"/referrals/{referral}/confirm"
    fields = {**hidden(browser, f"/referrals/{referral}", action), "answer": "yes"}
    for _ in range(2):
        answer = browser.post(action, fields)
        assert (answer.status_code, answer["Location"]) == (302, "/board?done=forgotten")
    assert "Alles wat erover geschreven was, is gewist" in asked(browser, "/board?done=forgotten")[1]


def test_a_colleague_who_was_earlier_costs_nobody_a_word(town: Town) -> None:
    referral, browser = brought_to(town, Lane.DECIDING), town.samir.client
    action = f"/referrals/{referral}/propose"
    fields = hidden(browser, f"/referrals/{referral}", action)
    actions.propose(town.noor.session, opened_by(town.noor, referral), proposal(town, Outcome.NO_ROLE))
    words = {"outcome": "no_role", "why": "Samir's own sentence.", "to": "phone"}
    text = browser.post(action, {**fields, **words}).content.decode()
    assert "Een collega was eerder" in text
    assert "Samir&#x27;s own sentence." in text
    assert row(referral).proposed == Outcome.NO_ROLE
    again = {**hidden_in(text, action), **words}
    assert browser.post(action, again).status_code == 302


def test_when_the_step_no_longer_fits_the_words_stand_above_the_page(town: Town) -> None:
    referral, browser = brought_to(town, Lane.WAITING, outcome=Outcome.NO_ROLE), town.samir.client
    action = f"/referrals/{referral}/confirm"
    fields = hidden(browser, f"/referrals/{referral}", action)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)
    text = browser.post(action, {**fields, "answer": "almost", "words": "Call her on Monday."}).content.decode()
    assert "Dit past niet meer bij waar de aanmelding staat." in text
    assert "Call her on Monday." in text


def test_when_the_referral_is_gone_the_words_go_back_to_who_typed_them(town: Town) -> None:
    referral, browser = brought_to(town, Lane.WAITING), town.samir.client
    action = f"/referrals/{referral}/note"
    fields = hidden(browser, f"/referrals/{referral}", action)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)
    answer = browser.post(action, {**fields, "text": "A whole talk."})
    assert answer.status_code == 409
    assert "A whole talk." in answer.content.decode()


def test_absent_and_gone_are_one_answer_to_who_looks(town: Town) -> None:
    browser, gone = town.noor.client, brought_to(town, Lane.DECIDED)
    asked(browser, f"/referrals/{gone}")
    first, second = asked(browser, f"/referrals/{gone}"), asked(browser, f"/referrals/{new_id()}")
    assert first == second
    assert first[0] == 404


def test_a_step_nobody_knows_or_a_look_at_one_is_refused(town: Town) -> None:
    referral, browser = a_referral(), town.noor.client
    assert browser.post(f"/referrals/{referral}/nonsense").status_code == 404
    assert browser.get(f"/referrals/{referral}/plan").status_code == 405
    assert town.greet.client.post(f"/referrals/{referral}/note", {"text": "x"}).status_code == 404


def test_queries_do_not_grow_with_what_was_written(town: Town) -> None:
    referral, browser = brought_to(town, Lane.WAITING, to="mia@school.example"), town.noor.client
    asked(browser, f"/referrals/{referral}")
    before = asked(browser, f"/referrals/{referral}")[2]
    for _ in range(5):
        actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="More.")
    assert asked(browser, f"/referrals/{referral}")[2] == before <= MOST_QUERIES


def hidden_in(text: str, action: str) -> dict[str, str]:
    import re

    form = text.split(f'action="{action}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'<input type="hidden" name="(once|seen)" value="([^"]*)"', form))


def test_what_was_written_before_and_the_signature_stand_folded(town: Town) -> None:
    text = "Hij slaapt buiten.\n\nMet vriendelijke groet\nMia\n\nOp 1-3-2021 om 09:00 schreef Kring:\n> Vraag ons maar"
    message = Message("Re: vraag", "mia@school.example", "Mia", text, sent="2021-03-01T08:00:00+00:00")
    page = town.noor.client.get(f"/referrals/{a_referral(ReferralContent(Referrer(), message=message))}")
    shown = page.content.decode()
    assert "Hij slaapt buiten." in shown.split("<details", 1)[0]
    assert "1 maart 2021, 9.00" in shown
    assert "<summary>Ondertekening</summary>" in shown
    assert "<summary>Eerdere berichten</summary>" in shown
    assert "Vraag ons maar" in shown.split("<summary>Eerdere berichten</summary>", 1)[1].split("</details>", 1)[0]


def test_mail_that_came_since_stands_folded_and_is_settled_with_one_button(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED)
    text = "Dinsdag kan niet.\n\nOp 1-3-2021 om 09:00 schreef Kring:\n> Kan het dinsdag?"
    answer = Message("Re: afspraak", "mia@school.example", "Mia", text)
    assert land(referral, answer, raw=b"RAW-1", submission=new_id(), by="system")
    assert "de aanmelder schreef" in town.tom.client.get("/board").content.decode()
    page = town.noor.client.get(f"/referrals/{referral}").content.decode()
    since = page.split("Sindsdien", 1)[1]
    assert "Dinsdag kan niet." in since.split("<summary>", 1)[0]
    assert "Kan het dinsdag?" in since
    assert "Er is mail" in page.split('<details class="foldcard" open>', 1)[1].split("</summary>", 1)[0]
    path = re.search(rf"/referrals/{referral}/mail/[\w-]+", page)
    assert path
    assert town.noor.client.get(path[0]).content == b"RAW-1"
    for who in (town.greet, town.ann, town.wout, town.hilde):
        assert (
            who.client.get(path[0]).status_code == who.client.get(f"/referrals/{new_id()}/mail/{new_id()}").status_code
        )
    assert town.noor.client.get(f"/referrals/{a_referral()}/mail/{path[0][-22:]}").status_code == 404
    status, leads = send(town.noor, referral, "settle")
    assert (status, leads) == (302, f"/referrals/{referral}?done=settle")
    assert "de aanmelder schreef" not in town.tom.client.get("/board").content.decode()
    again = town.tom.client.get(f"/referrals/{referral}").content.decode()
    assert "Dinsdag kan niet." in again
    assert town.tom.client.get(path[0]).content == b"RAW-1"


def test_a_mail_of_ours_that_came_back_asks_to_call(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED)
    land(referral, "mia@school.example", raw=b"RAW-2", submission=new_id(), by="system")
    page = town.noor.client.get(f"/referrals/{referral}").content.decode()
    assert "Onze mail kwam niet aan: bel de aanmelder" in page
    assert "Een mail van ons kwam niet aan." in page
    assert "onze mail kwam niet aan: bel" in town.noor.client.get("/board").content.decode()
