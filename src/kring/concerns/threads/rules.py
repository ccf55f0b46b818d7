"""What follows from what in a thread. Pure, but for the sentences."""

from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from kring.concerns.partners.rules import NotYet
from kring.concerns.threads.codelists import By, Outcome, Step
from kring.concerns.threads.content import ConcernContent, Entry, Written


def code(concern: str) -> str:
    """A short name to say by phone, made of a random id: `A-7N4T`. It tells two threads of one partner apart."""
    letters = [one for one in concern.upper() if one.isalnum() and one not in "01OIL"]
    return f"A-{''.join(letters[:4])}"


def with_written(content: ConcernContent, written: Written) -> ConcernContent:
    """The concern with what the partner wrote at the end of it; the same whether it is filed or only shown."""
    entries = list(content.entries)
    if written.words:
        entries.append(Entry(written.at, By.PARTNER.value, words=written.words))
    if written.call:
        entries.append(_step(written.at, Step.CALL_ME))
    agreed = content.agreed
    if written.agrees is not None and content.outcome == Outcome.REFERRAL.value and content.passed_on is None:
        agreed = written.agrees
        entries.append(_step(written.at, Step.AGREED if agreed else Step.NOT_AGREED))
    signs, knows = content.signs or written.signs, content.knows or written.knows
    return replace(content, entries=tuple(entries), agreed=agreed, signs=signs, knows=knows)


def with_answer(content: ConcernContent, words: str, *, at: datetime, who: str) -> ConcernContent:
    """With a word of a colleague."""
    return replace(content, entries=(*content.entries, Entry(at, By.US.value, words=words, who=who)))


def taken(content: ConcernContent, *, at: datetime, who: str) -> ConcernContent:
    """Taken up by a colleague; said once in the thread, whoever takes it over later."""
    entries = content.entries if content.taken_by else (*content.entries, _step(at, Step.TAKEN_UP, who))
    return replace(content, taken_by=who, entries=entries)


def check_decision(content: ConcernContent, outcome: str, talk_on: date | None, on: date) -> None:
    """Raise `NotYet` when it cannot end like this."""
    if content.passed_on is not None:
        raise NotYet(_("It is a referral already."), "outcome")
    if talk_on is not None and talk_on > on:
        raise NotYet(_("This day has yet to come."), "talk_on")
    if outcome == Outcome.TALK_WAS_ENOUGH.value and talk_on is None:
        raise NotYet(_("On which day did you talk?"), "talk_on")


def decided(content: ConcernContent, outcome: str, talk_on: date | None, *, at: datetime, who: str) -> ConcernContent:
    """With how it ends. Making it a referral waits for what the partner says of it."""
    content = replace(content, outcome=outcome, talk_on=talk_on, agreed=None)
    if outcome == Outcome.REFERRAL.value:
        return content
    return replace(content, entries=(*content.entries, _step(at, Step.ENDED, who)))


def may_pass_on(content: ConcernContent) -> bool:
    """Whether both agreed: the colleague who decided it, and the partner."""
    return content.outcome == Outcome.REFERRAL.value and content.agreed is True and content.passed_on is None


def is_open(content: ConcernContent) -> bool:
    """Whether it still waits for something of us."""
    return not content.outcome or (content.outcome == Outcome.REFERRAL.value and content.passed_on is None)


def waits_for_us(content: ConcernContent) -> bool:
    """Whether the last word is the partner's."""
    return bool(content.entries) and content.entries[-1].by != By.US.value and content.entries[-1].who == ""


def passed(content: ConcernContent, *, on: date, at: datetime, who: str) -> ConcernContent:
    """It became a referral."""
    return replace(content, passed_on=on, entries=(*content.entries, _step(at, Step.PASSED_ON, who)))


def _step(at: datetime, step: Step, who: str = "") -> Entry:
    return Entry(at, By.STEP.value, step=step.value, who=who)
