"""The keys move: one dossier, one act. Whoever holds them does it, in slices, and can be stopped at any moment.

In that one act the receiver gets the parts of a holder, the new deputy those of a deputy, who stands there no more
loses all (and every lock moves on), the row says who carries it, the note goes into the dossier. So there is never a
dossier without a holder, and what is done is not done twice.
"""

from collections.abc import Iterable

from kring.support.access import NEED_TO_KNOW, Who
from kring.support.contacts.log import notes
from kring.support.dossier import actions as dossiers
from kring.support.dossier import queries as dossier_queries
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.household import actions as household
from kring.support.dossier.household import queries as households
from kring.support.dossier.keyring import Carried
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.dossier.rules import MayNotCarry
from kring.support.followup.carriers import Carrier, with_key
from kring.support.followup.content import HandoverContent
from kring.support.followup.giving_back import allowed
from kring.support.followup.handover.offering import PART, State, under_way
from kring.support.followup.handover.passing_on import carried_on, count, pass_on
from kring.support.followup.models import Handover, HandoverNote
from kring.team.clock import today
from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.refusals import Conflict, Refused

SLICE = 25
"""Dossiers in one request: some seconds of work."""


def ready(person: str) -> list[Handover]:
    """Accepted handovers that this colleague can carry out: he stands around the dossier and holds its keys."""
    rows = list(Handover.objects.filter(state=State.ACCEPTED).select_related("dossier").order_by("offered_on", "id"))
    mine = [row.verified() for row in rows if person in (row.dossier.holder, row.dossier.deputy)]
    held = with_key(row.dossier for row in mine)
    return [row for row in mine if (person, row.dossier_id) in held]


def move_accepted(session: Session, *, most: int = SLICE) -> int:
    """Move the keys of what was accepted, some dossiers a request; how many are left. Can be asked until it is none.

    What went wrong for one (a colleague was earlier, somebody left the circle) does not stop the others.
    """
    for row in ready(session.person)[:most]:
        try:
            move(session, row.id)
        except (Conflict, Refused, MayNotCarry):
            continue
    return len(ready(session.person))


def move(session: Session, handover: str) -> None:
    """Move one. Raises `Refused`, `MayNotCarry`, `Conflict`."""
    row = under_way(handover)
    dossier = row.dossier
    if row.state != State.ACCEPTED or session.person not in (dossier.holder, dossier.deputy):
        raise Refused
    after = Carried(dossier.circle, row.receiver, row.deputy)
    dossier_queries.check_carried([after])
    keys = gate.entering(
        session,
        act="followup.move",
        of=[dossier.id, row.id, *disclosures.bundles(dossier.id), *notes.sensitive_notes(dossier.id)],
        beside=list(households.of(dossier.id).values_list("id", flat=True)),
        parts=[*NEED_TO_KNOW, PART],
        strict=False,
        moving=True,
        needed=[],
        about=[row.receiver, row.deputy],
    )
    if not keys.holds(dossier.id, "summary") or not keys.holds(row.id, PART):
        raise Refused
    on = [dossier.id, row.id, row.receiver, row.deputy]
    with acting("followup.move", by=session.person, verb=Verb.GAVE, on=on) as act:
        carried_by, before = dossier.holder, {dossier.holder, dossier.deputy}
        act.change(row, state=State.DONE, done_on=today())
        act.change(dossier, holder=row.receiver, deputy=row.deputy)
        carried_on(act, keys, dossier, carried_by)
        _file(act, keys, dossier, row)
        _give(act, keys, dossier, after)
        along = _end_along(act, dossier, after.people)
        pass_on(act, keys, dossier, before - {*after.people, *along}, row.receiver)
        disclosing.pass_on(act, keys, dossier.id, to=row.receiver, left=before - {*after.people})
        household.pass_on(act, keys, dossier.id, after.people)
        for left in sorted(gone := before - {*after.people, *along}):
            dossiers.withdraw_all(act, dossier.id, left)
        notes.leave(act, dossier, gone, keys=keys, to=row.receiver)
        count(act, keys, dossier)


def _give(act: Act, keys: Keys, dossier: Dossier, after: Carried) -> None:
    """The parts the table gives to each place, where they are not held yet."""
    for person, capacity in ((after.holder, Who.HOLDER), (after.deputy, Who.DEPUTY)):
        held = dossiers.parts_held(dossier.id, person)
        lacking = [part for part in allowed(keys, Carrier(dossier, person, capacity)) if part not in held]
        if lacking:
            sharing.give_parts(act, keys, bundle=dossier.id, parts=lacking, to=sharing.holders([person]))


def _file(act: Act, keys: Keys, dossier: Dossier, row: Handover) -> None:
    """The note goes under the dossier's journal, and its own lock is destroyed."""
    note = HandoverNote.objects.get(handover=row)
    content = keys.open(note, HandoverContent)
    keys = dossiers.at_hand(act, keys, dossier, "journal")
    keys.seal(note, content, bundle=dossier.id, part="journal")
    act.rewrite(note)
    sharing.shred(act, bundle=row.id, parts=[PART], into=keys.part(dossier.id, "journal").lock)


def _end_along(act: Act, dossier: Dossier, people: Iterable[str]) -> set[str]:
    """Who worked along and carries it now works along no more; who else works along."""
    rows = [row.verified() for row in CoWorker.objects.filter(dossier=dossier, until_on=None)]
    act.remove([row for row in rows if row.person in people])
    return {row.person for row in rows} - set(people)
