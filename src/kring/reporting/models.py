"""Frozen answers, and questions that are composed: what is sealed of them lies under locks of their own.

What was published of documents is in published/models.py, and gathered here so that Django finds it.
"""

from django.db import models

from kring.reporting.published.models import AfterPublishing, PublishedAnswer
from kring.vault.rows import MacedModel, SealedRow

__all__ = ["AfterPublishing", "Answer", "CouncilQuestion", "FrozenReply", "InsideAnswer", "PublishedAnswer"]


class Answer(MacedModel):
    """One question answered for one day under one version of its definition; never changed afterwards (COU-01).

    public: the packed public `Figures`. snapshot: SHA-256 over a sealed salt and the internal table.
    """

    question = models.CharField(max_length=30)
    on = models.DateField()
    version = models.PositiveSmallIntegerField()
    public = models.TextField()
    snapshot = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=22)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "on", "version"], name="one_answer_a_question")]


class InsideAnswer(SealedRow):
    """`InsideFigures` of an answer, under part `answer` of the bundle with the answer's id."""

    answer = models.OneToOneField(Answer, models.PROTECT, related_name="inside")


class CouncilQuestion(SealedRow):
    """`Composed`, under part `question` of the bundle with the id of the row. Nothing of it stands in the clear."""


class FrozenReply(SealedRow):
    """`Snapshot` number so many of a question, under the same lock; never written again (COU-01)."""

    question = models.ForeignKey(CouncilQuestion, models.PROTECT, related_name="frozen")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="one_frozen_reply_a_number")]
