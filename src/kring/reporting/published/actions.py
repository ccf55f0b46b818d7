"""Publishing and withdrawing. The one way in takes a document, and only one that was made for everybody."""

from collections.abc import Iterable

from django.utils import timezone

from kring.reporting import document
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.published.models import AfterPublishing, PublishedAnswer
from kring.vault.acts import Act


class NotForEverybody(Exception):
    """A document for inside the house is never published."""


def publish(act: Act, made: Document, *, replaces: Iterable[Document] = ()) -> PublishedAnswer:
    """Publish its figures within an act, without a word that somebody wrote: who asked, and why, is nobody's business.

    The row there is when they already were. replaces: documents in whose place it comes; they stay, and say so.
    Raises `NotForEverybody`, `Refused`.
    """
    if made.audience != Audience.PUBLIC:
        raise NotForEverybody
    row = standing(made)
    if row is None:
        written = document.bare(made)
        row = act.add(
            PublishedAnswer(
                document=document.write(written),
                fingerprint=document.fingerprint(written),
                published_at=timezone.now(),
                published_by=act.actor,
            )
        )
    act.remove(AfterPublishing.objects.filter(answer=row.id))
    for before in filter(None, map(standing, replaces)):
        if before.id != row.id:
            _became(act, before.id, row.id)
    return row


def standing(made: Document) -> PublishedAnswer | None:
    """What was published of a document; None when it never was, or was withdrawn. Raises `Refused`."""
    fingerprint = document.fingerprint(document.bare(made))
    row: PublishedAnswer | None = PublishedAnswer.objects.filter(fingerprint=fingerprint).first()
    return None if row is None else row.verified()


def withdraw(act: Act, published: PublishedAnswer) -> None:
    """Take it away for good, also from a back-up that is put back; its address says since when it is withdrawn."""
    act.erase([published])
    _became(act, published.id, "")


def _became(act: Act, answer: str, replaced_by: str) -> None:
    row: AfterPublishing | None = AfterPublishing.objects.filter(answer=answer).first()
    if row is None:
        act.add(AfterPublishing(answer=answer, since=timezone.now(), replaced_by=replaced_by))
    else:
        act.change(row, since=timezone.now(), replaced_by=replaced_by)
