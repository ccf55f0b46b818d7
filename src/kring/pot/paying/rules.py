"""What a grant is owed now: pure. Euros times percent are cents, so nothing is ever rounded."""

from dataclasses import dataclass

from kring.pot.applying.codelists import State
from kring.pot.paying.codelists import Kind


@dataclass(frozen=True, slots=True)
class Owed:
    """What goes now. cents: below nothing for what has to come back."""

    kind: Kind
    cents: int


def owed(state: str, *, granted_euro: int, advance_percent: int, paid_cents: int) -> Owed | None:
    """What is to be paid or to come back, or None.

    A grant that runs gets its advance once; one that is done is settled against what stands granted, which is lowered
    where less was accounted for.
    """
    if state == State.GRANTED:
        advance = granted_euro * advance_percent
        return Owed(Kind.ADVANCE, advance) if advance and not paid_cents else None
    if state != State.DONE:
        return None
    left = granted_euro * 100 - paid_cents
    if not left:
        return None
    return Owed(Kind.BALANCE if left > 0 else Kind.RECLAIM, left)
