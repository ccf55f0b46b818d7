"""Partners with their concerns as the circle opens them: one entry in the journal, few queries.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist and
one that may not be opened get the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kring.concerns.partners.actions import PART
from kring.concerns.partners.content import PartnerContent
from kring.concerns.partners.models import Partner, PartnerRecord
from kring.concerns.threads.content import ConcernContent
from kring.concerns.threads.models import Concern, ConcernRecord
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """A concern that opened; `record` is the sealed row behind `content`."""

    row: Concern
    record: ConcernRecord
    content: ConcernContent


@dataclass(frozen=True, slots=True)
class OpenPartner:
    """A partner that opened, with all its concerns, the oldest first."""

    row: Partner
    record: PartnerRecord
    content: PartnerContent
    keys: Keys
    concerns: tuple[OpenConcern, ...]

    def concern(self, concern: str) -> OpenConcern:
        """One of them. Raises `Refused`."""
        found = next((one for one in self.concerns if one.row.id == concern), None)
        if found is None:
            raise Refused
        return found


def open_partners(session: Session, *, circle: str, act: str) -> list[OpenPartner]:
    """All of a circle, the newest first."""
    rows = list(PartnerRecord.objects.filter(partner__circle=circle).select_related("partner"))
    sheets = list(ConcernRecord.objects.filter(concern__partner__circle=circle).select_related("concern"))
    bundles = [*(one.partner_id for one in rows), *(one.concern_id for one in sheets)]
    keys = gate.entering(session, act=act, of=sorted(bundles), parts=[PART, CONCERN], strict=False)
    return _opened(keys, rows, sheets)


def open_partner(session: Session, partner: str, *, act: str) -> OpenPartner:
    """One, with its concerns. Raises `Refused`."""
    rows = list(PartnerRecord.objects.filter(partner=partner).select_related("partner"))
    sheets = list(ConcernRecord.objects.filter(concern__partner=partner).select_related("concern"))
    of = [partner, *sorted(one.concern_id for one in sheets)]
    keys = gate.entering(session, act=act, of=of, parts=[PART, CONCERN], strict=False)
    return _one(_opened(keys, rows, sheets))


def open_concern(session: Session, concern: str, *, act: str) -> tuple[OpenPartner, OpenConcern]:
    """One concern with its partner and what else that raised. Raises `Refused`."""
    found = ConcernRecord.objects.filter(concern__partner__concerns=concern).select_related("concern__partner__record")
    sheets = list(found)
    rows = [sheets[0].concern.partner.record] if sheets else []
    of = [concern, *sorted({one.concern_id for one in sheets} - {concern}), *(one.partner_id for one in rows)]
    keys = gate.entering(session, act=act, of=of, parts=[PART, CONCERN], strict=False)
    opened = _one(_opened(keys, rows, sheets))
    return opened, opened.concern(concern)


def _one(found: Sequence[OpenPartner]) -> OpenPartner:
    if not found:
        raise Refused
    return found[0]


def _opened(keys: Keys, rows: Sequence[PartnerRecord], sheets: Sequence[ConcernRecord]) -> list[OpenPartner]:
    of: dict[str, list[OpenConcern]] = {}
    for one in sheets:
        if keys.holds(one.concern_id, CONCERN):
            row = one.concern.verified()
            of.setdefault(row.partner_id, []).append(OpenConcern(row, one, keys.open(one, ConcernContent)))
    found = []
    for record in rows:
        if keys.holds(record.partner_id, PART):
            mine = sorted(of.get(record.partner_id, []), key=lambda one: (one.row.opened_on, one.row.id))
            opened = keys.open(record, PartnerContent)
            found.append(OpenPartner(record.partner.verified(), record, opened, keys, tuple(mine)))
    return sorted(found, key=lambda one: (one.row.from_on, one.row.id), reverse=True)
