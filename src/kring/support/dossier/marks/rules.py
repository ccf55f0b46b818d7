"""What marks decide: whether the client himself reads an item, and what two of them say together."""

from datetime import date

from kring.support.dossier.marks.content import About, Marks

NARROWER = (About.CLIENT, About.CONTEXT, About.THIRD_PARTY_ONLY)


def client_reads(marks: Marks, on: date) -> bool:
    """Whether the client himself reads an item with these marks on this day (MIN-02, domain.md 3.4)."""
    closed = marks.agogic is not None and marks.agogic.review_on > on
    shut = marks.in_confidence or marks.for_court or marks.from_police or closed
    return not (shut or marks.about is About.THIRD_PARTY_ONLY)


def both(one: Marks, other: Marks) -> Marks:
    """Whatever closes an item by one of two marks closes it."""
    exceptions = [marks.agogic for marks in (one, other) if marks.agogic is not None]
    return Marks(
        max(one.about, other.about, key=NARROWER.index),
        one.in_confidence or other.in_confidence,
        one.for_court or other.for_court,
        max(exceptions, key=lambda each: each.review_on, default=None),
        one.from_police or other.from_police,
    )
