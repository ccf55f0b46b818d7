"""The line of every field of this step in the field catalogue."""

from kring.support.dossier.fields import ORDINARY, SPECIAL, TECHNICAL, WITH_DOSSIER
from kring.vault.catalogue import Category, Field

_ROWS = {
    "id": "names the record; random",
    "lock": "which lock the record lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
}
_STREAM = {
    "dossier": "which dossier it belongs to; none for a worker's own note",
    "on": "on which day it was, so that the newest are opened first",
    "form": "what sort of row it is: contact, correction, pin, sensitive note, own note",
    "told": "the fact for the figures, encrypted for the statistics office; gone once it is folded",
    "of": "which row a correction or a pin is about",
}
_CONTACT = {
    "kind": "how there was contact",
    "at": "when it was; the rhythm follows from it",
    "noted_at": "when it was written down, shown beside when it was",
    "by": "who wrote it",
    "made": "whether the client was reached",
    "direction": "who sought whom",
    "place": "where it was; optional",
    "minutes": "how long, in bands; optional",
    "sentence": "what must be known next time; optional",
    "client_words": "the client's own words, kept apart from ours",
    "domains": "which life domains it was about; optional",
    "next_step": "what was agreed to do next",
    "next_step_on": "by when",
    "marks": "what the client and others read of it (MIN-01)",
    "dossiers": "in which other dossiers it stands, so that a correction reaches them",
    "struck": "that it should not have been written",
}
_REST = {
    "ContactNoted": {
        "on": "counts contacts of a period",
        "kind": "counts them by way and sort of place",
        "made": "tells contacts from tries",
        "minutes": "counts them by length",
        "worker": "counts by how many colleagues they are carried, by a pseudonym (COU-04)",
    },
    "Held": {"contact": "which contact was written once for several dossiers", "key": "opens it"},
    "Pin": {"by": "who keeps it on top", "at": "since when", "pinned": "or no longer"},
    "SensitiveNote": {
        "topic": "health, justice or a family secret (GDP-04)",
        "text": "the note itself",
        "by": "who wrote it",
        "at": "when it was written",
        "basis": "what allows to note something of justice (GDP-04)",
        "marks": "what the client and others read of it (MIN-01)",
    },
    "OwnNote": {
        "text": "what a worker notes for himself",
        "at": "when it was written",
        "dossier": "what it is about; optional",
    },
}


def _clear(table: str, purpose_of: dict[str, str]) -> dict[str, Field]:
    return {f"support.{table}.{name}": Field(why, TECHNICAL, WITH_DOSSIER) for name, why in purpose_of.items()}


def _sealed(kind: str, purpose_of: dict[str, str], category: Category = ORDINARY) -> dict[str, Field]:
    return {
        f"support.{kind}.{name}": Field(why, category, WITH_DOSSIER, sealed=True) for name, why in purpose_of.items()
    }


FIELDS = {
    **_clear("ContactRecord", _ROWS | _STREAM),
    **_clear("SharedContact", _ROWS),
    **_sealed("ContactRecord", {"blob": "the content itself, encrypted"}),
    **_sealed("SharedContact", {"blob": "the contact of several dossiers, encrypted under a key in their journals"}),
    **_sealed("Contact", _CONTACT, SPECIAL),
    **{
        name: field
        for kind, purpose_of in _REST.items()
        for name, field in _sealed(kind, purpose_of, SPECIAL if kind == "SensitiveNote" else ORDINARY).items()
    },
}
