"""What a guest does behind his link: see the invitation and his lines, and say whether he comes.

The answer lies in the letterbox of the table, which only who holds the minutes reads. Looking changes nothing; the link
stays open until it ends by itself, for the lines are there to be read again.
"""

from dataclasses import dataclass

from django.utils import timezone

from kring.support.consultation import rules
from kring.support.consultation.content import TableAnswer, TableShown
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.opened import OpenTable
from kring.support.intake.codes import tidy
from kring.team.clock import today
from kring.vault import gate, letterbox, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Extract, Letter
from kring.vault.refusals import Conflict, Refused

ANSWER = "table_answer"
Said = TableInvitation.Said
SAID = {"yes": Said.COMES, "perhaps": Said.PERHAPS, "no": Said.NOT}
"""The three answers of a guest, and how they stand beside his name."""


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A guest's link, opened with its code."""

    invitation: TableInvitation
    session: Session
    shown: TableShown


def open_seat(token: str, code: str) -> OpenSeat:
    """Open a guest's link. Raises `Refused` for a wrong code, an expired, withdrawn or guessed link alike."""
    try:
        opened = slots.open_link(token, tidy(code))
    except Conflict:
        raise Refused from None
    row = TableInvitation.objects.filter(principal=opened.person).select_related("consultation__dossier").first()
    if row is None or row.verified().state != TableInvitation.State.ASKED:
        raise Refused
    if row.consultation.dossier.verified().silent:
        raise Refused
    session = opened.session()
    keys = gate.entering(
        session, act="consultation.guest", of=[row.bundle], parts=[sharing.EXTRACT], about=[row.consultation_id]
    )
    extract = Extract.objects.filter(bundle=row.bundle).first()
    if extract is None:
        raise Refused
    return OpenSeat(row, session, keys.open(extract, TableShown))


def answer_by_link(opened: OpenSeat, answer: TableAnswer, *, once: str) -> None:
    """A guest says whether he comes. Raises `NotNow` when it is over, `Conflict` when it was said before."""
    row = opened.invitation
    if opened.shown.over or timezone.localdate(opened.shown.at) < today():
        raise rules.NotNow(rules.OVER)
    with acting("consultation.answer", by=row.principal, on=[row.consultation_id]) as act:
        if act.once(f"{once} {answer.comes} {answer.words}", lock=row.principal, outcome=row.id) is not None:
            raise Conflict
        act.change(row, said=SAID[answer.comes], said_at=timezone.now())
        letterbox.drop(act, answer, owner=row.consultation_id, kind=ANSWER, about=row.id, author=row.principal)


def answers(table: OpenTable) -> dict[str, list[TableAnswer]]:
    """Seat -> what was answered, oldest first. No query when nobody answered."""
    rows = {row.id: row.seat for row in table.invitations.values() if row.said}
    if not rows:
        return {}
    letters = list(Letter.objects.filter(about__in=rows, kind=ANSWER).order_by("dropped_at"))
    read = letterbox.read(table.keys, letters, TableAnswer, owner=table.row.id)
    found: dict[str, list[TableAnswer]] = {}
    for letter, answer in zip(letters, read, strict=True):
        found.setdefault(rows[letter.about], []).append(answer)
    return found
