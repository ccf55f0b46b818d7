"""How every verb writes: one sealed record on top of what was read, once, and what follows from it in the same act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kring.sanctions.figures import telling
from kring.sanctions.files import terms
from kring.sanctions.files.opening import OpenFile
from kring.vault.acts import Act, acting
from kring.vault.refusals import Conflict


class SentBefore(Exception):
    """The very same sending was done already; nothing is left to do."""


@contextmanager
def writing(now: OpenFile, part: str, *, act: str, seen: int, once: str) -> Iterator[Act]:
    """Write one part of a file as it is `now`; what the caller adds happens in the same act.

    seen: the revision that stood beside the form. Raises `Conflict`, and `SentBefore` for who sends it again.
    """
    record: Any = getattr(now.row, part)
    with acting(act, by=now.keys.actor, on=[now.row.id]) as doing:
        if doing.once(once, lock=record.lock, outcome=record.id) is not None:
            raise SentBefore
        if record.revision != seen:
            raise Conflict
        now.keys.seal(record, getattr(now, part), bundle=now.row.id, part=part)
        doing.rewrite(record)
        telling.tell(doing, now.keys, now.row.id, now.person, now.result, now.decision)
        if now.keys.holds(now.row.id, "decision"):
            due = terms.expires_on(now.person, now.decision)
            if due != now.row.expires_on:
                doing.change(now.row, expires_on=due)
        yield doing
