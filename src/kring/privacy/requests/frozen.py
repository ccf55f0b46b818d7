"""What who holds the key of a frozen part reads in its place: that it is frozen, since when, and where it is lifted."""

from typing import Any

from django.urls import reverse

from kring.privacy.requests.models import PersonRequest
from kring.support.desk.parts import FACES
from kring.support.desk.reasons import SENTENCES, Reason
from kring.support.dossier import words
from kring.vault.refusals import Frozen


def told(refusal: Frozen) -> dict[str, Any]:
    """Opens nothing: the day is known where one request alone can have frozen it."""
    asked = PersonRequest.objects.filter(dossier=refusal.bundle, kind=PersonRequest.Kind.RESTRICTION)
    days = [row.done_on for row in asked.exclude(done_on=None)[:2]]
    face = FACES.get(refusal.part)
    return {
        "part": face.title if face else "",
        "sentence": SENTENCES[Reason.FROZEN],
        "since": words.day(days[0]) if len(days) == 1 and days[0] else "",
        "lift": reverse("privacy:person", args=[refusal.bundle]),
        "overview": reverse("desk:dossier", args=[refusal.bundle]),
    }
