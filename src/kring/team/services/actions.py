"""Keeping the directory: files of others brought in, one entry written by hand. Each is one act of who keeps it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import IntegrityError
from django.utils import timezone

from kring.team.services import exchange, queries, shown
from kring.team.services.checking import Remark, remarks
from kring.team.services.exchange import Document
from kring.team.services.models import DirectoryEntry
from kring.team.services.shape import KINDS
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

NOT_OFFERED = ("inactive", "defunct")
LONGEST_ID = 100


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did. skipped: places in the file that have no id or no name. remarks: at most a hundred."""

    new: int = 0
    changed: int = 0
    same: int = 0
    skipped: tuple[int, ...] = ()
    remarks: list[tuple[str, Remark]] = field(default_factory=list)


def bring_in(by: str, raw: bytes) -> Brought:
    """Bring in a file; an entry that is known is replaced by what the file says.

    Raises `NotReadable`, and `Conflict` when somebody wrote one of these entries in the same moment.
    """
    try:
        return _bring_in(by, raw)
    except IntegrityError:  # two brought in the same new entry
        raise Conflict from None


def _bring_in(by: str, raw: bytes) -> Brought:
    given = exchange.read(raw)
    usable = {(kind, str(one["id"])): one for kind, one in given if _is_usable(one)}
    skipped = tuple(n for n, (_, one) in enumerate(given, 1) if not _is_usable(one))
    with acting("services.bring_in", by=by) as act:
        known = {(row.kind, row.outside_id): row for row in _known(usable)}
        fresh, changed = [], 0
        for (kind, outside_id), document in usable.items():
            row = known.get((kind, outside_id))
            if row is None:
                fresh.append(DirectoryEntry(kind=kind, outside_id=outside_id, **_columns(by, document)))
            elif exchange.of(row.document) != document:
                act.change(row, **_columns(by, document))
                changed += 1
        act.add_all(fresh)
    noted = [(shown.called(one), remark) for (kind, _), one in usable.items() for remark in remarks(kind, one)]
    return Brought(len(fresh), changed, len(usable) - len(fresh) - changed, skipped, noted[:100])


def keep(by: str, row: DirectoryEntry | None, document: Document, *, seen: str, once: str) -> str:
    """Write an entry, new or changed; its id. seen: the mark of the row it was read from. Raises `Conflict`."""
    if row is not None and mark(row) != seen:
        raise Conflict
    entry = row.id if row else new_id()
    with acting("services.keep", by=by) as act:
        made = act.once(once, lock="services", outcome=entry)
        if made is not None:
            return made
        if row is None:
            columns = _columns(by, document)
            act.add(DirectoryEntry(id=entry, kind="service", outside_id=str(document["id"]), **columns))
        else:
            act.change(row, **_columns(by, document))
    return entry


def mark(row: DirectoryEntry) -> str:
    """A mark of a row as it stands, to notice that somebody was earlier."""
    return bytes(row.mac).hex()[:24]


def _known(usable: dict[tuple[str, str], Document]) -> Iterator[DirectoryEntry]:
    for kind in KINDS:
        ids = [outside_id for of, outside_id in usable if of == kind]
        for start in range(0, len(ids), 500):
            rows = DirectoryEntry.objects.filter(kind=kind, outside_id__in=ids[start : start + 500])
            yield from (row.verified() for row in rows)


def _columns(by: str, document: Document) -> dict[str, object]:
    return {
        "name": shown.called(document).replace("\0", "")[:200],  # no engine keeps one in a column
        "words": queries.searched_by(document).replace("\0", ""),
        "current": document.get("status") not in NOT_OFFERED,
        "document": exchange.kept(document),
        "changed_by": by,
        "changed_at": timezone.now(),
    }


def _is_usable(document: Document) -> bool:
    known = str(document.get("id") or "")
    return 0 < len(known) <= LONGEST_ID and "\0" not in known and bool(shown.called(document))
