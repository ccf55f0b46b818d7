"""Recording what left the circle, within the act that told it, and passing the records on. Each has its own lock.

Also recorded: that somebody chose not to tell (LIV-04), and what was told in haste, to be completed (SEC-04).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from kring.support.access import Who, by_default
from kring.support.dossier.disclosing import rules
from kring.support.dossier.disclosing.content import DECLINED, URGENT, Disclosed
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.models import Disclosure, Dossier, Task
from kring.support.dossier.telling import actions as telling
from kring.team import queries as team
from kring.team.clock import today
from kring.team.protocols import queries as protocols
from kring.vault import sharing
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.models import Envelope
from kring.vault.refusals import Conflict

PART = "disclosures"
CELL_DAYS = 180
"""So long opens what was said at a local security cell; then its keys end by themselves (LIV-03)."""


def record(
    act: Act, dossier: Dossier, disclosed: Disclosed, *, secrecy: str, author_until: datetime | None = None
) -> Disclosure:
    """Write down what is told now, for author and holder. Raises `MayNotShare` for what may not be told.

    secrecy: of who hears it. The bundle of its lock is the row itself. At a local security cell it is the author's
    alone, and for a while (LIV-03). author_until: an author who has no key of the dossier reads it until then.
    """
    _check(disclosed, secrecy)
    telling.disclosed(act, dossier.id, disclosed.on)
    return _keep(act, dossier, disclosed, author_until)


def decline(act: Act, dossier: Dossier, disclosed: Disclosed) -> Disclosure:
    """Write down that somebody chose not to tell: nothing left, so nothing is asked and nothing follows (LIV-04)."""
    return _keep(act, dossier, replace(disclosed, way=DECLINED, items=(), ground="", checklist=()))


def record_urgent(act: Act, dossier: Dossier, disclosed: Disclosed) -> Disclosure:
    """Write down at once that something was told in haste; what was weighed is written later (SEC-04)."""
    task = Task(dossier=dossier, kind=Task.Kind.COMPLETE_DISCLOSURE, person=disclosed.by)
    task.due_on = rules.complete_by(disclosed.on)
    act.add(task)
    telling.disclosed(act, dossier.id, disclosed.on)
    return _keep(act, dossier, replace(disclosed, way=URGENT, ground=Ground.NECESSITY, task=task.id))


def complete(act: Act, keys: Keys, row: Disclosure, disclosed: Disclosed, *, secrecy: str) -> None:
    """Weigh in writing what was told in haste, and end its task. Raises `MayNotShare`, `Conflict`.

    row: as it was read, opened by `keys`.
    """
    before = keys.open(row, Disclosed)
    if before.way != URGENT:
        raise Conflict
    if disclosed.ground == Ground.LOCAL_CELL:
        raise rules.MayNotShare(rules.NOT_IN_HASTE, "ground")
    _check(disclosed, secrecy)
    kept = replace(disclosed, by=before.by, at_once=before.at_once, words=before.words, task=before.task)
    keys.seal(row, kept, bundle=row.id, part=PART)
    act.rewrite(row)
    for task in Task.objects.filter(id=before.task, dossier=row.dossier_id, done_on=None):
        act.change(task, done_on=today())


def pass_on(act: Act, keys: Keys, dossier: str, *, to: str, left: Iterable[str]) -> None:
    """Another holder reads what was told: the records `keys` opens go to him, and leave who carries it no more.

    An author keeps what he told himself, and alone what he told a local security cell. Needs keys of
    `queries.bundles(dossier)`.
    """
    gone = set(left)
    for row in Disclosure.objects.filter(dossier=dossier):
        if not keys.holds(row.id, PART):
            continue
        told = keys.open(row, Disclosed)
        if told.ground == Ground.LOCAL_CELL:
            continue
        present = {holder for holder, _bundle in sharing.holders_of([row.id])}
        if to not in present:
            sharing.give_parts(act, keys, bundle=row.id, parts=[PART], to=sharing.holders([to]))
        for person in sorted(gone & present - {told.by, to}):
            sharing.withdraw(act, bundle=row.id, parts=[PART], holder=person)


def _check(disclosed: Disclosed, secrecy: str) -> None:
    """The rules, and that a protocol that is named holds on the day of the telling (GDP-13)."""
    rules.check(
        kind=disclosed.kind,
        secrecy=secrecy,
        ground=disclosed.ground,
        checklist=disclosed.checklist,
        items=disclosed.items,
        why_not="informed" if disclosed.informed else disclosed.why_not,
        danger=disclosed.danger,
        alone=disclosed.alone,
        protocol=disclosed.protocol,
        agreement=disclosed.agreement,
    )
    if disclosed.protocol and not protocols.holds(disclosed.protocol, disclosed.on):
        raise rules.MayNotShare(rules.HOLDS_NOT, "protocol")


def _keep(act: Act, dossier: Dossier, disclosed: Disclosed, author_until: datetime | None = None) -> Disclosure:
    row = Disclosure(dossier=dossier, on=disclosed.on)
    people = {Who.AUTHOR: disclosed.by, Who.HOLDER: dossier.holder}
    readers = [person for who, person in people.items() if by_default(PART, who)]
    recovery = team.recovery()
    until = None
    if disclosed.ground == Ground.LOCAL_CELL:
        readers, until = [disclosed.by], timezone.now() + timedelta(days=CELL_DAYS)
    ending = [one for one in readers if author_until and one == disclosed.by != dossier.holder]
    staying = [one for one in readers if one not in ending]
    holders = [*sharing.holders(staying, expires_at=until), *sharing.holders(ending, expires_at=author_until)]
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY, until) if recovery else []
    keys = sharing.found(act, bundle=row.id, parts={PART: [*holders, *behind]})
    keys.seal(row, disclosed, bundle=row.id, part=PART)
    act.on.append(dossier.id)
    return act.add(row)
