"""Ending what still opens for one person outside: links to a table with their lines, questions about an action.

Who sits at a table is sealed. A colleague who works along and cannot read it ends every link to a table of the dossier:
rather one too many than one that still opens. The holder sends new ones.
"""

from dataclasses import replace

from kring.support.consultation import guest_link
from kring.support.consultation.models import ClientConsultation, TableInvitation
from kring.support.consultation.opened import PART as MINUTES
from kring.support.consultation.queries import consultations
from kring.support.dossier.agreements.rules import same
from kring.support.dossier.opening import Opened
from kring.support.plan.content import Action
from kring.support.plan.models import NudgeLink, PlanAction
from kring.support.plan.nudging import end_nudges
from kring.vault.acts import Act


def end_all_of(act: Act, opened: Opened, partner: str) -> None:
    """Within the act of a withdrawal. Raises `Conflict` when somebody wrote at the same table meanwhile."""
    _end_tables(act, opened, partner)
    _end_questions(act, opened, partner)


def _end_tables(act: Act, opened: Opened, partner: str) -> None:
    dossier = opened.dossier.id
    if not opened.holds(MINUTES):
        guest_link.end_all(act, dossier)
        return
    for row, meeting in consultations(opened.keys, dossier):
        theirs = [seat for seat in meeting.seats if same(seat.name, partner)]
        _end_links(act, row, {seat.id for seat in theirs})
        if any(seat.given for seat in theirs):
            left = tuple(replace(seat, given=None) if seat in theirs else seat for seat in meeting.seats)
            opened.keys.seal(row, replace(meeting, seats=left), bundle=dossier, part=MINUTES)
            act.rewrite(row)


def _end_links(act: Act, row: ClientConsultation, seats: set[str]) -> None:
    for link in TableInvitation.objects.filter(consultation=row, seat__in=seats, state=TableInvitation.State.ASKED):
        guest_link.end_link(act, link.verified())


def _end_questions(act: Act, opened: Opened, partner: str) -> None:
    asked = set(NudgeLink.objects.filter(dossier=opened.dossier).values_list("action", flat=True))
    for row in PlanAction.objects.filter(id__in=asked):
        if same(opened.keys.open(row, Action).name, partner):
            end_nudges(act, row.id)
