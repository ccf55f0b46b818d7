"""The line of every field of a take-over in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "until the year after the take-over; it proves that no case was lost on the way"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


FIELDS = {
    "support.TakeOver.id": _clear("names the round; random"),
    "support.TakeOver.mac": _clear("shows that nobody else wrote the row"),
    "support.TakeOver.person": _clear("whose cases were taken over"),
    "support.TakeOver.at": _clear("when the round was"),
    "support.TakeOver.pasted": _clear("how many lines came"),
    "support.TakeOver.opened": _clear("how many dossiers were opened"),
    "support.TakeOver.there": _clear("how many were there already"),
    "support.TakeOver.refused": _clear("how many had a mistake and wait to be mended"),
}
