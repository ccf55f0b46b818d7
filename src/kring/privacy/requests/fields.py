"""The line of every field of a request in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


FIELDS = {
    "privacy.PersonRequest.id": _clear("names the request; random"),
    "privacy.PersonRequest.mac": _clear("shows that nobody else wrote it"),
    "privacy.PersonRequest.number": _clear("what the privacy officer and the person call it; random"),
    "privacy.PersonRequest.dossier": _clear("which dossier it is about, by its public id"),
    "privacy.PersonRequest.kind": _clear("which right it is: it decides the term (GDP-07 to GDP-09)"),
    "privacy.PersonRequest.asked_on": _clear("when the clock began"),
    "privacy.PersonRequest.due_on": _clear("by when it must be answered"),
    "privacy.PersonRequest.done_on": _clear("when it was answered"),
    "privacy.RequestRecord.id": _clear("names the record; random"),
    "privacy.RequestRecord.lock": _clear("which lock the record lies under"),
    "privacy.RequestRecord.lock_version": _clear("which version of the lock sealed it"),
    "privacy.RequestRecord.revision": _clear("refuses a write on top of somebody else's"),
    "privacy.RequestRecord.blob": _sealed("the content itself, encrypted", Category.SPECIAL),
    "privacy.RequestRecord.request": _clear("which request it belongs to"),
    "privacy.RequestContent.role": _sealed("who asks: it decides what goes (MIN-02)"),
    "privacy.RequestContent.by": _sealed("which colleague took it down"),
    "privacy.RequestContent.words": _sealed("what was asked, in the person's own words", Category.SPECIAL),
    "privacy.RequestContent.part": _sealed("which part is to be frozen (GDP-08)"),
    "privacy.RequestContent.beside": _sealed("beside which text the own words stand (GDP-08)"),
    "privacy.RequestContent.decisions": _sealed("what was decided of each piece of the file (GDP-07)"),
    "privacy.RequestContent.outcome": _sealed("what came of it"),
    "privacy.RequestContent.answer": _sealed("the reasoned answer (GDP-09)", Category.SPECIAL),
    "privacy.RequestContent.answered_by": _sealed("which colleague answered"),
    "privacy.RequestContent.answered_on": _sealed("when it was answered"),
    "privacy.RequestContent.longer_why": _sealed("why it takes two months more (GDPR art. 12(3))", Category.SPECIAL),
    "privacy.RequestContent.longer_on": _sealed("when the person was told that"),
    "privacy.RequestContent.longer_by": _sealed("which colleague told it"),
    "privacy.PieceDecision.piece": _sealed("which piece of the file"),
    "privacy.PieceDecision.digest": _sealed("shows whether the piece changed since"),
    "privacy.PieceDecision.choice": _sealed("given, masked or kept back"),
    "privacy.PieceDecision.masks": _sealed("which passages are masked", Category.THIRD_PARTY),
    "privacy.PieceDecision.ground": _sealed("why it is kept back"),
}
