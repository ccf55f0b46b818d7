"""The line of every field of the street in the field catalogue."""

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
TERM = "destroyed by the yearly batch, thirteen months after the day (ARC-01)"
AS_FACT = "kept as a fact without a person; nothing in it leads to one"


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


def _fact(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, AS_FACT, sealed=True)


FIELDS = {
    "support.StreetRecord.id": _clear("names the record; random"),
    "support.StreetRecord.lock": _clear("which lock the record lies under"),
    "support.StreetRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.StreetRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.StreetRecord.blob": _sealed("the content itself, encrypted", SPECIAL),
    "support.StreetRecord.circle": _clear("which circle it belongs to"),
    "support.StreetRecord.kind": _clear("a spot, a round or a contact"),
    "support.StreetRecord.day": _clear("the day, to list and to destroy by"),
    "support.StreetRecord.current": _clear("whether it is offered or going on; keeps the page quick"),
    "support.SpotContent.name": _sealed("what colleagues call the spot"),
    "support.SpotContent.area": _sealed("counts per part of town, never finer"),
    "support.Tally.spot": _sealed("where was counted"),
    "support.Tally.kind": _sealed("what was counted"),
    "support.Tally.number": _sealed("how many contacts, of nobody in particular"),
    "support.StreetContact.id": _sealed("to take the line back", TECHNICAL),
    "support.StreetContact.kind": _sealed("a nickname, a group, or how contact was made"),
    "support.StreetContact.by": _sealed("which colleague met them"),
    "support.StreetContact.at": _sealed("when it was"),
    "support.StreetContact.spot": _sealed("where it was"),
    "support.StreetContact.nickname": _sealed("to know each other again; optional, never a name (GDP-03)"),
    "support.StreetContact.words": _sealed("one sentence to go on from; optional", SPECIAL),
    "support.StreetContact.size": _sealed("about how many there were"),
    "support.StreetContact.known": _sealed("that we know somebody without a dossier"),
    "support.RoundContent.by": _sealed("who walks the round"),
    "support.RoundContent.beside": _sealed("who walks along"),
    "support.RoundContent.started_at": _sealed("when it began"),
    "support.RoundContent.ended_at": _sealed("when it ended"),
    "support.RoundContent.tallies": _sealed("what was counted"),
    "support.RoundContent.met": _sealed("who was met without a dossier"),
    "support.StreetTally.kind": _fact("counts per sort of contact"),
    "support.StreetTally.spot": _fact("counts per spot inside the team; random id", TECHNICAL),
    "support.StreetTally.area": _fact("counts per part of town"),
    "support.StreetTally.on": _fact("counts in a period"),
    "support.StreetTally.number": _fact("how many contacts"),
    "support.StreetTally.worker": _fact("counts workers, to withhold small groups (COU-04)", TECHNICAL),
}
