"""What a referrer does behind his own link, with his code: move the talk, or withdraw what he referred.

Both only until the talk was held: from then on both decide together. Withdrawing destroys every word, as a talk that
was enough does. Each is one act without a key; the board shows it.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kring.support.clarification import answers, links, rules
from kring.support.clarification.actions import ACUTE, MERGED
from kring.support.clarification.rules import NotNow
from kring.support.intake.codes import own_token
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.support.intake.status.queries import by_code
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.primitives import same
from kring.vault.refusals import Conflict, Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
SHARED = (ACUTE, MERGED)
"""What makes a referral more than one referrer's own: a call for help, the words of somebody else."""


def open_own(token: str, code: str) -> Referral:
    """The referral of this link and this code together. Raises `Refused`, whichever of the two is wrong."""
    referral = by_code(code)
    if not same(own_token(referral.id).encode(), token.encode()):
        raise Refused
    return referral


def can(step: str, referral: Referral) -> bool:
    """Whether the referrer may still move or withdraw; not once there was a call for help, or another's words."""
    shared = ReferralRecord.objects.filter(referral=referral, kind__in=SHARED)
    return rules.can(step, referral) and not shared.exists()


def move_talk(referral: Referral, *, to: datetime | None, once: str) -> None:
    """Another hour, or a call instead. Raises `NotNow`, `Taken`, and `Conflict` when it was done before."""
    _check("move", referral)
    with acting("referral.move", by="", on=[referral.id]) as act:
        if act.once(once, lock=referral.id, outcome=referral.id) is not None:
            raise Conflict
        moments.release(act, referral.id)
        if to is not None:
            moments.request(act, to, referral=referral.id)
        links.end_links(act, referral)
        act.change(referral, lane=Lane.NEW, talk_at=None)


def withdraw_referral(referral: Referral, *, once: str) -> None:
    """Nothing of what was written stays; that there was one is counted. Raises `NotNow`, `Conflict`."""
    _check("withdraw", referral)
    with acting("referral.withdraw", by="", on=[referral.id]) as act:
        if act.once(once, lock=referral.id, outcome=referral.id) is not None:
            raise Conflict
        moments.release(act, referral.id)
        answers.count(act, referral, Outcome.WITHDRAWN)
        answers.forget(act, referral)
        act.change(referral, lane=Lane.DECIDED, outcome=Outcome.WITHDRAWN, decided_on=today(), filed=False)


def _check(step: str, referral: Referral) -> None:
    if not can(step, referral):
        raise NotNow(_("This can no longer be done here. Call us, on working days."))
