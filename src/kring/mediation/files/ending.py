"""The end of a file: every lock of it destroyed, every row of it gone. Nothing of the two neighbours stays.

What stays is a line in the journal with a random id, and the fact without a person that was told while it lived.
Allowed once both were asked how it is, or once it is clear that it does not start (SAN-09). One act: whole or not.
"""

from django.utils.translation import gettext_lazy as _

from kring.mediation.files import rules
from kring.mediation.files.models import MediationFile
from kring.mediation.files.opening import PARTS, OpenFile
from kring.mediation.files.rules import NotYet
from kring.mediation.party.links import end_pages
from kring.team import queries as team
from kring.vault import outbox, sharing, whole
from kring.vault.acts import acting
from kring.vault.models import Letterbox
from kring.vault.refusals import Conflict, Refused


def end_file(opened: OpenFile) -> None:
    """Destroy it for good, back-ups too (the ledger says so to each that is put back). Raises `NotYet`, `Conflict`."""
    if opened.keys.actor not in {one.principal for one in team.members_of(opened.row.circle)}:
        raise Refused
    if not rules.may_end(opened.content, opened.sides):
        raise NotYet(_("First ask each of them how it is, or say why it does not start."))
    file = opened.row.id
    with acting("mediation.end", by=opened.keys.actor, on=[file]) as act:
        row = MediationFile.objects.select_for_update(of=("self",)).select_related("record").filter(id=file).first()
        now = {one.id: one.revision for one in row.sides.all()} | {row.record.id: row.record.revision} if row else {}
        seen = {one.id: one.revision for one in (*opened.records.values(), opened.record)}
        if row is None or now != seen:
            raise Conflict
        end_pages(act, file)
        locks = [opened.keys.part(file, part).lock for part in PARTS]
        act.erase_whole(whole.in_chunks(Letterbox, "lock", locks))
        act.erase([mail.row for mail in outbox.waiting() if mail.dossier == file])
        sharing.shred(act, bundle=file, parts=PARTS)
        act.erase_whole([row.verified()])
