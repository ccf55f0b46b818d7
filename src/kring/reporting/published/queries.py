"""What anybody may read: each row is checked before a word of it leaves."""

from contextlib import suppress
from dataclasses import dataclass

from kring.reporting import document
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.published.models import PublishedAnswer
from kring.vault.refusals import Refused

MOST = 200
"""Of the newest; who needs older ones asks the city."""


@dataclass(frozen=True, slots=True)
class Published:
    """One published document and the name of its address."""

    id: str
    document: Document


def newest() -> list[Published]:
    """The newest published documents; one that was changed outside Kring hides no other."""
    found: list[Published] = []
    for row in PublishedAnswer.objects.order_by("-published_at", "id")[:MOST]:
        with suppress(Refused):
            found.append(_read(row))
    return found


def published(answer_id: str) -> Published | None:
    """One of them; None when it was never published, or is no more."""
    row = PublishedAnswer.objects.filter(id=answer_id).first()
    return None if row is None else _read(row)


def _read(row: PublishedAnswer) -> Published:
    made = document.read(row.verified().document)
    if made.audience != Audience.PUBLIC or document.fingerprint(made) != row.fingerprint:
        raise Refused
    return Published(row.id, made)
