"""The line of every field of a moment in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "gone when it is withdrawn; past ones with the referral that asked for them, free ones by the yearly batch"


def _clear(purpose: str, category: Category = Category.TECHNICAL) -> Field:
    return Field(purpose, category, TERM)


FIELDS = {
    "support.TalkMoment.id": _clear("names the moment; random"),
    "support.TalkMoment.mac": _clear("shows that nobody else wrote the row"),
    "support.TalkMoment.colleague": _clear("who is free then; never shown to a referrer", Category.ORDINARY),
    "support.TalkMoment.starts_at": _clear("offered in the public form", Category.ORDINARY),
    "support.TalkMoment.place": Field(
        "where the talk is, told after confirmation", Category.ORDINARY, TERM, sealed=True
    ),
    "support.TalkMoment.state": _clear("free, asked for or confirmed: each is taken once"),
    "support.TalkMoment.referral": _clear("which referral asked for it, to plan the talk"),
}
