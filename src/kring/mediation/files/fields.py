"""The line of every field of a file in the field catalogue of this register."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
TERM = "destroyed when the file ends, after the follow-up (SAN-09)"
SEALED_ROW = {
    "id": "names the record; random",
    "lock": "which lock the record lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
}


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


def _row(table: str) -> dict[str, Field]:
    lines = {f"mediation.{table}.{name}": _clear(purpose) for name, purpose in SEALED_ROW.items()}
    return {**lines, f"mediation.{table}.blob": _sealed("the content itself, encrypted", SPECIAL)}


FIELDS: Mapping[str, Field] = {
    "mediation.MediationFile.id": _clear("names the file; random"),
    "mediation.MediationFile.mac": _clear("shows that the row was written by us"),
    "mediation.MediationFile.circle": _clear("whose file it is: the circle of mediators"),
    "mediation.MediationFile.opened_on": _clear("the day of the first call; lists the oldest first"),
    "mediation.MediationFile.follow_up_on": _clear("when both are asked how it is; empty before"),
    **_row("FileRecord"),
    "mediation.FileRecord.file": _clear("which file it is of"),
    **_row("SideRecord"),
    "mediation.SideRecord.file": _clear("which file it is of"),
    "mediation.SideRecord.side": _clear("A or B; both exist from the first call on"),
    "mediation.Helper.id": _clear("names the row; random"),
    "mediation.Helper.mac": _clear("shows that the row was written by us"),
    "mediation.Helper.file": _clear("on which file somebody helps"),
    "mediation.Helper.person": _clear("which volunteer helps"),
    "mediation.Helper.from_on": _clear("since when"),
    "mediation.Helper.until_on": _clear("until when; the key ends by itself after it"),
    "mediation.Helper.ended_on": _clear("when it ended"),
    "mediation.FileContent.label": _sealed("what mediators call it: a street, no name"),
    "mediation.FileContent.way": _sealed("counts per way of applying"),
    "mediation.FileContent.referrer": _sealed("counts per who pointed to us"),
    "mediation.FileContent.natures": _sealed("counts per nature of the conflict"),
    "mediation.FileContent.form": _sealed("at one table, or to and fro"),
    "mediation.FileContent.met_on": _sealed("when they talked; the follow-up is counted from it"),
    "mediation.FileContent.not_started": _sealed("why there was no mediation"),
    "mediation.SideContent.own": _sealed("what this party wrote itself", SPECIAL),
    "mediation.OwnWords.at": _sealed("when it wrote that"),
    "mediation.OwnWords.wish": _sealed("what it wants to change", SPECIAL),
    "mediation.OwnWords.willing": _sealed("whether it takes part"),
    "mediation.SideContent.name": _sealed("whom to speak to"),
    "mediation.SideContent.reach": _sealed("how to reach this party"),
    "mediation.SideContent.told": _sealed("what this party told, in its own words; nobody else's", SPECIAL),
    "mediation.SideContent.wish": _sealed("what this party wants to change", SPECIAL),
    "mediation.SideContent.intake_on": _sealed("when a mediator talked with this party alone"),
    "mediation.SideContent.willing": _sealed("whether this party takes part; it may stop at any time"),
    "mediation.SideContent.result": _sealed("what came of it for this party"),
    "mediation.SideContent.result_words": _sealed("the same in its own words", SPECIAL),
    "mediation.SideContent.holds": _sealed("how it is some weeks later for this party"),
}
