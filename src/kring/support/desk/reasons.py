"""Why somebody cannot open a part of a dossier he knows of: one table, and the sentence a colleague reads.

Pure: facts in, a reason out. It is asked only for who stands on record beside the dossier (standing.py); everybody else
gets the one refusal that says nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support import access
from kring.support.access import Who


class Reason(StrEnum):
    """NOT_GIVEN: does not come with this role. WAITING: comes with it, was never given. AGAIN: given to older keys of
    one's own. WITHDRAWN: the lock was renewed without him. EXPIRED: lent until a day. OVER: worked along until a day.
    DESTROYED: for everybody. FROZEN: for everybody, as the person asked. UNFIT: the key is there and does not open.
    """

    NOT_GIVEN = "not_given"
    WAITING = "waiting"
    AGAIN = "again"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    OVER = "over"
    DESTROYED = "destroyed"
    FROZEN = "frozen"
    UNFIT = "unfit"


SENTENCES: dict[Reason, Promise] = {
    Reason.NOT_GIVEN: _("This part does not come with your role in this dossier."),
    Reason.WAITING: _("This key comes with your role, and was not given to you yet."),
    Reason.AGAIN: _("You have new keys of your own since, and this one was not given to them yet."),
    Reason.WITHDRAWN: _("Your key was taken back: the lock was renewed without you."),
    Reason.EXPIRED: _("Your key was lent to you, and its time is over."),
    Reason.OVER: _("You worked along on this dossier until then, and hold no key since."),
    Reason.DESTROYED: _("This was destroyed, for everybody. Nobody can bring it back."),
    Reason.FROZEN: _(
        "This part is frozen at the request of the person. Nobody reads or writes it until that is lifted."
    ),
    Reason.UNFIT: _("Your key is there, but it does not open. Tell the data protection officer."),
}
HELPED = frozenset({Reason.NOT_GIVEN, Reason.WAITING, Reason.AGAIN, Reason.WITHDRAWN, Reason.EXPIRED})
"""What a colleague who holds the key can mend."""


@dataclass(frozen=True, slots=True)
class Held:
    """One grant of his for this part, as it lies there. current: of the lock as it is now; own: given to his present
    keys; newest: opens what is written now.
    """

    expires_at: datetime | None
    current: bool
    own: bool
    newest: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a part and of who asks. role: how he stands beside the dossier, None when only a key shows it.

    over_on: the day his working along ended. renewed: the lock has had more than one version.
    """

    part: str
    role: Who | None
    over_on: date | None = None
    shredded: bool = False
    frozen: bool = False
    renewed: bool = False
    held: Sequence[Held] = ()


def why(facts: Facts, now: datetime) -> Reason:
    """The reason; the first that applies. Who worked along once hears nothing of what came after."""
    if facts.over_on is not None and not facts.held:
        return Reason.OVER
    if facts.shredded:
        return Reason.DESTROYED
    if facts.frozen:
        return Reason.FROZEN
    if facts.held:
        return _of_key(facts.held, now)
    if facts.role is None or not access.by_default(facts.part, facts.role):
        return Reason.NOT_GIVEN
    return Reason.WITHDRAWN if facts.renewed else Reason.WAITING


def _of_key(held: Sequence[Held], now: datetime) -> Reason:
    if all(one.expires_at is not None and one.expires_at <= now for one in held):
        return Reason.EXPIRED
    if not any(one.own for one in held):
        return Reason.AGAIN
    if not any(one.current and one.newest for one in held):
        return Reason.WITHDRAWN
    return Reason.UNFIT
