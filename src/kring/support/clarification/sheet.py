"""From an opened referral to what its page shows: the words as they came, who sent them, what was said since.

The sender of a message and the author a forwarded one shows stand apart: a header is to be trusted little, a forward
less.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from kring.support.clarification import answers, decision, feedback, words
from kring.support.clarification.actions import ACUTE, INVITED, MERGED, NOTED, PROPOSAL, TALK
from kring.support.clarification.content import (
    AcuteCall,
    Answer,
    Merged,
    Proposal,
    ReferrerAnswer,
    Shown,
    StepNote,
    TalkNotes,
)
from kring.support.clarification.queries import names
from kring.support.intake import replies
from kring.support.intake.actions import OpenReferral
from kring.support.intake.callwords import call_word
from kring.support.intake.codelists import AgeBand, Informed, LifeDomain
from kring.support.intake.content import MailReturned, Message, ReferralContent, ReplyByMail
from kring.support.intake.mail.folding import Piece, folded
from kring.support.intake.models import Referral

Outcome = Referral.Outcome
Fact = tuple[str, str]
"""A name and what it says."""

TOLD = (TalkNotes, AcuteCall, StepNote, ReplyByMail, MailReturned)
"""What stands in the order of time; the proposal and the invitation have places of their own."""
ANSWERS: dict[Answer, Promise] = {
    Answer.YES: gettext_lazy("The referrer said yes"),
    Answer.ALMOST: gettext_lazy("Almost, the referrer said"),
    Answer.NO: gettext_lazy("The referrer sees it otherwise"),
}

NOTED_AS: dict[str, Promise] = {
    "wait": gettext_lazy("Put on the waiting list"),
    "wait_for_referrer": gettext_lazy("Asked the referrer"),
    "back_to_new": gettext_lazy("Taken back to new"),
    "end_acute": gettext_lazy("Others took over"),
}
WAYS: dict[str, Promise] = {
    "link": gettext_lazy("by link"),
    "word": gettext_lazy("by word"),
    "calendar": gettext_lazy("by calendar"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was said or done since: a talk, an answer, an acute call."""

    icon: str
    title: str
    when: str
    text: str
    at: datetime
    colour: str = ""
    pieces: Sequence[Piece] = ()
    original: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one page."""

    about: str
    lane: str
    concern: str
    tried: str
    message: Message | None
    pieces: list[Piece]
    who: list[Fact]
    mail: list[Fact]
    short: list[Fact]
    told: list[Told]
    proposed: list[Fact]
    protect: bool
    merged: "list[Second]"


@dataclass(frozen=True, slots=True)
class Second:
    """A referral that was put together with this one: its card, its words, where its message as it came lies."""

    card: str
    when: str
    texts: list[str]
    facts: list[Fact]
    original: str


def of(opened: OpenReferral, today: date, known: Mapping[str, str]) -> Sheet:
    """What the page of this referral says today; `known`: names by principal that were looked up already."""
    content, referral = opened.content, opened.referral
    kept = decision.records(opened, TALK, PROPOSAL, ACUTE, INVITED, NOTED, MERGED, replies.REPLY, replies.RETURNED)
    kept += [content for _, content in replies.waiting(opened)]
    said = answers.answers_of(opened)
    people = names(_people(referral, kept), known)
    proposal = next((one for one in kept if isinstance(one, Proposal)), None)
    talk = next((one for one in kept if isinstance(one, Shown)), None)
    told = [_told(one, people, today) for one in kept if isinstance(one, TOLD)]
    merged = sorted((one for one in kept if isinstance(one, Merged)), key=lambda one: one.came_at)
    told += [_answered(said.answer, said.at, today) for one in merged for said in one.answers]
    told += [_answered(answer, letter.dropped_at, today) for letter, answer in said]
    return Sheet(
        about=f"{referral.get_referrer_kind_display()} · {words.moment(referral.arrived_at, today)}",
        lane=str(referral.get_lane_display()),
        concern=content.concern,
        tried=content.tried,
        message=content.message,
        pieces=folded(content.message.text, content.message.subject) if content.message else [],
        who=_filled(_who(content)),
        mail=_filled(_mail(content.message)) if content.message else [],
        short=_filled(_short(referral, people, talk, today)),
        told=sorted(told, key=lambda one: one.at),
        proposed=_filled(_proposed(proposal, referral, people)) if proposal and referral.proposed else [],
        protect=content.protect_source or any(one.content.protect_source for one in merged),
        merged=[_second(one, today) for one in merged],
    )


def _second(one: Merged, today: date) -> Second:
    content = one.content
    texts = [content.concern, content.tried, content.message.text if content.message else ""]
    facts = [*_who(content), *(_mail(content.message) if content.message else [])]
    if one.proposal:
        laid = one.proposal
        facts += [
            (gettext("Why"), laid.why),
            (gettext("The referrer"), laid.referrer_does),
            (gettext("We"), laid.we_do),
        ]
    if one.invited:
        facts += [
            (gettext("Where"), one.invited.place),
            (gettext("Questions to prepare the talk"), one.invited.questions),
        ]
    return Second(
        one.card, words.moment(one.came_at, today), [text for text in texts if text], _filled(facts), one.original
    )


def _filled(facts: Iterable[tuple[str, object]]) -> list[Fact]:
    return [(name, str(said)) for name, said in facts if said]


def _people(referral: Referral, kept: Iterable[object]) -> set[str]:
    writers = {one.by for one in kept if isinstance(one, TalkNotes | AcuteCall | StepNote)}
    return {referral.asked, referral.role_asked, *writers} - {""}


def _who(content: ReferralContent) -> Iterable[tuple[str, object]]:
    referrer = content.referrer
    yield gettext("Referrer"), ", ".join(filter(None, [referrer.name, referrer.organisation]))
    yield gettext("Mail"), referrer.email
    yield gettext("Phone"), referrer.phone
    yield gettext("When it suits"), content.wishes
    yield gettext("About"), ", ".join(_labels(LifeDomain, content.domains))
    yield gettext("Age"), ", ".join(_labels(AgeBand, [content.age_band]))
    yield gettext("Does the person know?"), ", ".join(_labels(Informed, [content.informed]))


def _mail(message: Message) -> Iterable[tuple[str, object]]:
    yield gettext("Sent by"), " · ".join(filter(None, [message.sender_name, message.sender]))
    yield gettext("Written by, it says inside"), " · ".join(filter(None, [message.shown_name, message.shown_sender]))
    yield gettext("Subject"), message.subject
    yield gettext("Sent along"), ", ".join(message.attachments)
    yield gettext("Sent on"), _when(message.sent)


def _when(sent: str) -> str:
    """The moment a message says it was sent, on the town's clock; "" when it says none."""
    if not sent:
        return ""
    at = timezone.localtime(datetime.fromisoformat(sent))
    return gettext("%(day)s, %(time)s") % {"day": date_format(at, "j F Y"), "time": words.clock(at)}


def _short(referral: Referral, people: dict[str, str], talk: Shown | None, today: date) -> Iterable[tuple[str, object]]:
    yield gettext("Where it stands"), referral.get_lane_display()
    yield gettext("Answer needed"), referral.get_urgency_display()
    if referral.asked:
        name = words.first_name(people, referral.asked)
        yield gettext("Receives it"), name if referral.accepted_at else gettext("%(who)s was asked") % {"who": name}
    if referral.talk_at:
        yield gettext("Talk"), words.appointment(referral.talk_at, today)
        yield gettext("Where"), talk.place if talk else ""
    yield gettext("Call-word"), call_word(referral.id)
    yield gettext("First answer"), feedback.said(referral)
    if referral.outcome:
        yield gettext("Decided"), referral.get_outcome_display()
    if referral.again_on:
        yield gettext("Taken up again"), words.near(referral.again_on, today)


def _proposed(proposal: Proposal, referral: Referral, people: dict[str, str]) -> Iterable[tuple[str, object]]:
    yield gettext("Outcome"), Outcome(proposal.outcome).label
    yield gettext("Why"), proposal.why
    yield gettext("The referrer"), proposal.referrer_does
    yield gettext("We"), proposal.we_do
    if referral.role_asked:
        yield gettext("Asked"), words.first_name(people, referral.role_asked)
    if proposal.mode:
        yield gettext("How we work"), dict(words.MODES).get(proposal.mode, "")  # type: ignore[call-overload]  # a text
    if proposal.again_on:
        yield gettext("Again from"), words.day(proposal.again_on)


def _told(one: object, people: dict[str, str], today: date) -> Told:
    if isinstance(one, TalkNotes):
        when = f"{words.moment(one.at, today)} · {words.first_name(people, one.by)}"
        return Told("chat", gettext("The talk"), when, one.text, one.at, "b")
    if isinstance(one, AcuteCall):
        when = f"{words.moment(one.at, today)} · {words.first_name(people, one.by)}"
        return Told(
            "phone", gettext("Called in acute danger: %(whom)s") % {"whom": one.called}, when, one.words, one.at
        )
    if isinstance(one, ReplyByMail):
        message = one.message
        who = " · ".join(filter(None, [words.moment(one.at, today), message.sender_name, message.sender]))
        pieces = folded(message.text, message.subject)
        machine = gettext("An automatic answer to our mail") if message.machine else gettext("The referrer wrote")
        return Told("mail", machine, who, "", one.at, "r", pieces, one.original)
    if isinstance(one, MailReturned):
        title = gettext("Our mail did not arrive: call the referrer")
        when = " · ".join(filter(None, [words.moment(one.at, today), one.to]))
        return Told("warn", title, when, "", one.at, original=one.original)
    if isinstance(one, StepNote):
        when = f"{words.moment(one.at, today)} · {words.first_name(people, one.by)}"
        return Told("pen", str(NOTED_AS[one.step]), when, one.words, one.at)
    raise TypeError(type(one).__name__)


def _answered(answer: ReferrerAnswer, at: datetime, today: date) -> Told:
    about = gettext("to the invitation") if answer.about == "invitation" else gettext("to the proposal")
    when = f"{words.moment(at, today)} · {about} · {WAYS.get(answer.way, WAYS['word'])}"
    text = answer.words
    if answer.proposes:
        asked = gettext("Asks for another moment: %(moment)s") % {"moment": words.appointment(answer.proposes, today)}
        text = f"{asked}\n{text}".strip()
    return Told("speak", str(ANSWERS[answer.answer]), when, text, at, "r")


def _labels(codes: type[LifeDomain | AgeBand | Informed], chosen: Iterable[str]) -> list[str]:
    known = dict(codes.choices)
    return [str(known[code]) for code in chosen if code and code in known]
