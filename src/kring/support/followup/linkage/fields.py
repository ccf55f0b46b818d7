"""The line of every field of this room in the field catalogue."""

from kring.vault.catalogue import Category, Field

WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"
AS_FACT = "kept as a pseudonymous fact; refolded within 30 days after the dossier is erased"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = Category.SPECIAL) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


def _fact(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, AS_FACT, sealed=True)


FIELDS = {
    "support.OnwardReferralRecord.id": _clear("names the record; random"),
    "support.OnwardReferralRecord.lock": _clear("which lock the record lies under"),
    "support.OnwardReferralRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.OnwardReferralRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.OnwardReferralRecord.blob": _sealed("the content itself, encrypted"),
    "support.OnwardReferralRecord.dossier": _clear("which dossier it belongs to"),
    "support.OnwardReferralRecord.task": _clear("which question asks after it; says not to whom"),
    "support.OnwardReferral.service": _sealed("to which service somebody went"),
    "support.OnwardReferral.organisation": _sealed("of which organisation"),
    "support.OnwardReferral.on": _sealed("since when", Category.ORDINARY),
    "support.OnwardReferral.by": _sealed("which colleague arranged it", Category.TECHNICAL),
    "support.OnwardReferral.went_along": _sealed("whether one of us went along: warm linkage", Category.ORDINARY),
    "support.OnwardReferral.agreed_with": _sealed("with whom at the service it was agreed", Category.THIRD_PARTY),
    "support.OnwardReferral.request": _sealed("what for, in words agreed with the person"),
    "support.OnwardReferral.entry": _sealed("which entry of the services directory"),
    "support.OnwardReferral.programme": _sealed("counts per programme", Category.ORDINARY),
    "support.OnwardReferral.asked": _sealed("whether it still runs, each time it was asked", Category.ORDINARY),
    "support.Asked.runs": _sealed("yes, no or unknown", Category.ORDINARY),
    "support.Asked.on": _sealed("the day it was asked", Category.ORDINARY),
    "support.Asked.by": _sealed("who asked", Category.TECHNICAL),
    "support.Asked.words": _sealed("a word with it"),
    "support.Linkage.programme": _fact("counts per programme"),
    "support.Linkage.on": _fact("counts in a period"),
    "support.Linkage.runs": _fact("counts what still ran after three months (linkages_held)"),
}
