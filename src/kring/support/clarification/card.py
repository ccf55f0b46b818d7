"""One card of the board: a code, what kind of referrer, whose turn it is. No name of a referrer, no word of content.

Pure: a row in, words out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from kring.support.clarification import rules, words
from kring.support.clarification.days import case_day, days_since
from kring.support.clarification.feedback import waits_for_us
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.queries import OnBoard
from kring.support.intake.codelists import Channel, Urgency
from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome

SHORT: dict[str, Promise] = {
    Outcome.TALK_ENOUGH: gettext_lazy("the talk was enough"),
    Outcome.ROLE: gettext_lazy("we take a role"),
    Outcome.BETTER_PLACED: gettext_lazy("somebody else"),
    Outcome.NO_ROLE: gettext_lazy("no role"),
    Outcome.LATER: gettext_lazy("later"),
    Outcome.ACUTE: gettext_lazy("acute danger"),
    Outcome.WITHDRAWN: gettext_lazy("withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A small word with an icon; `kind`: "", sun, brand or river."""

    icon: str
    text: str | Promise
    kind: str = ""


Said = TalkAppointment.Said
SAID: dict[str, Tag] = {
    Said.COMES: Tag("check", gettext_lazy("comes"), "brand"),
    Said.PERHAPS: Tag("speak", gettext_lazy("perhaps"), "sun"),
    Said.ANOTHER_MOMENT: Tag("cal", gettext_lazy("asks for another moment"), "sun"),
    Said.NOT: Tag("speak", gettext_lazy("does not come"), "sun"),
}
"""What the referrer's calendar or link answered to the moment of the talk."""


@dataclass(frozen=True, slots=True)
class Card:
    """One referral on the board. `main`: what to do with it, as a link; `strong`: whether the moment stands out."""

    id: str
    card: str
    about: str
    tags: list[Tag]
    moment: str
    strong: bool = False
    main: str = ""
    mine: bool = False


def card_of(row: Referral, found: OnBoard, me: str, today: date) -> Card:
    """The card of a referral as this colleague sees it."""
    who = words.first_name(found.people, row.asked) if row.asked else ""
    moment, strong = _moment(row, today)
    return Card(
        id=row.id,
        card=row.card,
        about=_about(row, who),
        tags=[*_tags(row, found, me, who, today)],
        moment=moment,
        strong=strong,
        main=_main(row, me),
        mine=_asks_me(row, me),
    )


def _about(row: Referral, who: str) -> str:
    kind = str(row.get_referrer_kind_display())
    if row.lane == Lane.WAITING and not row.proposed:
        return gettext("%(kind)s · we asked something") % {"kind": kind}
    if row.lane == Lane.WAITING:
        proposed = str(SHORT.get(row.proposed, ""))
        return gettext("We proposed: %(outcome)s") % {"outcome": proposed}
    if row.lane == Lane.DECIDING and row.talk_at and who:
        day = words.day(timezone.localdate(row.talk_at))
        return gettext("%(kind)s · talk on %(day)s with %(who)s") % {"kind": kind, "day": day, "who": who}
    if row.accepted_at and who:
        return gettext("%(kind)s · with %(who)s") % {"kind": kind, "who": who}
    return kind if row.urgency == Urgency.TODAY else f"{kind} · {row.get_urgency_display()}"


def _tags(row: Referral, found: OnBoard, me: str, who: str, today: date) -> Iterable[Tag]:
    if row.urgency == Urgency.TODAY:
        yield Tag("clock", gettext("today"), "sun")
    if row.to_look_at:
        yield Tag("eye", gettext("to be looked at"), "sun")
    if row.mail_at:
        yield (
            Tag("mail", gettext("our mail did not arrive: call"), "sun")
            if row.mail_returned
            else Tag("mail", gettext("the referrer wrote"), "river")
        )
    if row.again_on and row.lane != Lane.WAITING:
        yield Tag("cal", gettext("again from %(day)s") % {"day": words.near(row.again_on, today)}, "sun")
    if row.id in found.asked:
        yield Tag(
            "cal", gettext("asks for %(moment)s") % {"moment": words.appointment(found.asked[row.id], today)}, "sun"
        )
    yield from _answering(row, today)
    if row.asked and not row.accepted_at:
        yield Tag("hand", gettext("asked you") if row.asked == me else gettext("asked %(who)s") % {"who": who})
    if row.id in found.answered and row.lane in (Lane.NEW, Lane.DECIDING):
        yield Tag("speak", gettext("the referrer answered"), "river")
    if row.id in found.said:
        yield SAID[found.said[row.id]]
    if row.lane == Lane.WAITING:
        yield _waiting(row, found, me)


def _answering(row: Referral, today: date) -> Iterable[Tag]:
    """How long nobody of us answered, and when we asked again."""
    if waits_for_us(row, today):
        since = words.since(days_since(row.arrived_at))
        yield Tag("clock", gettext("nobody answered %(since)s") % {"since": since}, "sun")
    if row.reminded_at and row.lane in (Lane.TALK_PLANNED, Lane.WAITING):
        yield Tag("mail", gettext("reminded on %(day)s") % {"day": words.day(case_day(row.reminded_at))})


def _waiting(row: Referral, found: OnBoard, me: str) -> Tag:
    if not rules.role_agreed(row):
        return Tag("clock", words.since(days_since(row.proposed_at or row.arrived_at)), "sun")
    if row.role_asked == me:
        return Tag("check", gettext("agreed · it is up to you"), "brand")
    who = words.first_name(found.people, row.role_asked)
    return Tag("check", gettext("agreed · waits for %(who)s") % {"who": who}, "brand")


def _moment(row: Referral, today: date) -> tuple[str, bool]:
    if row.lane == Lane.TALK_PLANNED and row.talk_at:
        return words.appointment(row.talk_at, today), timezone.localdate(row.talk_at) <= today
    if row.lane == Lane.WAITING and row.proposed_at:
        return gettext("asked on %(day)s") % {"day": words.day(case_day(row.proposed_at))}, False
    came = words.moment(row.arrived_at, today)
    return (gettext("%(moment)s, by mail") % {"moment": came} if row.channel == Channel.MAIL else came), False


def _main(row: Referral, me: str) -> str:
    """The next thing to do, where it is clear whose turn it is."""
    if rules.role_agreed(row):
        return gettext("Take the role") if row.role_asked == me else ""
    if row.asked == me and not row.accepted_at:
        return gettext("Answer the question")
    if row.lane == Lane.DECIDING:
        return gettext("Decide together")
    return ""


def _asks_me(row: Referral, me: str) -> bool:
    return (rules.role_agreed(row) and row.role_asked == me) or (row.asked == me and not row.accepted_at)
