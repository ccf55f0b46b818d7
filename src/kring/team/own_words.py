"""Who and where a file speaks of, asked by who may know no file: what must go out of a text that leaves it.

A register names the function that answers; the exchange asks here, so neither imports the other. Answering opens the
file through the gate, for its holder alone, and raises the one refusal otherwise.
"""

from dataclasses import dataclass, field

from django.utils.module_loading import import_string

from kring.vault.gate import Session
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class OwnWords:
    """people: the names of each person, the client first. places: streets, schools, spots, as they were written."""

    people: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    places: tuple[str, ...] = field(default=(), repr=False)


_tellers: list[str] = []


def told_by(teller: str) -> None:
    """A register names its function (session, file, act) -> `OwnWords`; it raises `Refused` to all but the holder."""
    _tellers[:] = [teller]


def own_words(session: Session, file: str, *, act: str) -> OwnWords:
    """The own people and places of a file. Raises `Refused`."""
    if not _tellers:
        raise Refused
    answer: OwnWords = import_string(_tellers[0])(session, file, act=act)
    return answer
