"""Reading what was said: one's own answer, and for the head of service those of the last two weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kring.support.desk.checkin.content import CheckIn
from kring.support.desk.checkin.sealing import mark, newest
from kring.team import queries as team
from kring.team.models import CASEWORK
from kring.vault import gate, letterbox
from kring.vault.gate import Keys, Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter

OLD = timedelta(days=14)
"""After so long an answer says nothing of now."""


@dataclass(frozen=True, slots=True)
class Own:
    """One's own last answer, if there is one that opens. mark: what `say` compares."""

    said: CheckIn | None = None
    mark: str = ""


def own(session: Session) -> Own:
    """One entry in the journal, none when nothing was said yet."""
    letter = newest(session.person, session.person)
    if letter is None:
        return Own()
    keys = gate.entering(session, act="checkin.own", of=[session.person], parts=[OWN])
    [said] = letterbox.read_each(keys, [letter], CheckIn, owner=session.person)
    return Own(said, mark(letter))


def of_the_team(keys: Keys, owner: str, letters: Sequence[Letter], on: date) -> dict[str, CheckIn]:
    """What colleagues said lately: principal -> answer. keys: of the office that reads; letters: the oldest first."""
    read = letterbox.read_each(keys, letters, CheckIn, owner=owner) if letters else []
    said = {letter.about: one for letter, one in zip(letters, read, strict=True) if one is not None}
    return {who: one for who, one in said.items() if on - one.on <= OLD}


def is_asked(principal: str) -> bool:
    """Whether this colleague does casework: the others are not asked how their dossiers weigh."""
    return any(row.function in CASEWORK for row in team.functions_of(principal))
