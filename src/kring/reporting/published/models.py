"""Published answers, and what became of those that stand no more."""

from django.db import models

from kring.vault.rows import MacedModel


class PublishedAnswer(MacedModel):
    """A document that was sent to everybody, as the canonical text that `document.read` reads.

    fingerprint: of that text, so that nothing is published twice.
    """

    document = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=22)


class AfterPublishing(MacedModel):
    """A published answer that was replaced, and stays; or withdrawn (nothing replaced it), and is gone but for this."""

    answer = models.CharField(max_length=22, unique=True)
    since = models.DateTimeField()
    replaced_by = models.CharField(max_length=22, blank=True, default="")
