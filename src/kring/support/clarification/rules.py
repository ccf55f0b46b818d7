"""When which step may be taken: one table of lanes, pure functions that answer or raise a sentence.

A colleague may read the sentences; they hold no personal data.
"""

from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome

STEPS: dict[str, frozenset[str]] = {
    "assign": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING}),
    "accept": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING}),
    "plan": frozenset({Lane.NEW, Lane.TALK_PLANNED}),
    "note": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING}),
    "propose": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING}),
    "confirm": frozenset({Lane.WAITING}),
    "take_role": frozenset({Lane.WAITING}),
    "acute": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING}),
    "reopen": frozenset({Lane.DECIDED}),
}
"""step -> the lanes from which it may be taken."""


class NotNow(ValueError):
    """The step does not fit where the referral stands; the sentence may be shown."""


def can(step: str, referral: Referral) -> bool:
    """Whether a step fits where the referral stands."""
    if referral.lane not in STEPS[step]:
        return False
    if step == "take_role":
        return referral.proposed == Outcome.ROLE and referral.confirmed_at is not None
    return step != "reopen" or referral.outcome == Outcome.LATER


def check(step: str, referral: Referral) -> None:
    """Raises `NotNow` when a step does not fit."""
    if not can(step, referral):
        raise NotNow("This step does not fit where the referral stands now. Look at the board again.")


def check_asked(referral: Referral, person: str) -> None:
    """Only the colleague who was asked says yes. Raises `NotNow`."""
    if referral.asked != person:
        raise NotNow("Another colleague was asked.")


def check_proposal(outcome: str, *, asked: str, mode: str, again_on: object) -> None:
    """A proposal names what its outcome needs. Raises `NotNow`."""
    if outcome not in Outcome.values or not outcome:
        raise NotNow("Choose what you agreed.")
    if outcome == Outcome.ROLE and not (asked and mode):
        raise NotNow("Taking a role needs a colleague to ask and a way of working.")
    if outcome == Outcome.LATER and not again_on:
        raise NotNow("Later needs a date.")


def keeps_content(outcome: str) -> bool:
    """Whether the words stay for the term of keeping; a talk that was enough keeps nothing of anybody."""
    return outcome != Outcome.TALK_ENOUGH
