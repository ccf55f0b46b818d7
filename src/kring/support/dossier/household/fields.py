"""The line of every field of a link between dossiers in the field catalogue."""

from kring.vault.catalogue import Category, Field

_KEPT = "as long as both dossiers; destroyed with the first of them"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, _KEPT)


def _sealed(purpose: str) -> Field:
    return Field(purpose, Category.THIRD_PARTY, _KEPT, sealed=True)


FIELDS = {
    "support.HouseholdLink.id": _clear("names the link and its lock; random"),
    "support.HouseholdLink.lock": _clear("which lock the link lies under"),
    "support.HouseholdLink.lock_version": _clear("which version of the lock sealed it"),
    "support.HouseholdLink.revision": _clear("refuses a write on top of somebody else's"),
    "support.HouseholdLink.blob": _sealed("the content itself, encrypted"),
    "support.HouseholdLink.one": _clear("finds the links of a dossier; a keyed digest, names none"),
    "support.HouseholdLink.other": _clear("finds the links of a dossier; a keyed digest, names none"),
    "support.Household.dossiers": _sealed("which two dossiers belong together"),
    "support.Household.relation": _sealed("how they belong together"),
    "support.Household.by": _sealed("who linked them"),
    "support.Household.on": _sealed("since when they are linked"),
}
