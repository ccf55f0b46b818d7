"""What was written at and after closings, opened: the newest of each, and the aftercare in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kring.support.closing.content import Aftercare, ClosingContent, Reopening, Verdict
from kring.support.closing.models import ClosingRecord
from kring.support.dossier.models import Dossier
from kring.vault.gate import Keys

Kind = ClosingRecord.Kind
CONTENT: dict[str, type[Any]] = {
    Kind.CLOSING: ClosingContent,
    Kind.VERDICT: Verdict,
    Kind.AFTERCARE: Aftercare,
    Kind.REOPENING: Reopening,
}
PARTS = {Kind.CLOSING: "plan", Kind.AFTERCARE: "plan", Kind.REOPENING: "plan", Kind.VERDICT: "statements"}
"""Kind of record -> the part it lies under."""


@dataclass(frozen=True, slots=True)
class Endings:
    """All endings of a dossier that this colleague can read, newest first."""

    closings: list[ClosingContent] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    aftercare: list[Aftercare] = field(default_factory=list)
    reopenings: list[Reopening] = field(default_factory=list)

    @property
    def last(self) -> ClosingContent | None:
        """How it ended the last time."""
        return self.closings[0] if self.closings else None


def endings(keys: Keys, dossier: Dossier) -> Endings:
    """Open what `keys` open of it, in one query."""
    rows = ClosingRecord.objects.filter(dossier=dossier)
    found: dict[str, list[Any]] = {kind: [] for kind in CONTENT}
    for row in _held(keys, dossier.id, rows):
        found[row.kind].append(keys.open(row, CONTENT[row.kind]))
    newest = {kind: sorted(some, key=lambda one: one.on, reverse=True) for kind, some in found.items()}
    return Endings(newest[Kind.CLOSING], newest[Kind.VERDICT], newest[Kind.AFTERCARE], newest[Kind.REOPENING])


def _held(keys: Keys, dossier: str, rows: Iterable[ClosingRecord]) -> list[ClosingRecord]:
    return [row for row in rows if keys.holds(dossier, PARTS[Kind(row.kind)])]
