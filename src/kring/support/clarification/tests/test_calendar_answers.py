"""What a calendar answers reaches the appointment it belongs to, and a forged answer moves nothing (RFC 5546, 6.1)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from kring.support.clarification import actions, answers
from kring.support.clarification.calendar_answers import MOST, TakenIn, answer_by_calendar
from kring.support.clarification.content import Answer
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.testing import TALK_AT, brought_to, opened_by
from kring.support.intake.mail.letter import CalendarReply
from kring.support.intake.models import Referral
from kring.team.testing import Town

Lane, Said = Referral.Lane, TalkAppointment.Said
MIA = "mia@school.example"
WISH = datetime(2031, 3, 12, 9, tzinfo=UTC)


def invited(town: Town) -> tuple[str, CalendarReply]:
    """A referral whose talk is planned, and the yes of the invited calendar."""
    referral = brought_to(town, Lane.TALK_PLANNED, to=MIA)
    row = TalkAppointment.objects.get(referral=referral)
    return referral, CalendarReply(f"{row.uid}@kring.example", row.sequence, "ACCEPTED", MIA)


def state(referral: str) -> dict[str, Any]:
    return dict(Referral.objects.filter(id=referral).values().get())


@pytest.mark.parametrize(
    ("partstat", "said", "answer", "words"),
    [
        ("ACCEPTED", Said.COMES, Answer.YES, "komt"),
        ("TENTATIVE", Said.PERHAPS, Answer.ALMOST, "misschien"),
        ("DECLINED", Said.NOT, Answer.NO, "komt niet"),
    ],
)
def test_an_answer_is_seen_and_decides_nothing(
    town: Town, partstat: str, said: str, answer: Answer, words: str
) -> None:
    referral, reply = invited(town)
    before = state(referral)
    assert answer_by_calendar(replace(reply, partstat=partstat)) == TakenIn(referral, counted=True)
    assert state(referral) == before
    assert TalkAppointment.objects.get().said == said
    [(_, given)] = answers.answers_of(opened_by(town.noor, referral))
    assert (given.answer, given.way, given.about) == (answer, "calendar", "invitation")
    assert f"{words}</span>" in town.noor.client.get("/board").content.decode()
    assert "via de agenda" in town.noor.client.get(f"/referrals/{referral}").content.decode()


def test_another_moment_stands_ready_to_be_planned(town: Town) -> None:
    referral, reply = invited(town)
    assert answer_by_calendar(replace(reply, proposes=WISH)) == TakenIn(referral, counted=True)
    assert TalkAppointment.objects.get().said == Said.ANOTHER_MOMENT
    assert state(referral)["talk_at"] == TALK_AT
    assert 'value="2031-03-12"' in town.noor.client.get(f"/referrals/{referral}").content.decode()


def test_the_same_answer_twice_is_one_and_a_changed_mind_counts(town: Town) -> None:
    referral, reply = invited(town)
    told = [
        answer_by_calendar(reply),
        answer_by_calendar(reply),
        answer_by_calendar(replace(reply, partstat="DECLINED")),
    ]
    assert [taken.counted for taken in told if taken] == [True, False, True]
    assert len(answers.answers_of(opened_by(town.noor, referral))) == 2


@pytest.mark.parametrize(
    "forged",
    [
        {"uid": "AAAAAAAAAAAAAAAAAAAAAA@kring.example"},
        {"uid": ""},
        {"attendee": "somebody@else.example"},
        {"attendee": ""},
    ],
)
def test_an_answer_to_no_item_of_ours_or_of_somebody_else_belongs_nowhere(town: Town, forged: dict[str, str]) -> None:
    referral, reply = invited(town)
    assert answer_by_calendar(replace(reply, **forged)) is None  # type: ignore[arg-type]  # texts alone
    assert TalkAppointment.objects.get().said == Said.NOTHING
    assert answers.answers_of(opened_by(town.noor, referral)) == []


@pytest.mark.parametrize("sequence", [-1, 1, 99])
def test_an_answer_to_another_version_counts_for_nothing(town: Town, sequence: int) -> None:
    referral, reply = invited(town)
    assert answer_by_calendar(replace(reply, sequence=sequence)) == TakenIn(referral, counted=False)
    assert TalkAppointment.objects.get().said == Said.NOTHING


def test_a_late_answer_to_the_moment_before_counts_for_nothing(town: Town) -> None:
    referral, reply = invited(town)
    later = TALK_AT + timedelta(days=1)
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=later, to=MIA)
    assert answer_by_calendar(reply) == TakenIn(referral, counted=False)
    assert answer_by_calendar(replace(reply, sequence=1)) == TakenIn(referral, counted=True)


def test_after_the_talk_or_when_it_is_off_nothing_counts(town: Town) -> None:
    referral, reply = invited(town)
    actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="We spoke.")
    assert answer_by_calendar(replace(reply, partstat="DECLINED")) == TakenIn(referral, counted=False)
    other, reply = invited_again(town)
    actions.plan_talk(town.noor.session, opened_by(town.noor, other), talk_at=TALK_AT, to="")
    assert answer_by_calendar(replace(reply, sequence=1)) == TakenIn(other, counted=False)


def invited_again(town: Town) -> tuple[str, CalendarReply]:
    referral = brought_to(town, Lane.TALK_PLANNED, to=MIA)
    row = TalkAppointment.objects.get(referral=referral)
    return referral, CalendarReply(row.uid, row.sequence, "ACCEPTED", MIA)


@pytest.mark.parametrize("partstat", ["DELEGATED", "NEEDS-ACTION", "", "ROLE TAKEN"])
def test_any_other_word_is_no_answer(town: Town, partstat: str) -> None:
    referral, reply = invited(town)
    assert answer_by_calendar(replace(reply, partstat=partstat)) == TakenIn(referral, counted=False)


def test_capitals_in_an_address_are_the_same_address(town: Town) -> None:
    referral, reply = invited(town)
    assert answer_by_calendar(replace(reply, attendee=" Mia@School.EXAMPLE ")) == TakenIn(referral, counted=True)


def test_a_flood_of_moments_ends(town: Town) -> None:
    referral, reply = invited(town)
    told = [answer_by_calendar(replace(reply, proposes=WISH + timedelta(hours=hour))) for hour in range(MOST + 5)]
    assert sum(taken.counted for taken in told if taken) == MOST
    assert len(answers.answers_of(opened_by(town.noor, referral))) == MOST


def test_a_row_that_is_not_ours_takes_no_answer(town: Town) -> None:
    _, reply = invited(town)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE support_talkappointment SET sequence = 5")
    assert answer_by_calendar(replace(reply, sequence=5)) is None
