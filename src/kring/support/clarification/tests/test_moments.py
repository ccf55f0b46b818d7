"""A moment that a referrer asked for meets the talk that a colleague plans: confirmed on it, or free again."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from kring.support.clarification import actions as clarification
from kring.support.clarification import answers
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.links import open_link
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.testing import a_referral, brought_to, opened_by, posted_token
from kring.support.intake.models import Referral, TalkMoment
from kring.support.intake.moments import place, queries
from kring.support.intake.moments.actions import publish
from kring.team.testing import Town
from kring.vault import outbox

WHERE = "Huis van de Wijk, zaal Linde"
DAY = timezone.localdate() + timedelta(days=7)
State = TalkMoment.State


def at(hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(DAY, time(hour)))


def asked(town: Town) -> str:
    """A referral that asks for one o'clock, which Noor offers."""
    publish(town.noor.session, [at(13)], where=WHERE)
    return a_referral(moment=at(13))


def planned(town: Town, hour: int, *, to: str = "") -> str:
    referral = asked(town)
    clarification.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=at(hour), to=to)
    return referral


def test_the_board_and_the_form_of_the_talk_know_the_hour_that_was_asked_for(town: Town) -> None:
    referral = asked(town)
    assert "vraagt " in town.noor.client.get("/board").content.decode()
    page = town.samir.client.get(f"/referrals/{referral}").content.decode()
    assert f'value="{DAY.isoformat()}"' in page
    assert 'value="13:00"' in page
    assert WHERE in page


def test_planned_on_it_it_is_confirmed_and_only_then_is_its_place_told(town: Town) -> None:
    referral = planned(town, 13, to="mia@school.example")
    assert TalkMoment.objects.get().state == State.CONFIRMED
    code = opened_by(town.noor, referral).content.code
    shown = open_link(posted_token(), code).shown
    assert (shown.talk_at, shown.place) == (at(13), WHERE)
    assert "vraagt " not in town.noor.client.get("/board").content.decode()


def test_another_place_replaces_the_published_one(town: Town) -> None:
    referral = asked(town)
    opened = opened_by(town.noor, referral)
    clarification.plan_talk(town.noor.session, opened, talk_at=at(13), place="De Eik")
    assert place.of(TalkMoment.objects.get()) == "De Eik"


def test_planned_at_another_hour_the_moment_is_free_again_and_its_place_is_not_told(town: Town) -> None:
    referral = planned(town, 15, to="mia@school.example")
    assert queries.offered() == [at(13)]
    assert open_link(posted_token(), opened_by(town.noor, referral).content.code).shown.place == ""


def test_no_rather_no_talk_sets_it_free(town: Town) -> None:
    referral = planned(town, 13, to="mia@school.example")
    opened = open_link(posted_token(), opened_by(town.noor, referral).content.code)
    answers.answer_by_link(opened, ReferrerAnswer(Answer.NO))
    assert queries.offered() == [at(13)]


def test_what_is_decided_needs_no_moment_any_more(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    referral = brought_to(town, Referral.Lane.DECIDED, moment=at(13))
    assert queries.offered() == [at(13)]
    assert queries.of_referral(referral) is None


def test_a_confirmed_moment_stands_in_the_calendar_of_who_asked_for_it(town: Town) -> None:
    planned(town, 13, to="mia@school.example")
    assert TalkAppointment.objects.get().at == at(13)
    assert {"method": "REQUEST", "at": at(13).isoformat()}.items() <= list(outbox.waiting())[-1].words.items()
