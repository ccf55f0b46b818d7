"""The waiting list, a question to the referrer, a reminder, back to new, the acute end: each once, each told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.support.clarification import actions, answers, waiting
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.links import open_link
from kring.support.clarification.models import ReferrerLink, TalkAppointment
from kring.support.clarification.rules import NotNow
from kring.support.clarification.testing import TALK_AT, a_referral, brought_to, opened_by, posted_token, proposal
from kring.support.clarification.tests.asking import asked
from kring.support.clarification.tests.test_board import card, lane
from kring.support.clarification.tests.test_referral_page import send
from kring.support.intake.codelists import Channel, ReferrerKind, Urgency
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.refusals import Conflict, Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
MIA = "mia@school.example"
LATER = date(2031, 4, 1)


def row(referral: str) -> Referral:
    return Referral.objects.get(id=referral)


def told() -> list[str]:
    return [mail.template for mail in outbox.waiting()]


def test_on_the_list_it_leaves_its_lane_and_the_referrer_hears_the_day(town: Town, settings: Any) -> None:
    referral = a_referral()
    status, _ = send(town.noor, referral, "wait", again_on="2031-04-01", words="Nobody has room.", to=MIA)
    assert (status, row(referral).lane, row(referral).again_on) == (302, Lane.NEW, LATER)
    [mail] = outbox.waiting()
    assert (mail.template, mail.words["day"], set(mail.words)) == ("waiting", "1 april 2031", {"day", "callword"})
    _, text, _ = asked(town.samir.client, "/board")
    assert card(referral) not in lane(text, "Nieuw")
    assert card(referral) in text.split("Wachtlijst")[1]
    assert "Nobody has room." not in text
    assert "Nobody has room." in town.samir.client.get(f"/referrals/{referral}").content.decode()
    settings.KRING_TODAY = LATER
    assert card(referral) in lane(asked(town.noor.client, "/board")[1], "Nieuw")


def test_the_list_stands_by_its_dates(town: Town) -> None:
    last, first = a_referral(), a_referral()
    for referral, on in ((last, LATER), (first, date(2031, 3, 20))):
        waiting.put_on_list(town.noor.session, opened_by(town.noor, referral), again_on=on)
    listed = asked(town.noor.client, "/board")[1].split("Wachtlijst")[1]
    assert listed.index(card(first)) < listed.index(card(last))


def test_a_list_without_a_day_to_come_is_none(town: Town) -> None:
    referral = a_referral()
    status, text = send(town.noor, referral, "wait", again_on="2001-04-01", words="Typed.", to="phone")
    assert (status, "Kies een dag na vandaag." in text, "Typed." in text) == (200, True, True)
    assert row(referral).again_on is None


def test_a_talk_that_is_planned_takes_it_off_the_list(town: Town) -> None:
    referral = a_referral()
    waiting.put_on_list(town.noor.session, opened_by(town.noor, referral), again_on=LATER)
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT)
    assert (row(referral).lane, row(referral).again_on) == (Lane.TALK_PLANNED, None)


def test_a_question_waits_for_the_referrer_without_a_proposal(town: Town) -> None:
    referral = a_referral()
    status, _ = send(town.noor, referral, "wait_for_referrer", words="Does he know?")
    assert (status, row(referral).lane, row(referral).proposed) == (302, Lane.WAITING, "")
    _, text, _ = asked(town.noor.client, "/board")
    assert "we vroegen iets" in lane(text, "Wacht op aanmelder")
    page = town.noor.client.get(f"/referrals/{referral}").content.decode()
    assert "Does he know?" in page
    assert "confirm" not in page.split('id="now"')[1].split("</section>")[0]
    actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="He does.")
    assert row(referral).lane == Lane.DECIDING


def test_a_reminder_holds_the_same_words_behind_a_new_link_once_a_day(town: Town, settings: Any) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.NO_ROLE, to=MIA)
    first, code = posted_token(), opened_by(town.noor, referral).content.code
    assert send(town.noor, referral, "remind", to=MIA)[0] == 302
    assert told()[-2:] == ["proposal", "reminder"]
    assert open_link(posted_token(), code).shown.why == "Another team is there already."
    assert posted_token() != first
    assert ReferrerLink.objects.filter(referral=referral).count() == 1
    status, text = send(town.noor, referral, "remind", to=MIA)
    assert (status, "kreeg vandaag al een herinnering" in text) == (200, True)
    assert "herinnerd op" in asked(town.noor.client, "/board")[1]
    settings.KRING_TODAY = timezone.localdate() + timedelta(days=1)
    assert send(town.noor, referral, "remind", to=MIA)[0] == 302


def test_a_reminder_of_a_talk_moves_nothing_in_a_calendar(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to=MIA)
    before = TalkAppointment.objects.values_list("sequence", "mac").get()
    waiting.remind(town.noor.session, opened_by(town.noor, referral), to=MIA)
    assert TalkAppointment.objects.values_list("sequence", "mac").get() == before
    assert "method" not in list(outbox.waiting())[-1].words
    code = opened_by(town.noor, referral).content.code
    assert open_link(posted_token(), code).shown.talk_at == TALK_AT


def test_back_to_new_is_nobodys_and_calls_off_what_was_planned(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to=MIA)
    token, code = posted_token(), opened_by(town.noor, referral).content.code
    assert send(town.noor, referral, "back_to_new", words="I am ill.")[0] == 302
    found = row(referral)
    assert (found.lane, found.asked, found.talk_at, found.accepted_at) == (Lane.NEW, "", None, None)
    assert told()[-1] == "called_off"
    assert "I am ill." in town.samir.client.get(f"/referrals/{referral}").content.decode()
    with pytest.raises(Refused):
        open_link(token, code)


def test_back_to_new_takes_a_proposal_back_and_keeps_the_notes(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE, to=MIA)
    waiting.back_to_new(town.samir.session, opened_by(town.samir, referral), words="Not yet.")
    found = row(referral)
    assert (found.lane, found.proposed, found.role_asked) == (Lane.NEW, "", "")
    assert "We spoke about the bus shelter." in town.noor.client.get(f"/referrals/{referral}").content.decode()
    with pytest.raises(NotNow):
        answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), ReferrerAnswer(Answer.YES))


@pytest.mark.parametrize(
    ("step", "lane", "words"),
    [
        ("wait", Lane.NEW, {"again_on": LATER}),
        ("wait_for_referrer", Lane.NEW, {"words": "Well?"}),
        ("remind", Lane.TALK_PLANNED, {"to": MIA}),
        ("back_to_new", Lane.TALK_PLANNED, {"words": "Ill."}),
    ],
)
def test_each_is_done_once_and_of_two_at_once_the_second_is_told(
    town: Town, step: str, lane: str, words: dict[str, Any]
) -> None:
    verbs = {"wait": waiting.put_on_list, "wait_for_referrer": waiting.wait_for_referrer}
    verb: Any = verbs.get(step) or getattr(waiting, step)
    referral = brought_to(town, lane, to=MIA)
    seen, also = opened_by(town.noor, referral), opened_by(town.samir, referral)
    verb(town.noor.session, seen, **words, once="1")
    with pytest.raises((Conflict, NotNow)):
        verb(town.noor.session, opened_by(town.noor, referral), **words, once="1")
    with pytest.raises(Conflict):
        verb(town.samir.session, also, **words, once="2")


def test_what_both_typed_is_shown_when_a_colleague_was_earlier(town: Town) -> None:
    """A conflict shows both: the other's words on the page, one's own in the form."""
    from kring.support.clarification.tests.asking import hidden

    referral, browser = brought_to(town, Lane.DECIDING), town.samir.client
    action = f"/referrals/{referral}/back_to_new"
    fields = hidden(browser, f"/referrals/{referral}", action)
    waiting.wait_for_referrer(town.noor.session, opened_by(town.noor, referral), words="Noor asked the mother.")
    text = browser.post(action, {**fields, "words": "Samir has no time."}).content.decode()
    assert "Een collega was eerder" in text
    assert "Samir has no time." in text
    assert "Noor asked the mother." in text
    assert row(referral).lane == Lane.WAITING


def test_others_took_over_ends_it_without_the_referrer_and_keeps_the_words(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to=MIA)
    with pytest.raises(NotNow):
        waiting.end_acute(town.noor.session, opened_by(town.noor, referral), words="They came.")
    actions.call_for_help(town.noor.session, opened_by(town.noor, referral), called="112", words="He is on the roof.")
    assert card(referral) in lane(asked(town.samir.client, "/board")[1], "Gesprek gepland")
    assert send(town.noor, referral, "end_acute", words="The police and his aunt are there.")[0] == 302
    found = row(referral)
    assert (found.lane, found.outcome, found.filed) == (Lane.DECIDED, Outcome.ACUTE, True)
    assert told()[-1] == "called_off"
    assert "1 × acuut gevaar" in asked(town.noor.client, "/board")[1]
    assert "The police and his aunt are there." in town.samir.client.get(f"/referrals/{referral}").content.decode()


def test_acute_needs_the_call_to_be_written_down_first(town: Town) -> None:
    referral = a_referral(urgency=Urgency.TODAY)
    status, text = send(town.noor, referral, "end_acute", words="Done.")
    assert (status, "Noteer eerst wie gebeld werd" in text, "Done." in text) == (200, True, True)


def test_an_own_observation_is_confirmed_by_another_colleague(town: Town) -> None:
    referral = a_referral(channel=Channel.COLLEAGUE, referrer_kind=ReferrerKind.COLLEAGUE)
    laid = proposal(town, Outcome.NO_ROLE)
    actions.propose(town.noor.session, opened_by(town.noor, referral), laid)
    status, text = send(town.noor, referral, "confirm", answer="yes", words="Yes.")
    assert (status, "Laat een andere collega bevestigen" in text) == (200, True)
    assert send(town.samir, referral, "confirm", answer="yes", words="Yes.")[0] == 302
    assert row(referral).outcome == Outcome.NO_ROLE


def test_who_receives_how_much_stands_where_one_is_asked(town: Town) -> None:
    brought_to(town, Lane.TALK_PLANNED)
    brought_to(town, Lane.DECIDING)
    text = town.samir.client.get(f"/referrals/{a_referral()}").content.decode()
    assert "Noor Claes · 2 aanmeldingen, 1 gesprek te gaan" in text
    assert "Samir Daoudi · ontvangt er nu geen" in text
