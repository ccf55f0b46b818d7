"""A colleague offers half hours, a referrer asks for one in the form, a colleague confirms: each is taken once."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kring.support.intake.actions import open_referral, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.intake.models import Referral, TalkMoment
from kring.support.intake.moments import place, queries, rules
from kring.support.intake.moments.actions import publish, release, withdraw
from kring.support.intake.moments.rules import NotPublished, Taken
from kring.support.intake.tests.public_form import STORY, TALK, YOU, Browser
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

WHERE = "Huis van de Wijk, zaal Linde"
DAY = timezone.localdate() + timedelta(days=7)
State = TalkMoment.State


def at(hour: int, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(DAY, time(hour, minute)))


def a_referral(*, moment: datetime) -> str:
    """The id of a referral that asks for this hour."""
    content = ReferralContent(Referrer("Mia Stevens"), concern="He sleeps in the bus shelter.")
    return receive_referral(content, submission=new_id(), channel=Channel.FORM, moment=moment).referral


def value(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="minutes")


def third_step() -> Browser:
    return Browser().open().send(YOU).send(STORY)


def test_the_form_offers_hours_without_who_or_where(town: Town) -> None:
    publish(town.noor.session, [at(13), at(13, 30)], where=WHERE)
    publish(town.samir.session, [at(13)], where="elders")
    browser = third_step()
    assert re.findall(r'name="moment" value="([^"]+)"', browser.text) == [value(at(13)), value(at(13, 30)), "call"]
    for hidden in (WHERE, "Linde", "elders", "Noor", "Samir", town.noor.principal):
        assert hidden not in browser.text


def test_without_moments_one_only_says_when_it_suits(town: Town) -> None:
    browser = third_step()
    assert 'name="moment"' not in browser.text
    assert "Wanneer past het je?" in browser.text


def test_two_at_the_same_hour_have_two_colleagues_and_the_third_is_told(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    publish(town.samir.session, [at(13)], where="elders")
    first, second = a_referral(moment=at(13)), a_referral(moment=at(13))
    assert {row.referral for row in TalkMoment.objects.all()} == {first, second}
    with pytest.raises(Taken):
        a_referral(moment=at(13))
    assert Referral.objects.count() == 2


def test_who_comes_second_keeps_every_word_and_chooses_again(town: Town) -> None:
    publish(town.noor.session, [at(13), at(14)], where=WHERE)
    browser = third_step()
    a_referral(moment=at(13))
    browser.send({**TALK, "moment": value(at(13))})
    assert "Dit moment is net ingenomen." in browser.text
    assert browser.fields["wishes"] == ["woensdagnamiddag"]
    browser.send({"moment": value(at(14))})
    assert "code c4" in browser.text


def test_gone_between_looking_and_taking_nothing_is_lost(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    browser = third_step()
    monkeypatch.setattr("kring.support.intake.moments.queries.free_at", lambda starts_at: [])
    browser.send({**TALK, "moment": value(at(13))})
    assert browser.page.status_code == 409
    assert "Iemand was je net voor" in browser.text
    assert browser.fields["concern"] == [STORY["concern"]]
    assert Referral.objects.count() == 0


def test_a_double_send_asks_once_and_another_moment_is_another_sending(town: Town) -> None:
    publish(town.noor.session, [at(13), at(14)], where=WHERE)
    browser = third_step()
    page = browser.page
    browser.send({"moment": value(at(13))})
    assert TalkMoment.objects.filter(state=State.REQUESTED).count() == 1
    browser.page = page
    browser.send({"moment": value(at(14))})
    assert Referral.objects.count() == 2


def test_rather_a_call_asks_for_no_moment(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    third_step().send({**TALK, "moment": "call"})
    assert TalkMoment.objects.get().state == State.FREE


def test_an_hour_nobody_offered_cannot_be_forged(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    for forged in (value(at(16)), "soon", TalkMoment.objects.get().id):
        third_step().send({**TALK, "moment": forged})
    assert Referral.objects.count() == 0


def test_past_hours_and_those_of_who_left_the_circle_are_not_offered(town: Town) -> None:
    publish(town.noor.session, [timezone.now() - timedelta(hours=1)], where=WHERE)
    publish(town.greet.session, [at(13)], where=WHERE)
    assert queries.offered() == []
    with pytest.raises(Taken):
        a_referral(moment=at(13))


def test_a_forged_row_is_not_offered(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    from kring.vault.rows import unguarded

    unguarded(TalkMoment).update(starts_at=at(15))
    assert queries.offered() == []


def test_the_place_lies_sealed_and_opens_in_its_own_row_only(town: Town) -> None:
    publish(town.noor.session, [at(13), at(14)], where=WHERE)
    one, two = TalkMoment.objects.all()
    assert place.of(one) == WHERE
    assert WHERE.encode() not in bytes(one.place)
    one.place = two.place
    with pytest.raises(Refused):
        place.of(one)


def test_taken_back_by_who_offers_it_alone_and_only_while_it_is_free(town: Town) -> None:
    publish(town.noor.session, [at(13), at(14)], where=WHERE)
    referral = a_referral(moment=at(13))
    asked, free = (TalkMoment.objects.get(starts_at=hour).id for hour in (at(13), at(14)))
    for who, moment in ((town.noor, asked), (town.samir, free), (town.noor, new_id())):
        with pytest.raises(Refused):
            withdraw(who.session, moment)
    withdraw(town.noor.session, free)
    assert [row.referral for row in TalkMoment.objects.all()] == [referral]


def test_who_takes_it_back_while_somebody_asks_is_told(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    row = TalkMoment.objects.get()
    a_referral(moment=at(13))
    monkeypatch.setattr(TalkMoment.objects, "filter", lambda **by: type("Q", (), {"first": lambda self: row})())
    with pytest.raises(Conflict):
        withdraw(town.noor.session, row.id)


def test_no_longer_needed_it_is_free_again_and_a_past_one_is_gone(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    referral = a_referral(moment=at(13))
    with acting("test.release", by="system") as act:
        release(act, referral)
    assert queries.offered() == [at(13)]


def test_published_twice_is_offered_once(town: Town) -> None:
    assert publish(town.noor.session, [at(13)], where=WHERE, once="a") == 1
    assert publish(town.noor.session, [at(13)], where=WHERE, once="a") == 0
    assert publish(town.noor.session, [at(13), at(14)], where=WHERE, once="b") == 1


def test_with_the_page_alone(town: Town) -> None:
    client = town.noor.client
    given = {"once": new_id(), "day": DAY.isoformat(), "begins": "13:00", "ends": "14:10", "place": WHERE}
    page = client.post("/referrals/moments", given, follow=True).content.decode()
    assert "Je momenten staan in het formulier." in page
    assert page.count(WHERE) == 2
    assert [row.starts_at for row in TalkMoment.objects.order_by("starts_at")] == [at(13), at(13, 30)]
    row = TalkMoment.objects.order_by("starts_at").first()
    assert row
    assert "niet meer aan" in client.post(f"/referrals/moments/{row.id}/withdraw", follow=True).content.decode()
    late = client.post("/referrals/moments", {**given, "ends": "13:10"}).content.decode()
    assert "Er moet minstens een half uur tussen passen." in late


@pytest.mark.parametrize("who", ["greet", "ann", "saar"])
def test_outside_the_intake_circle_the_page_is_not_there(town: Town, who: str) -> None:
    assert town.people[who].client.get("/referrals/moments").status_code == 404


@pytest.mark.parametrize(
    ("begins", "ends", "many"), [("13:00", "13:30", 1), ("13:00", "14:29", 2), ("09:00", "17:00", 16)]
)
def test_every_half_hour_that_fits(begins: str, ends: str, many: int) -> None:
    assert len(rules.half_hours(DAY, time.fromisoformat(begins), time.fromisoformat(ends))) == many


@pytest.mark.parametrize(("begins", "ends"), [("13:00", "13:29"), ("14:00", "13:00"), ("08:00", "17:00")])
def test_none_or_too_many_is_said(begins: str, ends: str) -> None:
    with pytest.raises(NotPublished):
        rules.half_hours(DAY, time.fromisoformat(begins), time.fromisoformat(ends))


@pytest.mark.parametrize("day", [date(2021, 2, 28), date(2021, 9, 30)])
def test_a_day_ahead_within_half_a_year(day: date) -> None:
    with pytest.raises(NotPublished):
        rules.check_day(day, date(2021, 3, 1))
    rules.check_day(date(2021, 3, 1), date(2021, 3, 1))


def test_a_referral_that_is_opened_shows_nothing_of_others(town: Town) -> None:
    publish(town.noor.session, [at(13)], where=WHERE)
    referral = a_referral(moment=at(13))
    assert open_referral(town.samir.session, referral).referral.talk_at is None


def test_who_asks_for_no_moment_pays_for_none(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    with CaptureQueriesContext(connection) as captured:
        browser.send(TALK)
    assert Referral.objects.count() == 1
    assert not [query for query in captured.captured_queries if "talkmoment" in query["sql"]]
