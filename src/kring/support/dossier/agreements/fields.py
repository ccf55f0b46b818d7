"""The line of every field of an agreement to share in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


FIELDS = {
    "support.AgreementToShare.id": _clear("names the record; random"),
    "support.AgreementToShare.lock": _clear("which lock the record lies under"),
    "support.AgreementToShare.lock_version": _clear("which version of the lock sealed it"),
    "support.AgreementToShare.revision": _clear("refuses a write on top of somebody else's"),
    "support.AgreementToShare.blob": _sealed("the content itself, encrypted", Category.SPECIAL),
    "support.AgreementToShare.dossier": _clear("which dossier it belongs to"),
    "support.AgreedToShare.partner": _sealed("who may be told, by name (GBO-02)", Category.THIRD_PARTY),
    "support.AgreedToShare.organisation": _sealed("where that person works; optional", Category.THIRD_PARTY),
    "support.AgreedToShare.sorts": _sealed("which sorts of information (GBO-02)", Category.SPECIAL),
    "support.AgreedToShare.purpose": _sealed("what for (GBO-02)", Category.SPECIAL),
    "support.AgreedToShare.way": _sealed("how the client said so (GBO-02)"),
    "support.AgreedToShare.on": _sealed("when it was given (GBO-02)"),
    "support.AgreedToShare.until": _sealed("until when it runs (GBO-02)"),
    "support.AgreedToShare.by": _sealed("which colleague wrote it down", Category.TECHNICAL),
    "support.AgreedToShare.withdrawn_on": _sealed("from when it holds no more (GBO-02)"),
    "support.AgreedToShare.told_by": _sealed("who told us that it was withdrawn", Category.THIRD_PARTY),
    "support.AgreedToShare.noted_by": _sealed("which colleague wrote that down", Category.TECHNICAL),
}
