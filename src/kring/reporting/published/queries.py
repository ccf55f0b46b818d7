"""What anybody may read: each row is checked before a word of it leaves."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kring.reporting import document
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.published.models import AfterPublishing, PublishedAnswer
from kring.vault.refusals import Refused

MOST = 200
"""Of the newest; who needs older ones asks the city."""


@dataclass(frozen=True, slots=True)
class Published:
    """One published document and the name of its address. replaced_by: the name of the newer one, "" when it stands."""

    id: str
    document: Document
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One that was published and is no more."""

    id: str
    on: date


def newest() -> tuple[list[Published], list[Withdrawn]]:
    """The newest published documents, and those withdrawn; one that was changed outside Kring hides no other."""
    after, found = {}, []
    for row in AfterPublishing.objects.order_by("-since", "id")[: 2 * MOST]:
        with suppress(Refused):
            after[row.answer] = row.verified()
    for published_ in PublishedAnswer.objects.order_by("-published_at", "id")[:MOST]:
        with suppress(Refused):
            found.append(_read(published_, after.get(published_.id)))
    return found, [_withdrawn(row) for row in after.values() if not row.replaced_by][:MOST]


def published(answer_id: str) -> Published | Withdrawn | None:
    """One of them; None when it was never published. Raises `Refused` when a row is not ours."""
    row = PublishedAnswer.objects.filter(id=answer_id).first()
    after = AfterPublishing.objects.filter(answer=answer_id).first()
    if after is not None:
        after = after.verified()
    if row is not None:
        return _read(row, after)
    return None if after is None or after.replaced_by else _withdrawn(after)


def _withdrawn(row: AfterPublishing) -> Withdrawn:
    return Withdrawn(row.answer, timezone.localdate(row.since))


def _read(row: PublishedAnswer, after: AfterPublishing | None) -> Published:
    made = document.read(row.verified().document)
    if made.audience != Audience.PUBLIC or document.fingerprint(made) != row.fingerprint:
        raise Refused
    return Published(row.id, made, after.replaced_by if after else "")
