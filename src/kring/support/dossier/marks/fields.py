"""The line of every mark in the field catalogue."""

from kring.vault.catalogue import Category, Field

_TERM = "as long as the dossier; destroyed with it after the retention term of its register"


def _sealed(purpose: str, category: Category = Category.TECHNICAL) -> Field:
    return Field(purpose, category, _TERM, sealed=True)


FIELDS = {
    "support.Marks.about": _sealed("whom it is about: the client or others (MIN-01)"),
    "support.Marks.in_confidence": _sealed("told in confidence: not in the client's copy (MIN-01)"),
    "support.Marks.for_court": _sealed("made for a court: not in the client's copy (MIN-01)"),
    "support.Marks.from_police": _sealed("came from police or justice: in no copy, nor mentioned (GDP-14)"),
    "support.Marks.agogic": _sealed("whether it is closed to the client for now (MIN-01)"),
    "support.AgogicException.reason": _sealed("why the client does not read it for now", Category.ORDINARY),
    "support.AgogicException.review_on": _sealed("when that is looked at again"),
}
