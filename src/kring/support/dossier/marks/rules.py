"""What marks decide: whether the client himself reads an item."""

from datetime import date

from kring.support.dossier.marks.content import About, Marks


def client_reads(marks: Marks, on: date) -> bool:
    """Whether the client himself reads an item with these marks on this day (MIN-02, domain.md 3.4)."""
    closed = marks.agogic is not None and marks.agogic.review_on > on
    shut = marks.in_confidence or marks.for_court or marks.from_police or closed
    return not (shut or marks.about is About.THIRD_PARTY_ONLY)
