"""The team meets: who takes part reads it, words are added, what told of a case is gone after the day."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kring.exchange.meetings import actions, ending
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import TeamAgreement
from kring.exchange.meetings.models import Meeting, MeetingRecord
from kring.exchange.meetings.opening import open_meetings
from kring.exchange.meetings.rules import NotYet
from kring.exchange.testing import FRAME, a_meeting, a_topic, opened
from kring.team.clock import on_day, today
from kring.team.testing import Town
from kring.vault.models import Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

JOURNAL = 5
"""What writing one entry asks, with its savepoint."""
OUTSIDE = ("wout", "ines", "greet", "bart", "hilde", "karel", "saar", "jonas", "ann", "marc")


def test_a_meeting_of_all_circles_opens_for_every_circle_and_for_nobody_else(town: Town) -> None:
    meeting = a_meeting(town.noor)
    for name in ("noor", "samir", "eline", "tom", "lotte", "nele"):
        assert opened(town.people[name], meeting).frame.content == FRAME
    for name in OUTSIDE:
        with pytest.raises(Refused):
            opened(town.people[name], meeting)


def test_a_meeting_of_one_circle_stays_in_it(town: Town) -> None:
    meeting = a_meeting(town.nele, circle="samen")
    assert opened(town.eline, meeting).frame.content == FRAME
    for name in ("noor", "samir"):
        with pytest.raises(Refused):
            opened(town.people[name], meeting)
    assert [one.id for one in open_meetings(town.noor.session, act="test.list")] == []
    assert [one.id for one in open_meetings(town.eline.session, act="test.list")] == [meeting]


def test_nobody_plans_for_a_circle_that_is_not_his(town: Town) -> None:
    for name, circle in (("noor", "samen"), ("greet", ""), ("ann", ""), ("samir", "intake")):
        with pytest.raises(Refused):
            a_meeting(town.people[name], circle=circle)
    assert Meeting.objects.count() == 0


def test_a_meeting_is_planned_once_and_not_in_the_past(town: Town) -> None:
    once, on = new_id(), today() + timedelta(days=2)
    made = {actions.plan_meeting(town.noor.session, FRAME, circle="", on=on, once=once) for _ in range(2)}
    assert len(made) == Meeting.objects.count() == 1
    with pytest.raises(NotYet):
        a_meeting(town.noor, on=today() - timedelta(days=1))


def test_two_who_bring_something_in_at_once_both_do(town: Town) -> None:
    meeting = a_meeting(town.noor)
    topic = a_topic(town.noor, meeting)
    noor, nele = opened(town.noor, meeting), opened(town.nele, meeting)
    once = new_id()
    actions.bring_in(noor, topic, "Een zin die de jongere kiest.", once=once)
    actions.bring_in(nele, topic, "Een vast moment om te bellen.", once=new_id())
    actions.bring_in(noor, topic, "Een zin die de jongere kiest.", once=once)
    said = opened(town.tom, meeting).topic(topic).content.brought
    assert [(one.by, one.words) for one in said] == [
        (town.noor.principal, "Een zin die de jongere kiest."),
        (town.nele.principal, "Een vast moment om te bellen."),
    ]


def test_the_notes_are_written_on_top_of_what_was_read(town: Town) -> None:
    meeting = a_meeting(town.noor)
    noor, nele = opened(town.noor, meeting), opened(town.nele, meeting)
    seen = noor.frame.record.revision
    actions.write_notes(noor, "We bellen vaker.", seen=seen, once=new_id())
    with pytest.raises(Conflict):
        actions.write_notes(nele, "Iets anders.", seen=seen, once=new_id())
    assert opened(town.tom, meeting).frame.content == replace(FRAME, notes="We bellen vaker.")


def test_an_agreement_has_an_owner_who_takes_part_and_says_when_it_is_done(town: Town) -> None:
    meeting = a_meeting(town.noor)
    deal = actions.agree(opened(town.noor, meeting), TeamAgreement("Bel de school", town.nele.principal), once=new_id())
    with pytest.raises(Refused):
        actions.agree(opened(town.noor, meeting), TeamAgreement("Betaal", town.greet.principal), once=new_id())
    with pytest.raises(Refused):
        actions.settle(opened(town.noor, meeting), deal)
    actions.settle(opened(town.nele, meeting), deal)
    assert opened(town.noor, meeting).deal(deal).content.done_on == today()


def test_after_the_day_what_told_of_a_case_opens_no_more_and_the_rest_does(town: Town) -> None:
    meeting = a_meeting(town.noor, on=today())
    of_a_case = [a_topic(town.noor, meeting, kind=kind) for kind in (Kind.VIGNETTE, Kind.QUIET)]
    stays = [a_topic(town.noor, meeting, kind=kind) for kind in (Kind.QUESTION, Kind.SIGNAL)]
    assert ending.end_due() == 0
    with on_day(today() + timedelta(days=1)):
        assert ending.end_due() == 1
        assert ending.end_due() == 0
    assert {one.id for one in opened(town.nele, meeting).topics} == set(stays)
    assert not MeetingRecord.objects.filter(id__in=of_a_case).exists()
    assert Lock.objects.get(bundle=meeting, part="vignettes").state == Lock.State.SHREDDED


def test_who_takes_part_ends_it_earlier_and_nothing_comes_on_its_agenda_any_more(town: Town) -> None:
    meeting = a_meeting(town.noor)
    topic = a_topic(town.noor, meeting)
    stays = a_topic(town.noor, meeting, kind=Kind.QUESTION)
    before = opened(town.nele, meeting)
    ending.end_meeting(opened(town.nele, meeting))
    ending.end_meeting(opened(town.nele, meeting))
    with pytest.raises(Refused):
        opened(town.noor, meeting).topic(topic)
    with pytest.raises(Refused):
        actions.bring_in(before, topic, "Te laat.", once=new_id())
    for late in (lambda: a_topic(town.noor, meeting), lambda: _bring(town, meeting, stays)):
        with pytest.raises(NotYet):
            late()


def test_thirteen_months_later_nothing_of_a_meeting_is_left(town: Town) -> None:
    meeting = a_meeting(town.noor, on=today())
    a_topic(town.noor, meeting, kind=Kind.QUESTION)
    other = a_meeting(town.noor)
    with on_day(today() + timedelta(days=400)):
        ending.end_due()
    assert [one.id for one in Meeting.objects.all()] == [other]
    assert not MeetingRecord.objects.filter(meeting=meeting).exists()
    assert {one.state for one in Lock.objects.filter(bundle=meeting)} == {Lock.State.SHREDDED}


def test_the_list_costs_as_many_questions_for_one_meeting_as_for_many(
    town: Town, django_assert_max_num_queries: Any
) -> None:
    for number in range(1, 12):
        meeting = a_meeting(town.noor, on=today() + timedelta(days=number))
        actions.agree(opened(town.noor, meeting), TeamAgreement("Bel", town.noor.principal), once=new_id())
    with django_assert_max_num_queries(4 + JOURNAL):
        assert len(open_meetings(town.noor.session, act="test.list")) == 11


def _bring(town: Town, meeting: str, topic: str) -> None:
    actions.bring_in(opened(town.noor, meeting), topic, "Te laat.", once=new_id())
