"""When which step may be taken: one table of lanes, pure functions that answer or raise a sentence.

A colleague may read the sentences; they hold no personal data.
"""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome
UNDECIDED = frozenset({Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING})

STEPS: dict[str, frozenset[str]] = {
    "ask": UNDECIDED,
    "accept": UNDECIDED,
    "plan": frozenset({Lane.NEW, Lane.TALK_PLANNED}),
    "come": frozenset({Lane.TALK_PLANNED}),
    "note": UNDECIDED,
    "propose": UNDECIDED,
    "confirm": frozenset({Lane.WAITING}),
    "take_role": frozenset({Lane.WAITING}),
    "acute": UNDECIDED,
    "take_up_again": frozenset({Lane.DECIDED}),
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
    if referral.lane not in STEPS[step]:
        return False
    match step:
        case "accept":
            return bool(referral.asked) and referral.accepted_at is None
        case "propose":
            return not role_agreed(referral)
        case "confirm":
            return referral.confirmed_at is None
        case "take_role":
            return role_agreed(referral)
        case "settle":
            return referral.mail_at is not None
        case "take_up_again":
            return referral.outcome == Outcome.LATER
    return True


def role_agreed(referral: Referral) -> bool:
    """Whether the referrer confirmed that we take a role, and it waits for the colleague who was asked."""
    return referral.proposed == Outcome.ROLE and referral.confirmed_at is not None and referral.lane == Lane.WAITING


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


def keeps_content(outcome: str) -> bool:
    """Whether the words stay for the term of keeping; a talk that was enough keeps nothing of anybody."""
    return outcome != Outcome.TALK_ENOUGH
