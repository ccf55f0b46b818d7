"""Adding and removing ways in, each in one act of the person whose they are.

Adding changes nothing for other screens. Removing or replacing raises the person's generation, so every session ends
and a row that is put back opens nothing; the screen one sits at goes on under a fresh cookie. Each is done once however
often its form is sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kring.vault import code_app, paper, passkeys, sessions, slots
from kring.vault.acts import Act, acting, outcome_of
from kring.vault.models import Slot
from kring.vault.passkeys import Answer
from kring.vault.refusals import Conflict, Refused
from kring.vault.slots import WITH_PASSWORD, Opened


class LastWayIn(Conflict):
    """The way in that would go is the only one there is."""


def add_passkey(opened: Opened, answer: Answer, *, place: str) -> str:
    """Add a passkey; the id of its slot. Raises `Refused`."""
    with acting("ways_in.add_passkey", by=opened.person, on=[opened.person]) as act:
        return passkeys.add_passkey(act, opened, answer, place=place).id


def remove_way_in(opened: Opened, slot_id: str, *, once: str) -> Opened:
    """Take a way in away. Raises `Refused` when it is not this person's, `LastWayIn`."""
    if _done(opened, once):
        return opened
    with acting("ways_in.remove", by=opened.person, on=[opened.person]) as act:
        act.once(once, lock=opened.person, outcome="")
        mine = list(Slot.objects.select_for_update(no_key=True).filter(person=opened.person))
        found = [one for one in mine if one.id == slot_id]
        if not found:
            raise Refused
        if len(mine) == 1:
            raise LastWayIn
        return _without(act, opened, found)


@dataclass(frozen=True, slots=True)
class App:
    """An app whose codes are asked from now on. step: codes up to it were used."""

    secret: bytes = field(repr=False)
    step: int


def set_password(
    opened: Opened, password: str, *, once: str, app: App | None = None, codes: bool | None = None
) -> Opened:
    """A new password in place of an earlier one.

    app: a new app beside it. codes: whether codes are asked; by default as with the earlier one. Raises `Busy`.
    """
    if _done(opened, once):
        return opened
    made = slots.stretched(password)
    with acting("ways_in.set_password", by=opened.person, on=[opened.person]) as act:
        act.once(once, lock=opened.person, outcome="")
        before = _of_kind(opened, WITH_PASSWORD)
        asked = any(one.kind == Slot.Kind.PASSWORD_CODE for one in before) if codes is None else codes
        again = _without(act, opened, before, keep_app=asked)
        slots.add_password(act, again, made, with_code=asked)
        if app is not None:
            code_app.set_app(act, opened.person, opened.session().private, app.secret, step=app.step)
    return again


def set_paper(opened: Opened, *, once: str) -> tuple[Opened, str]:
    """A code on paper in place of an earlier one; the code, to be shown once."""
    code = paper.code_of(opened.person, once)
    if _done(opened, once):
        return opened, code
    with acting("ways_in.set_paper", by=opened.person, on=[opened.person]) as act:
        act.once(once, lock=opened.person, outcome="")
        again = _without(act, opened, _of_kind(opened, [Slot.Kind.PAPER]))
        paper.add_paper(act, again, code)
    return again, code


def _done(opened: Opened, once: str) -> bool:
    return outcome_of(once, actor=opened.person, lock=opened.person) is not None


def _of_kind(opened: Opened, kinds: Iterable[str]) -> list[Slot]:
    return list(Slot.objects.select_for_update(no_key=True).filter(person=opened.person, kind__in=kinds))


def _without(act: Act, opened: Opened, gone: list[Slot], *, keep_app: bool = False) -> Opened:
    """Remove these, end all sessions; the person as open under the generation that follows."""
    for slot in gone:
        slots.remove_slot(act, slot)
    if not keep_app and any(one.kind == Slot.Kind.PASSWORD_CODE for one in gone):
        code_app.forget_app(act, opened.person)
    if gone:
        sessions.end_all_in(act, opened.person)
    return Opened(opened.person, opened.generation + len(gone), opened.private)
