"""The line of every field of a party's page in the field catalogue of this register."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "gone with the link: after six weeks, when it is withdrawn, or when the file ends"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


FIELDS: Mapping[str, Field] = {
    "mediation.PartyLink.id": _clear("names the row; random"),
    "mediation.PartyLink.mac": _clear("shows that the row was written by us"),
    "mediation.PartyLink.file": _clear("which file it is of"),
    "mediation.PartyLink.side": _clear("which side it shows, and no other"),
    "mediation.PartyLink.principal": _clear("who stands behind the link; a random id, not a person"),
    "mediation.PartyLink.bundle": _clear("names the copy it opens"),
    "mediation.PartyLink.expires_at": _clear("when it is over"),
    "mediation.PartyShown.side": _sealed("which party it is"),
    "mediation.PartyShown.wish": _sealed("its own words, to read again", Category.SPECIAL),
    "mediation.PartyShown.when": _sealed("its own appointment"),
    "mediation.PartyShown.talked_on": _sealed("when a mediator talked with this party"),
    "mediation.PartyShown.other_talked": _sealed("that the other party was heard too, and no more"),
    "mediation.PartyShown.until": _sealed("until when the page opens"),
    "mediation.PartyAnswer.wish": _sealed("what this party wants to change", Category.SPECIAL),
    "mediation.PartyAnswer.willing": _sealed("whether this party takes part"),
}
