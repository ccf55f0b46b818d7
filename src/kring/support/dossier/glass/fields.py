"""The line of every field of breaking the glass in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; the journal keeps that it happened"
READ = "in the privacy officer's letterbox as long as the dossier; elsewhere until it was read"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


FIELDS = {
    "support.GlassBreak.id": _clear("names the row; random"),
    "support.GlassBreak.mac": _clear("shows that the row was written by us"),
    "support.GlassBreak.dossier": _clear("of which dossier"),
    "support.GlassBreak.by": _clear("who broke the glass"),
    "support.GlassBreak.part": _clear("for which part"),
    "support.GlassBreak.at": _clear("when that was"),
    "support.GlassBreak.checked_by": _clear("who of the privacy office looked into it"),
    "support.GlassBreak.checked_at": _clear("when that was"),
    "support.GlassReason.part": Field("for which part", Category.ORDINARY, READ, sealed=True),
    "support.GlassReason.reason": Field("why now, and why this colleague", Category.SPECIAL, READ, sealed=True),
}
