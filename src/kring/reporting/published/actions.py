"""Publishing and withdrawing. The one way in takes a document, and only one that was made for everybody."""

from django.utils import timezone

from kring.reporting import document
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.published.models import PublishedAnswer
from kring.vault.acts import Act


class NotForEverybody(Exception):
    """A document for inside the house is never published."""


def publish(act: Act, made: Document) -> PublishedAnswer:
    """Publish its figures within an act, without a word that somebody wrote: who asked, and why, is nobody's business.

    The row there is when they already were. Raises `NotForEverybody`, `Refused`.
    """
    if made.audience != Audience.PUBLIC:
        raise NotForEverybody
    made = document.bare(made)
    there: PublishedAnswer | None = PublishedAnswer.objects.filter(fingerprint=document.fingerprint(made)).first()
    if there is not None:
        return there.verified()
    return act.add(
        PublishedAnswer(
            document=document.write(made),
            fingerprint=document.fingerprint(made),
            published_at=timezone.now(),
            published_by=act.actor,
        )
    )


def withdraw(act: Act, published: PublishedAnswer) -> None:
    """Take it away for good, also from a back-up that is put back."""
    act.erase([published])
