"""Offering dossiers to a colleague: one, or many at once; taking an offer back."""

from collections.abc import Iterable
from dataclasses import dataclass

from kring.support import access
from kring.support.dossier import queries as dossiers
from kring.support.dossier.keyring import Carried
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.support.followup.content import HandoverContent
from kring.support.followup.models import Handover, HandoverNote
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import outbox, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PART = access.OFFERED
"""The one part of a handover's own bundle."""
State = Handover.State
UNDER_WAY = (State.OFFERED, State.CALL_FIRST, State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Plan:
    """To whom a dossier goes and who is deputy afterwards: principals. batch: one for what is offered together."""

    receiver: str
    deputy: str
    batch: str


def offer(session: Session, opened: Opened, plan: Plan, content: HandoverContent, *, once: str) -> str:
    """Offer one dossier; the id of the handover. Raises `Refused`, `MayNotCarry`; `Conflict` when it is offered.

    The receiver reads the note and holds no key of the dossier.
    """
    dossier = opened.dossier
    if session.person not in (dossier.holder, dossier.deputy) or dossier.state != Dossier.State.OPEN:
        raise Refused
    if plan.receiver == dossier.holder:
        raise Conflict
    dossiers.check_carried([Carried(dossier.circle, plan.receiver, plan.deputy)])
    row = Handover(
        id=new_id(),
        dossier=dossier,
        giver=session.person if session.person != plan.receiver else dossier.holder,
        receiver=plan.receiver,
        deputy=plan.deputy,
        batch=plan.batch,
        offered_on=today(),
    )
    with acting("followup.offer", by=session.person, verb=Verb.GAVE, on=[dossier.id, row.id, plan.receiver]) as act:
        if (before := act.once(once, lock=dossier.id, outcome=row.id)) is not None:
            return before
        Dossier.objects.select_for_update(no_key=True).get(id=dossier.id)
        if Handover.objects.filter(dossier=dossier, state__in=UNDER_WAY).exists():
            raise Conflict
        act.add(row)
        readers = dict.fromkeys((dossier.holder, dossier.deputy, plan.receiver, plan.deputy))
        keys = sharing.found(act, bundle=row.id, parts={PART: sharing.holders(readers)})
        note = HandoverNote(handover=row)
        keys.seal(note, content, bundle=row.id, part=PART)
        act.add(note)
        mail(act, plan.receiver, "asked", dossier.id)
    return row.id


def take_back(session: Session, handover: str) -> None:
    """An offer that was not carried out is taken back; its words stay with who wrote them. Raises `Refused`."""
    row = under_way(handover)
    if session.person not in (row.giver, row.dossier.holder, row.dossier.deputy):
        raise Refused
    with acting("followup.take_back", by=session.person, verb=Verb.WITHDREW, on=[row.dossier_id, row.id]) as act:
        end(act, row, State.TAKEN_BACK)


def end(act: Act, row: Handover, state: Handover.State) -> None:
    """End an offer without a handover: who was asked cannot read the note any more."""
    act.change(row, state=state)
    beside = {row.dossier.holder, row.dossier.deputy, row.giver}
    for asked in {row.receiver, row.deputy} - beside:
        sharing.withdraw(act, bundle=row.id, parts=[PART], holder=asked)


def under_way(handover: str) -> Handover:
    """An offer that waits, with its dossier. Raises `Refused`."""
    row = Handover.objects.select_related("dossier").filter(id=handover, state__in=UNDER_WAY).first()
    if row is None:
        raise Refused
    row.dossier.verified()
    return row.verified()


def mail(act: Act, person: str, template: str, dossier: str = "") -> None:
    """A mail without content to a colleague. Nothing goes out where there is no address."""
    colleague = team.colleague(person)
    if colleague is not None and colleague.email:
        outbox.post(act, to=colleague.email, template=template, language=colleague.language, dossier=dossier)


def takers(dossiers_of: Iterable[Dossier]) -> list[tuple[str, str]]:
    """Who of the circle of these dossiers may be asked: (principal, name), in alphabetical order."""
    circles = {one.circle for one in dossiers_of}
    found = {person.principal: person.name for circle in circles for person in team.members_of(circle)}
    return sorted(found.items(), key=lambda one: one[1])
