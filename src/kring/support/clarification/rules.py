"""When which step may be taken: one table of lanes, pure functions that answer or raise a sentence.

A colleague may read the sentences; they hold no personal data.
"""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.intake.codelists import ReferrerKind, Urgency
from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome
CALL = _("There is no address to write to. Call the referrer.")
CHOOSE_ANOTHER = _("Choose another referral that is still open.")
CALL_FIRST = _("Write down first who was called in acute danger.")
UNDECIDED = frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING})

STEPS: dict[str, frozenset[str]] = {
    "ask": UNDECIDED,
    "accept": UNDECIDED,
    "plan": frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.WAITING}),
    "come": frozenset({Lane.TALK_PLANNED}),
    "note": UNDECIDED,
    "propose": UNDECIDED,
    "confirm": frozenset({Lane.WAITING}),
    "take_role": frozenset({Lane.WAITING}),
    "acute": UNDECIDED,
    "take_up_again": frozenset({Lane.DECIDED}),
    "wait": UNDECIDED,
    "wait_for_referrer": frozenset({Lane.NEW, Lane.DECIDING}),
    "remind": frozenset({Lane.TALK_PLANNED, Lane.WAITING}),
    "back_to_new": frozenset({Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING}),
    "merge": UNDECIDED,
    "end_acute": UNDECIDED,
    "move": frozenset({Lane.NEW, Lane.TALK_PLANNED}),
    "withdraw": frozenset({Lane.NEW, Lane.TALK_PLANNED}),
    "settle": UNDECIDED,
}
"""step -> the lanes from which it may be taken. `come`, `move`, `withdraw`: by the referrer, behind a link."""

OUTCOMES = (Outcome.TALK_ENOUGH, Outcome.ROLE, Outcome.BETTER_PLACED, Outcome.NO_ROLE, Outcome.LATER)
"""The five outcomes both can agree on, in the order of the page. Acute danger is a procedure, not an agreement."""


class NotNow(ValueError):
    """The step does not fit where the referral stands; the sentence may be shown. `field`: what it is about, or ""."""

    def __init__(self, sentence: str | Promise, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


def can(step: str, referral: Referral) -> bool:
    """Whether a step fits where the referral stands."""
    return referral.lane in STEPS[step] and WHEN.get(step, _always)(referral)


def role_agreed(referral: Referral) -> bool:
    """Whether the referrer confirmed that we take a role, and it waits for the colleague who was asked."""
    return referral.proposed == Outcome.ROLE and referral.confirmed_at is not None and referral.lane == Lane.WAITING


def _always(referral: Referral) -> bool:
    return True


def _open(referral: Referral) -> bool:
    return not role_agreed(referral)


def _to_confirm(referral: Referral) -> bool:
    return bool(referral.proposed) and referral.confirmed_at is None


WHEN: Mapping[str, Callable[[Referral], bool]] = {
    "accept": lambda referral: bool(referral.asked) and referral.accepted_at is None,
    "plan": lambda referral: referral.lane != Lane.WAITING or not referral.proposed,
    "propose": _open,
    "confirm": _to_confirm,
    "wait": _open,
    "back_to_new": _open,
    "merge": lambda referral: _open(referral) and referral.mail_at is None,
    "remind": lambda referral: bool(referral.talk_at) if referral.lane == Lane.TALK_PLANNED else _to_confirm(referral),
    "end_acute": lambda referral: referral.urgency == Urgency.TODAY,
    "take_role": role_agreed,
    "settle": lambda referral: referral.mail_at is not None,
    "take_up_again": lambda referral: referral.outcome == Outcome.LATER,
}
"""step -> what else must be so; the others fit in all their lanes."""


def check(step: str, referral: Referral) -> None:
    """Raises `NotNow` when a step does not fit."""
    if not can(step, referral):
        raise NotNow(_("This does not fit where the referral stands now. Look at it again."))


def check_asked(asked: str, person: str) -> None:
    """Only the colleague who was asked says yes. Raises `NotNow`."""
    if not asked or asked != person:
        raise NotNow(_("Another colleague was asked."))


def check_colleague(person: str, circle: set[str]) -> None:
    """Only somebody inside the circle can be asked. Raises `NotNow`."""
    if person not in circle:
        raise NotNow(_("Choose a colleague of the intake circle."), "person")


def check_proposal(outcome: str, *, asked: str, mode: str, why: str, again_on: date | None, today: date) -> None:
    """A proposal names what its outcome needs. Raises `NotNow` with the field that lacks."""
    needs = {
        Outcome.ROLE: [
            (bool(asked), "asked", _("Choose whom you ask.")),
            (bool(mode), "mode", _("Choose how we would work.")),
        ],
        Outcome.NO_ROLE: [(bool(why), "why", _("Say in one sentence why."))],
        Outcome.LATER: [(bool(again_on and again_on > today), "again_on", _("Choose a day after today."))],
    }
    if outcome not in OUTCOMES:
        raise NotNow(_("Choose what you agreed."), "outcome")
    for there, field, sentence in needs.get(Outcome(outcome), []):
        if not there:
            raise NotNow(sentence, field)


def check_again_on(again_on: date, today: date) -> None:
    """A waiting list has a date to come. Raises `NotNow`."""
    if again_on <= today:
        raise NotNow(_("Choose a day after today."), "again_on")


def check_reminder(reminded_on: date | None, today: date) -> None:
    """Nobody is reminded twice on one day. Raises `NotNow`."""
    if reminded_on == today:
        raise NotNow(_("The referrer was reminded today. Rather call."))


def check_two_people(referral: Referral, proposed_by: str, person: str) -> None:
    """Of an own observation there is no referrer to confirm: another colleague does. Raises `NotNow`."""
    if referral.referrer_kind == ReferrerKind.COLLEAGUE and proposed_by == person:
        raise NotNow(_("This was seen by one of us. Let another colleague confirm what you propose."))


def keeps_content(outcome: str) -> bool:
    """Whether the words stay for the term of keeping; a talk that was enough keeps nothing of anybody."""
    return outcome != Outcome.TALK_ENOUGH
