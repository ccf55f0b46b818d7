"""The line of every field of a round of counting in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "until the privacy officer ends the round; then every sum is destroyed"
KEPT = "for good: when it was looked at, and nothing of anybody"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, KEPT)


def _sealed(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, TERM, sealed=True)


FIELDS = {
    "privacy.FieldRound.id": _clear("names the round; random"),
    "privacy.FieldRound.mac": _clear("shows that nobody else wrote it"),
    "privacy.FieldRound.by": _clear("which privacy officer began it"),
    "privacy.FieldRound.began_on": _clear("since when it goes on"),
    "privacy.FieldRound.ended_on": _clear("when it ended"),
    "privacy.FieldRound.state": _clear("whether it goes on"),
    "privacy.FieldSums.files": _sealed("how many dossiers one colleague counted"),
    "privacy.FieldSums.filled": _sealed("in how many of them each field says something; never in which"),
    "privacy.FieldCounting.past": _sealed("the last dossier that was looked at, so that one can go on"),
    "privacy.FieldCounting.sums": _sealed("what was counted so far"),
}
