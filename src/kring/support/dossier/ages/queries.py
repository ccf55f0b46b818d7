"""Looks at what was judged at earlier ages of one dossier."""

from kring.support.dossier.ages.content import AgeReview
from kring.support.dossier.ages.models import AgeReviewRecord
from kring.support.dossier.opening import Opened

PART = "identity"


def earlier(opened: Opened) -> list[AgeReview]:
    """What was judged before, the oldest first."""
    found = [opened.keys.open(row, AgeReview) for row in AgeReviewRecord.objects.filter(dossier=opened.dossier)]
    return sorted(found, key=lambda one: (one.on, one.age))
