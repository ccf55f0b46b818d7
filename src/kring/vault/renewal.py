"""A person begins anew: another key pair under the same id, for who lost every way in, and the end of one who leaves.

What was given to the old key is gone and is given again by people, one by one (security.md 4.8). Nobody is recovered:
the old private key is not known to anybody here. What does not live here: who may ask for it (team).
"""

from django.db.models import QuerySet

from kring.vault import sessions, slots
from kring.vault.acts import Act
from kring.vault.ledger import Taken, What
from kring.vault.models import CodeApp, Envelope, Grant, Passkey, Principal, Slot
from kring.vault.primitives import new_pair
from kring.vault.refusals import Refused
from kring.vault.slots import Opened

State = Principal.State


def begin_anew(act: Act, person: str) -> Opened:
    """A fresh key pair for a person: ways in, sessions and everything given to the old key are gone.

    Raises `Refused` for who is disabled or is no person.
    """
    row = _person(person)
    if row.state == State.DISABLED:
        raise Refused
    _forget_ways_in(act, row)
    envelopes = list(Envelope.objects.filter(holder=row))
    act.remove(list(Grant.objects.filter(envelope__in=[one.id for one in envelopes])))
    act.remove(envelopes)
    pair = new_pair()
    act.change(row, public_key=pair.public, generation=row.generation + 1, state=State.ACTIVE)
    return Opened(row.id, row.generation, pair.private)


def hold(act: Act, person: str) -> None:
    """Nobody gets in as this person for now; nothing is lost, and `let_go_on` undoes it. Sessions end at once."""
    _change_state(act, person, State.ACTIVE, State.WAITING)


def let_go_on(act: Act, person: str) -> None:
    """Undo `hold`: the old ways in work again."""
    _change_state(act, person, State.WAITING, State.ACTIVE)


def disable(act: Act, person: str) -> None:
    """Shut somebody out at once, also one who was being let back in. The keys stay until they are withdrawn."""
    row = _person(person)
    sessions.end_all_in(act, row.id)
    slots.raise_generation(act, row, state=State.DISABLED)


def enable(act: Act, person: str) -> None:
    """Undo `disable`."""
    _change_state(act, person, State.DISABLED, State.ACTIVE)


def close_for_good(act: Act, person: str) -> None:
    """Somebody left: disabled, without a way in, under a generation that no row of before fits."""
    row = _person(person)
    _forget_ways_in(act, row)
    act.change(row, state=State.DISABLED, generation=row.generation + 1)


def _change_state(act: Act, person: str, before: Principal.State, after: Principal.State) -> None:
    row = _person(person)
    if row.state != before:
        raise Refused
    sessions.end_all_in(act, row.id)
    slots.raise_generation(act, row, state=after)


def _forget_ways_in(act: Act, row: Principal) -> None:
    sessions.end_all_in(act, row.id)
    act.remove(list(Passkey.objects.filter(slot__person=row)))
    act.remove(list(CodeApp.objects.filter(person=row)))
    ways_in = list(Slot.objects.filter(person=row))
    act.taken += [Taken(What.SLOT_REMOVED, slot.id, of=row.id) for slot in ways_in]
    act.remove(ways_in)


def _person(person: str) -> Principal:
    rows: QuerySet[Principal] = Principal.objects.select_for_update(no_key=True)
    row = rows.filter(id=person, kind=Principal.Kind.PERSON).first()
    if row is None:
        raise Refused
    return row.verified()
