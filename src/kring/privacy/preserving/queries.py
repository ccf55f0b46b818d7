"""Which files were made for an archive, and whether one is enough to destroy a dossier by."""

from datetime import UTC, date, datetime

from django.db.models import Exists, OuterRef

from kring.privacy.preserving.models import Preserved
from kring.team.retention import Rule
from kring.vault import entries
from kring.vault.journal import Verb

EVER = datetime(1970, 1, 2, tzinfo=UTC)


def made(dossier: str) -> list[Preserved]:
    """Of one dossier, the newest first. Raises `Refused` when one is not as we wrote it."""
    return [row.verified() for row in Preserved.objects.filter(dossier=dossier).order_by("-on", "-id")]


def enough(rule: Rule, dossier: str, over_on: date) -> Preserved | None:
    """The file that lets a dossier go whose term is over since a day, or None.

    One under another version of the rule is none; nor is one of before that day: it was taken up again since. Nor one
    that lacks what was written later: a closed dossier still takes a contact or a letter that came in.
    """
    found = (row for row in made(dossier) if row.rule == rule.row and row.on >= over_on)
    return next((row for row in found if not written_since(row)), None)


def written_since(row: Preserved) -> bool:
    """Whether anything was written in the dossier after this file of it was made, by the journal."""
    found = entries.naming(row.dossier, EVER)
    at = max((number for number, one in enumerate(found) if row.id in one.on), default=-1)
    return any(one.verb is Verb.WROTE for one in found[at + 1 :])


def is_there() -> Exists:
    """The same for every item of a batch at once, to show; what destroys asks `enough`, which knows more."""
    here = {"dossier": OuterRef("subject"), "rule": OuterRef("batch__rule"), "on__gte": OuterRef("over_on")}
    return Exists(Preserved.objects.filter(**here))
