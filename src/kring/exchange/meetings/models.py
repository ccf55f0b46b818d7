"""A meeting in the clear, and its sealed lines.

In the clear is what the list, the reminder and the schedule need: which circle, which day, whether it is over. Not
where, who was there, or about what.
"""

from django.db import models

from kring.vault.rows import MacedModel, SealedRow


class Meeting(MacedModel):
    """One meeting. Its id is the bundle of its locks. circle: the code of whose it is, "" when all circles meet.

    ended_on: from then on nothing that was told of a case opens any more.
    """

    circle = models.CharField(max_length=30)
    on = models.DateField(db_index=True)
    ended_on = models.DateField(null=True)


class MeetingRecord(SealedRow):
    """`MeetingContent` (one a meeting), `TopicContent` or `TeamAgreement`; `kind` says which."""

    class Kind(models.TextChoices):
        FRAME = "frame"
        TOPIC = "topic"
        DEAL = "deal"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=5, choices=Kind.choices)
