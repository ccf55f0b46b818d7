"""Looks at the stream of a dossier, rows still sealed: the newest first, a page ends with a whole day.

A page holds whatever is pinned as well, from whichever day, and each correction and pin beside what it is about.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kring.support.contacts.log.models import ContactRecord

Form = ContactRecord.Form
HEADS = (Form.CONTACT, Form.SHARED, Form.SENSITIVE, Form.OWN)
"""What stands in the stream by itself; corrections and pins stand with it."""
PAGE = 30
WHOLE = 10_000
"""So many for who asks for everything at once: to print, to read back."""


def stream(
    dossier: str, *, before: date | None = None, heads: Collection[str] = HEADS, most: int = PAGE
) -> QuerySet[ContactRecord]:
    """The newest `most` rows and the rest of their last day; `before`: those of earlier days."""
    rows = ContactRecord.objects.filter(dossier=dossier)
    listed = rows.filter(form__in=heads)
    if before is not None:
        listed = listed.filter(on__lt=before)
    last = listed.order_by("-on").values("on")[most - 1 : most]
    with_heads = Q(form__in=[*heads, Form.CORRECTION, Form.PIN])
    window = with_heads & Q(on__gte=Coalesce(Subquery(last), date.min)) & (Q(on__lt=before) if before else Q())
    if before is not None:
        return rows.filter(window)
    pins = rows.filter(form=Form.PIN).values("of")
    return rows.filter(window | Q(id__in=pins) | Q(of__in=pins))
