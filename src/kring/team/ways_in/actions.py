"""Adding and removing ways in, each in one act of the person whose they are.

Adding changes nothing for other screens. Removing raises the person's generation, so every session ends and a row that
is put back opens nothing; the screen one sits at goes on under a fresh cookie.
"""

from kring.vault import passkeys, sessions, slots
from kring.vault.acts import acting, outcome_of
from kring.vault.models import Slot
from kring.vault.passkeys import Answer
from kring.vault.refusals import Conflict, Refused
from kring.vault.slots import Opened


class LastWayIn(Conflict):
    """The way in that would go is the only one there is."""


def add_passkey(opened: Opened, answer: Answer, *, place: str) -> str:
    """Add a passkey; the id of its slot. Raises `Refused`."""
    with acting("ways_in.add_passkey", by=opened.person, on=[opened.person]) as act:
        return passkeys.add_passkey(act, opened, answer, place=place).id


def remove_way_in(opened: Opened, slot_id: str, *, once: str) -> Opened:
    """Take a way in away and end all sessions; the person as open under the new generation.

    Sent twice, the second changes nothing. Raises `Refused` when it is not this person's, `LastWayIn`.
    """
    if outcome_of(once, actor=opened.person, lock=opened.person):
        return opened
    with acting("ways_in.remove", by=opened.person, on=[opened.person]) as act:
        act.once(once, lock=opened.person, outcome=slot_id[:22])
        ways = list(Slot.objects.select_for_update().filter(person=opened.person))
        found = next((one for one in ways if one.id == slot_id), None)
        if found is None:
            raise Refused
        if len(ways) == 1:
            raise LastWayIn
        slots.remove_slot(act, found)
        sessions.end_all_in(act, opened.person)
    return Opened(opened.person, opened.generation + 1, opened.private)
