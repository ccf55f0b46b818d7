"""A partner ends: its page at once; what it raised half a year after its last day. Needs no key."""

from datetime import timedelta

from kring.concerns.own.links import end_page
from kring.concerns.partners.actions import PART
from kring.concerns.partners.models import Partner, PartnerRecord
from kring.concerns.partners.rules import KEPT
from kring.concerns.threads.opening import CONCERN, OpenPartner
from kring.team.clock import today
from kring.vault import sharing, whole
from kring.vault.acts import Act, acting
from kring.vault.models import Letterbox
from kring.vault.refusals import Conflict, Refused

BY = "system"


def end(opened: OpenPartner) -> None:
    """The page is over today, and so is raising concerns. Ended twice it is ended once."""
    with acting("concerns.end", by=opened.keys.actor, on=[opened.row.id]) as act:
        end_page(act, opened.row.id)
        if opened.row.until_on >= today():
            act.change(opened.row, until_on=today() - timedelta(days=1))


def end_due() -> int:
    """Destroy every partner whose last day is half a year ago, with all it raised; how many."""
    ended = 0
    for row in Partner.objects.filter(until_on__lt=today() - KEPT):
        try:
            with acting("concerns.gone", by=BY, on=[row.id]) as act:
                _destroy(act, row.verified())
        except (Conflict, Refused):  # somebody did it in the same moment, or the row was tampered with
            continue
        ended += 1
    return ended


def _destroy(act: Act, row: Partner) -> None:
    end_page(act, row.id)
    for concern in row.concerns.all():
        act.on.append(concern.id)
        sharing.shred(act, bundle=concern.id, parts=[CONCERN])
    locks = list(PartnerRecord.objects.filter(partner=row).values_list("lock", flat=True))
    act.erase_whole(whole.in_chunks(Letterbox, "owner", locks))
    sharing.shred(act, bundle=row.id, parts=[PART])
    act.erase_whole([row])
