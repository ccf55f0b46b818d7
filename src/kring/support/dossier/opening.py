"""A page inside one dossier: its keys, its row and its summary, or the one refusal.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist and
one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kring.support.dossier import rows
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier that opened: `keys` hold the summary and those of the asked parts that this colleague may open."""

    dossier: Dossier
    summary: SummaryContent
    keys: Keys

    def holds(self, part: str) -> bool:
        """Whether a part opened."""
        return self.keys.holds(self.dossier.id, part)


def opening(
    session: Session,
    dossier: str,
    *,
    act: str,
    parts: Sequence[str] = (),
    needed: Sequence[str] = (),
) -> Opened:
    """Open the summary and what there is of `parts`, of which `needed` must open. Raises `Refused`.

    A part that nothing was written in yet does not exist and does not open: `actions.at_hand` makes it.
    """
    asked = list(dict.fromkeys(["summary", *parts, *needed]))
    keys = gate.entering(session, act=act, of=[dossier], parts=asked, strict=False, needed=["summary", *needed])
    row = rows.one(dossier)
    if row is None:
        raise Refused
    return Opened(row, keys.open(row.summary, SummaryContent), keys)
