"""Referrals with a word in every part: arrived, talked about, put together; and a moment for a talk."""

from datetime import UTC, datetime, timedelta

from django.urls import reverse

from kring.support.clarification import actions, answers, merging, waiting
from kring.support.clarification.content import Answer as Said
from kring.support.clarification.content import Proposal, ReferrerAnswer
from kring.support.clarification.testing import TALK_AT, a_referral, opened_by
from kring.support.intake.codelists import Channel
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral, ReferralRecord, TalkMoment
from kring.support.intake.moments.actions import publish
from kring.team.clock import today
from kring.team.testing import Town
from tests.stories.need_to_know_ways import Thing, figures, get, lists, original, page, searches

MOMENT_AT = datetime(2021, 3, 11, 12, tzinfo=UTC)


def _referral(thing: Thing, referral: str) -> Thing:
    thing.id = referral
    thing.words["card"] = Referral.objects.get(id=referral).card
    thing.ways = {
        "page": [get(page(referral))],
        "list": lists(),
        "search": searches([thing.handles[0]]),
        "figures": figures(),
        "file": [get(original(referral))],
    }
    return thing


def planted_arrived() -> Thing:
    thing = Thing()
    concern, referrer = thing.text("concern"), thing.text("referrer")
    message = Message(subject="Een zorg", sender="school@example.org", sender_name=referrer, text=concern)
    raw = f"From: {referrer} <school@example.org>\r\nX: {thing.text('original')}\r\n\r\n{concern}\r\n".encode()
    content = ReferralContent(Referrer(name=referrer), message=message)
    return _referral(thing, a_referral(content, channel=Channel.MAIL, original=raw))


def planted_together(town: Town) -> Thing:
    thing, noor = Thing(), town.noor
    raw = f"From: school@example.org\r\n\r\n{thing.text('original')}\r\n".encode()
    first = a_referral(ReferralContent(Referrer(), concern="He sleeps in the bus shelter."))
    second = a_referral(ReferralContent(Referrer(), concern=thing.text("second")), original=raw)
    merging.merge(noor.session, opened_by(noor, first), other=second)
    until = today() + timedelta(days=9)
    waiting.put_on_list(noor.session, opened_by(noor, first), again_on=until, words=thing.text("why"))
    made = _referral(thing, first)
    record = ReferralRecord.objects.get(referral=first, kind=actions.MERGED_RAW)
    made.ways["file"] = [get(reverse("clarification:merged_original", args=[first, record.id]))]
    made.ways["page"].append(get(page(second)))
    return made


def planted_talked(town: Town, *, outcome: str, confirmed: bool) -> Thing:
    thing, noor = Thing(), town.noor
    referral = a_referral(ReferralContent(Referrer(), concern=thing.text("concern")))
    actions.plan_talk(noor.session, opened_by(noor, referral), talk_at=TALK_AT)
    actions.write_notes(noor.session, opened_by(noor, referral), text=thing.text("notes"))
    laid = Proposal(outcome, we_do=thing.text("proposal"), referrer_does="speaks with the parents")
    actions.propose(noor.session, opened_by(noor, referral), laid)
    if confirmed:
        answers.confirm_by_word(noor.session, opened_by(noor, referral), ReferrerAnswer(Said.YES, way="word"))
    return _referral(thing, referral)


def planted_moment(town: Town) -> Thing:
    thing = Thing()
    publish(town.noor.session, [MOMENT_AT], where=thing.text("place"))
    thing.id = TalkMoment.objects.get().id
    told = (("kind", "school"), ("urgency", "normal"), ("concern", "Een zorg"))
    thing.ways = {
        "page": [get(reverse("intake:moments")), ("POST", reverse("intake:talk"), told)],
        "list": lists(),
        "search": searches([thing.handles[0]]),
        "figures": figures(),
        "file": [get(original(thing.id))],
    }
    return thing
