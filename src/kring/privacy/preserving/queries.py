"""Which files were made for an archive, and whether one is enough to destroy a dossier by."""

from datetime import date

from django.db.models import Exists, OuterRef

from kring.privacy.preserving.models import Preserved
from kring.team.retention import Rule


def made(dossier: str) -> list[Preserved]:
    """Of one dossier, the newest first. Raises `Refused` when one is not as we wrote it."""
    return [row.verified() for row in Preserved.objects.filter(dossier=dossier).order_by("-on", "-id")]


def enough(rule: Rule, dossier: str, over_on: date) -> Preserved | None:
    """The file that lets a dossier go whose term is over since a day, or None.

    One under another version of the rule is none; nor is one of before that day: it was taken up again since.
    """
    return next((row for row in made(dossier) if row.rule == rule.row and row.on >= over_on), None)


def is_there() -> Exists:
    """The same for every item of a batch at once, to show; what destroys asks `enough`."""
    here = {"dossier": OuterRef("subject"), "rule": OuterRef("batch__rule"), "on__gte": OuterRef("over_on")}
    return Exists(Preserved.objects.filter(**here))
