"""The line of every field of a telling in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


FIELDS = {
    "support.TellingRecord.id": _clear("names the record; random"),
    "support.TellingRecord.lock": _clear("which lock the record lies under"),
    "support.TellingRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.TellingRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.TellingRecord.blob": _sealed("the content itself, encrypted", Category.SPECIAL),
    "support.TellingRecord.dossier": _clear("which dossier it belongs to"),
    "support.Telling.on": _sealed("the day it was told, or was decided to wait (GDP-06)"),
    "support.Telling.by": _sealed("which colleague", Category.TECHNICAL),
    "support.Telling.way": _sealed("how it was told (GDP-06)"),
    "support.Telling.present": _sealed("who else was there; optional", Category.THIRD_PARTY),
    "support.Telling.waits": _sealed("why it is not told now: not yet safe, or an exception (GDP-06)"),
    "support.Telling.again_on": _sealed("when it is looked at again (GDP-06)"),
    "support.Telling.words": _sealed("why, in one sentence; optional", Category.SPECIAL),
}
