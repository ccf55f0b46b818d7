"""Recording what left the circle, within the act that told it, and passing the records on. Each has its own lock."""

from collections.abc import Iterable

from kring.support.access import Who, by_default
from kring.support.dossier.disclosing import rules
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.models import Disclosure, Dossier
from kring.support.dossier.telling import actions as telling
from kring.team import queries as team
from kring.vault import sharing
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.models import Envelope

PART = "disclosures"


def record(act: Act, dossier: Dossier, disclosed: Disclosed, *, secrecy: str) -> Disclosure:
    """Write down what is told now, for author and holder. Raises `MayNotShare` for what may not be told.

    secrecy: of who hears it. The bundle of its lock is the row itself.
    """
    rules.check(
        kind=disclosed.kind,
        secrecy=secrecy,
        ground=disclosed.ground,
        checklist=disclosed.checklist,
        items=disclosed.items,
        why_not="informed" if disclosed.informed else disclosed.why_not,
    )
    row = Disclosure(dossier=dossier, on=disclosed.on)
    people = {Who.AUTHOR: disclosed.by, Who.HOLDER: dossier.holder}
    holders = sharing.holders(person for who, person in people.items() if by_default(PART, who))
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    keys = sharing.found(act, bundle=row.id, parts={PART: [*holders, *behind]})
    keys.seal(row, disclosed, bundle=row.id, part=PART)
    act.on.append(dossier.id)
    telling.disclosed(act, dossier.id, disclosed.on)
    return act.add(row)


def pass_on(act: Act, keys: Keys, dossier: str, *, to: str, left: Iterable[str]) -> None:
    """Another holder reads what was told: the records `keys` opens go to him, and leave who carries it no more.

    An author keeps what he told himself. Needs keys of `queries.bundles(dossier)`.
    """
    gone = set(left)
    for row in Disclosure.objects.filter(dossier=dossier):
        if not keys.holds(row.id, PART):
            continue
        author = keys.open(row, Disclosed).by
        present = {holder for holder, _bundle in sharing.holders_of([row.id])}
        if to not in present:
            sharing.give_parts(act, keys, bundle=row.id, parts=[PART], to=sharing.holders([to]))
        for person in sorted(gone & present - {author, to}):
            sharing.withdraw(act, bundle=row.id, parts=[PART], holder=person)
