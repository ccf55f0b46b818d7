"""The line of every field of a declaration in the field catalogue of this register."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "kept for good: it shows that what had to go is gone, and names nobody"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


FIELDS: Mapping[str, Field] = {
    "sanctions.ExpiryDeclaration.id": _clear("names the row; random, and not the file"),
    "sanctions.ExpiryDeclaration.mac": _clear("shows that the row was written by us"),
    "sanctions.ExpiryDeclaration.over_on": _clear("the day the term of art. 44 ended"),
    "sanctions.ExpiryDeclaration.destroyed_on": _clear("the day the file went"),
    "sanctions.ExpiryDeclaration.locks": _clear("how many locks were destroyed"),
    "sanctions.ExpiryDeclaration.rows": _clear("how many rows went"),
}
