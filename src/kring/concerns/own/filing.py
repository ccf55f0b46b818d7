"""What partners wrote is filed when a colleague of the circle looks: a new concern, or a line in its thread.

Whoever opens at the same time files it once: who comes second finds the letters gone, and opens what was filed. One
that was damaged stays where it is and holds up no other.
"""

from collections.abc import Collection
from contextlib import suppress

from django.utils import timezone

from kring.concerns.own import copying
from kring.concerns.own.links import KIND
from kring.concerns.partners.actions import found_part
from kring.concerns.partners.models import PartnerRecord
from kring.concerns.threads import rules
from kring.concerns.threads.content import ConcernContent, Written
from kring.concerns.threads.models import Concern, ConcernRecord
from kring.concerns.threads.opening import CONCERN, OpenPartner, open_partner, open_partners
from kring.vault import letterbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.primitives import is_id, new_id
from kring.vault.refusals import Conflict, Refused


def take_in(session: Session, opened: list[OpenPartner], *, circle: str) -> list[OpenPartner]:
    """The partners with what they wrote in their concerns; the same ones when nothing came.

    circle: all of whose partners are opened anew then, or "" for the first of these alone.
    """
    records = {one.record.id: one for one in opened}
    letters = Letter.objects.filter(about__in=records, kind=KIND).order_by("dropped_at", "id")
    came: dict[str, list[Letter]] = {}
    for letter in letters:
        came.setdefault(letter.about, []).append(letter)
    if not came:
        return opened
    for about, some in came.items():
        with suppress(Conflict, Refused):  # a colleague files it in the same moment
            _file(records[about], some)
    if not circle:
        return [open_partner(session, opened[0].row.id, act="concerns.filed")]
    return open_partners(session, circle=circle, act="concerns.filed")


def _file(opened: OpenPartner, letters: list[Letter]) -> None:
    with acting("concerns.filed", by=opened.keys.actor, on=[opened.row.id]) as act:
        PartnerRecord.objects.select_for_update(no_key=True).get(id=opened.record.id)
        left = list(Letter.objects.filter(id__in=[one.id for one in letters]).order_by("dropped_at", "id"))
        said = letterbox.read_each(opened.keys, left, Written, owner=opened.record.lock)
        known = {one.row.id: one for one in opened.concerns}
        changed: dict[str, ConcernContent] = {}
        for one in filter(None, said):
            concern = _fresh(one.concern, known)
            before = changed.get(concern) or (known[concern].content if concern in known else None)
            changed[concern] = rules.with_written(before or ConcernContent(), one)
        if not changed:
            return
        for concern, content in changed.items():
            if concern in known:
                opened.keys.seal(known[concern].record, content, bundle=concern, part=CONCERN)
                act.rewrite(known[concern].record)
            else:
                _begin(act, opened, concern, content)
        act.erase([one for one, read in zip(left, said, strict=True) if read], into=opened.record.lock)
        copying.renew(act, opened, changed)


def _fresh(concern: str, known: Collection[str]) -> str:
    """The id that the page made for a new thread; another one where it is none, or is somebody else's thread.

    What was written is filed then as a concern of its own: it is not lost, and it opens nothing.
    """
    ours = is_id(concern) and (concern in known or not Concern.objects.filter(id=concern).exists())
    return concern if ours else new_id()


def _begin(act: Act, opened: OpenPartner, concern: str, content: ConcernContent) -> None:
    keys = found_part(act, opened.row.circle, concern, CONCERN)
    day = timezone.localdate(content.entries[0].at) if content.entries else opened.row.from_on
    row = act.add(Concern(id=concern, partner=opened.row, opened_on=day))
    record = ConcernRecord(concern=row)
    keys.seal(record, content, bundle=concern, part=CONCERN)
    act.add(record)
    act.on.append(concern)
