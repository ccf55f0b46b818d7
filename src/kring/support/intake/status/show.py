"""From a row to what the referrer reads: a heading, a sentence, and the steps so far. Words only, never content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.intake.models import Referral, TalkMoment
from kring.support.intake.moments import place
from kring.support.intake.moments.show import moment as said

Lane, Outcome, State = Referral.Lane, Referral.Outcome, TalkMoment.State
Sentence = tuple[str | Promise, str | Promise]

DECIDED: Mapping[str, Sentence] = {
    Outcome.ROLE: (_("We take it up"), _("What the person tells us afterwards stays between us.")),
    Outcome.TALK_ENOUGH: (_("The talk was enough"), _("We closed it. What you wrote is erased.")),
    Outcome.BETTER_PLACED: (_("Somebody else takes it up"), _("You know who. With us it is closed.")),
    Outcome.NO_ROLE: (_("We do not take it up"), _("You know why. It is closed.")),
    Outcome.LATER: (_("We take it up again later"), ""),
    Outcome.ACUTE: (_("Others took over at once"), _("Call us if you want to know more.")),
    Outcome.WITHDRAWN: (_("You withdrew it"), _("It is closed. What you wrote is erased.")),
}


WORDS: Mapping[str, Sentence] = {
    Referral.Word.KNOWN: (_("We know each other"), _("The person agreed that you hear this. More stays between us.")),
    Referral.Word.TABLE: (_("There is a table"), _("The person agreed that you hear this. More stays between us.")),
    Referral.Word.CLOSED: (_("It is closed"), _("Our role has ended. More stays between us.")),
}
"""What the referrer hears after a role was taken: the whole of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `state` is done, now or "" for what is still to come; `tag`: a word beside the title."""

    title: str
    text: str
    state: str
    icon: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """The words of the page."""

    heading: str
    lede: str
    steps: list[Step]


def stand(row: Referral, moment: TalkMoment | None) -> Stand:
    """Where this referral stands. `moment`: the hour it asked for."""
    heading, lede = _now(row, moment)
    return Stand(str(heading), str(lede), list(_steps(row, moment)))


def _now(row: Referral, moment: TalkMoment | None) -> Sentence:
    match row.lane:
        case Lane.DECIDED:
            return _decided(row)
        case Lane.WAITING:
            if row.confirmed_at:
                return _("You agreed"), _("A colleague of ours still has to say yes. You hear from us.")
            if not row.proposed:
                return _("We asked you something"), _("Answer the colleague who asked, or call us.")
            return _("We wait for you"), _("We wrote down what we agreed. Open the link in our mail, or call us.")
        case Lane.DECIDING:
            return _("We spoke with each other"), _("Together we decide what helps.")
        case Lane.TALK_PLANNED if row.talk_at:
            where = place.of(moment) if moment and moment.state == State.CONFIRMED else ""
            told = gettext("%(moment)s, with a colleague of ours.") % {"moment": said(row.talk_at)}
            return _("Your talk is confirmed"), " ".join(filter(None, [told, f"{where}." if where else ""]))
    if row.again_on:
        told = gettext("There is no room yet. From %(day)s we look at it again, and you hear from us.")
        return _("You are on the waiting list"), told % {"day": _day(row.again_on)}
    if moment:
        told = gettext("You asked for %(moment)s. You hear from us when a colleague confirms.")
        return _("Your talk is asked for"), told % {"moment": said(moment.starts_at)}
    return _("We have received it"), _("You hear from us within two working days, to agree on a moment.")


def _decided(row: Referral) -> Sentence:
    if row.word:
        return WORDS[row.word]
    heading, lede = DECIDED.get(row.outcome, (_("It is closed"), ""))
    if row.again_on:
        lede = gettext("From %(day)s we look at it together again.") % {"day": _day(row.again_on)}
    return heading, lede


def _steps(row: Referral, moment: TalkMoment | None) -> Iterator[Step]:
    decided, withdrawn = row.lane == Lane.DECIDED, row.outcome == Outcome.WITHDRAWN
    yield Step(gettext("Referred"), _instant(row.arrived_at), "done", "check")
    if not withdrawn:
        read = row.filed or row.lane != Lane.NEW
        yield Step(gettext("Read by the intake"), "", "done" if read else "", "check" if read else "eye")
        yield _talk(row, moment)
    ended = _instant(row.decided_on) if decided and row.decided_on else gettext("you confirm it with us")
    title = gettext("Closed") if withdrawn else gettext("Deciding together")
    now = row.lane in (Lane.DECIDING, Lane.WAITING)
    yield Step(title, ended, "done" if decided else "now" if now else "", "check" if decided else "arrow")
    if row.word and row.word_on:
        yield Step(str(row.get_word_display()), _instant(row.word_on), "done", "hand")


def _talk(row: Referral, moment: TalkMoment | None) -> Step:
    if row.lane not in (Lane.NEW, Lane.TALK_PLANNED):
        return Step(gettext("The talk"), "", "done", "chat")
    planned = row.talk_at if row.lane == Lane.TALK_PLANNED else None
    if at := planned or (moment.starts_at if moment else None):
        tag = gettext("confirmed") if planned else gettext("asked for")
        return Step(gettext("The talk"), gettext("%(moment)s, half an hour") % {"moment": said(at)}, "now", "chat", tag)
    return Step(gettext("The talk"), "", "now" if row.filed else "", "chat")


def _instant(at: datetime | date) -> str:
    return date_format(timezone.localtime(at) if isinstance(at, datetime) else at, "l j F")


def _day(on: date) -> str:
    return date_format(on, "j F")
