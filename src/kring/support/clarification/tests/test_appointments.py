"""The appointment of a talk: asked, moved and taken back in the calendar of who is invited."""

from datetime import UTC, datetime, timedelta
from typing import Any

from kring.support.clarification import actions, answers, links
from kring.support.clarification.actions import invited
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.testing import TALK_AT, a_referral, opened_by, posted_token
from kring.support.intake.callwords import WORDS, call_word
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault import outbox

Lane, Said, State = Referral.Lane, TalkAppointment.Said, TalkAppointment.State
MIA, OFFICE = "mia@school.example", "office@school.example"


def plan(town: Town, referral: str, at: datetime = TALK_AT, to: str = MIA, **words: Any) -> None:
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=at, to=to, **words)


def items() -> list[tuple[str, str, int]]:
    """Method, uid and sequence of the calendar items that wait, in order."""
    told = [one.words for one in outbox.waiting() if "method" in one.words]
    return [(words["method"], words["uid"], int(words["sequence"])) for words in told]


def test_another_moment_is_a_newer_version_of_the_same_item(town: Town) -> None:
    referral = a_referral()
    plan(town, referral)
    plan(town, referral, TALK_AT + timedelta(days=1))
    first, second = items()
    assert first[1] == second[1]
    assert (first[0], first[2], second[0], second[2]) == ("REQUEST", 0, "REQUEST", 1)
    assert [one.template for one in outbox.waiting()] == ["invitation", "moved"]


def test_invited_at_another_address_the_first_one_is_taken_back(town: Town) -> None:
    from kring.support.intake.content import Message, ReferralContent, Referrer

    message = Message("x", OFFICE, "", "y", shown_sender=MIA)
    referral = a_referral(ReferralContent(Referrer(), message=message))
    plan(town, referral, to=OFFICE)
    plan(town, referral, to=MIA)
    told = [(one.to, one.words["method"], one.words["sequence"]) for one in outbox.waiting()]
    assert told == [(OFFICE, "REQUEST", "0"), (OFFICE, "CANCEL", "1"), (MIA, "REQUEST", "0")]
    assert len({uid for _, uid, _ in items()}) == 2


def test_planned_by_phone_the_item_of_before_is_taken_back(town: Town) -> None:
    referral = a_referral()
    plan(town, referral)
    plan(town, referral, to="")
    assert [method for method, _, _ in items()] == ["REQUEST", "CANCEL"]
    assert TalkAppointment.objects.get().state == State.WITHDRAWN


def test_a_yes_behind_the_link_is_seen_and_nothing_is_sent(town: Town) -> None:
    referral = a_referral()
    plan(town, referral)
    answers.answer_by_link(opened_link(town, referral), ReferrerAnswer(Answer.YES))
    assert TalkAppointment.objects.get().said == Said.COMES
    assert len(items()) == 1
    assert "komt" in town.noor.client.get("/board").content.decode()


def test_a_no_behind_the_link_takes_it_out_of_that_calendar(town: Town) -> None:
    referral = a_referral()
    plan(town, referral)
    answers.answer_by_link(opened_link(town, referral), ReferrerAnswer(Answer.NO))
    assert [method for method, _, _ in items()] == ["REQUEST", "CANCEL"]
    assert list(outbox.waiting())[-1].to == MIA
    assert Referral.objects.get(id=referral).lane == Lane.NEW


def test_another_moment_behind_the_link_stands_ready_to_be_planned(town: Town) -> None:
    referral = a_referral()
    plan(town, referral)
    wish = datetime(2031, 3, 12, 14, 30, tzinfo=UTC)
    answers.answer_by_link(opened_link(town, referral), ReferrerAnswer(Answer.ALMOST, proposes=wish))
    text = town.noor.client.get(f"/referrals/{referral}").content.decode()
    assert "Vraagt een ander moment: 12 maart 2031, 15.30" in text
    assert 'value="2031-03-12"' in text
    assert 'value="15:30"' in text


def test_place_and_questions_stand_behind_the_link_and_come_back_when_it_is_planned_anew(town: Town) -> None:
    referral = a_referral()
    plan(town, referral, place="Het huis aan de vaart", questions="Wat helpt?")
    shown = opened_link(town, referral).shown
    assert (shown.place, shown.questions) == ("Het huis aan de vaart", "Wat helpt?")
    kept = invited(opened_by(town.noor, referral))
    assert kept is not None
    assert (kept.place, kept.to) == ("Het huis aan de vaart", MIA)
    text = town.noor.client.get(f"/referrals/{referral}").content.decode()
    assert 'value="Het huis aan de vaart"' in text
    assert "Wat helpt?" in text


def test_the_address_lies_nowhere_in_the_clear_and_the_hash_needs_our_key(town: Town) -> None:
    from kring.vault.primitives import digest

    plan(town, a_referral())
    row = TalkAppointment.objects.get()
    assert MIA not in repr(vars(row))
    assert row.attendee not in {digest(MIA.encode()).hex(), MIA.encode().hex()}


def test_a_talk_that_was_enough_leaves_no_appointment(town: Town) -> None:
    from kring.support.clarification.testing import brought_to

    brought_to(town, Lane.DECIDED, to=MIA)
    assert not TalkAppointment.objects.exists()


def test_call_words_are_drawn_by_the_house_and_stay_the_same() -> None:
    drawn = {call_word(f"referral {number}") for number in range(2000)}
    assert call_word("referral 7") == call_word("referral 7")
    assert len(drawn) > 1500
    assert len(set(WORDS)) == len(WORDS) == 64
    for pair in drawn:
        first, second = pair.split()
        assert first != second
        assert {first, second} <= set(WORDS)


def opened_link(town: Town, referral: str) -> links.OpenLink:
    return links.open_link(posted_token(), opened_by(town.noor, referral).content.code)
