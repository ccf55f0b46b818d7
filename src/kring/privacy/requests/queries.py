"""Looks at requests: those of one dossier with what they say, and for the privacy officer the clocks alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest, RequestRecord
from kring.support.dossier.opening import Opened

PART = "requests"


@dataclass(frozen=True, slots=True)
class Known:
    """A request with its record and what it says."""

    row: PersonRequest
    record: RequestRecord
    content: RequestContent


def of_dossier(opened: Opened) -> list[Known]:
    """The requests about a dossier, the newest first, in one query; [] while nothing was asked."""
    if not opened.holds(PART):
        return []
    rows = RequestRecord.objects.filter(request__dossier=opened.dossier.id).select_related("request")
    known = [Known(row.request.verified(), row, opened.keys.open(row, RequestContent)) for row in rows]
    return sorted(known, key=lambda one: (one.row.done_on is None, one.row.asked_on, one.row.id), reverse=True)


def clocks(*, done_since: date | None = None) -> list[PersonRequest]:
    """Open requests of the whole town, the most pressing first; with those answered since a day. No key, no content."""
    return [row.verified() for row in _rows(done_since)]


def _rows(done_since: date | None) -> Iterable[PersonRequest]:
    rows = PersonRequest.objects.filter(done_on=None)
    if done_since is not None:
        rows = rows | PersonRequest.objects.filter(done_on__gte=done_since)
    return rows.order_by("done_on", "due_on", "id")
