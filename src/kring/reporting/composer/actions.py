"""Beginning a question, changing it, freezing it. Each form twice writes once; over somebody else's it does not."""

from collections.abc import Callable
from dataclasses import replace

from django.utils import timezone

from kring.reporting import document
from kring.reporting.composer import counting, differences, rules, whole
from kring.reporting.composer.content import Composed, Snapshot
from kring.reporting.composer.queries import PART, Open
from kring.reporting.document import Document
from kring.reporting.models import CouncilQuestion, FrozenReply
from kring.reporting.published import actions as published
from kring.reporting.published.actions import publish
from kring.team import queries as team
from kring.vault import codec, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Envelope
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict

COUNTING = "statistics"
"""The office that counts and freezes: it alone has the key to facts."""
OFFICES = (COUNTING, "head_of_service")
"""The offices that compose (decision 0105)."""
Change = Callable[[Composed], Composed]


def begin(session: Session, said: Composed, *, once: str) -> str:
    """Keep a new question for who composes; its id. The same form twice makes one."""
    row = CouncilQuestion()
    receivers = sharing.holders(team.office(code).principal for code in OFFICES)
    if split := team.recovery():
        receivers += sharing.holders([split], Envelope.Kind.RECOVERY)
    with acting("composer.begin", by=session.person, on=[row.id]) as act:
        made = act.once(f"composer {once} {_words(said)}", lock="composer", outcome=row.id)
        if made is not None:
            return made
        keys = sharing.found(act, bundle=row.id, parts={PART: receivers})
        keys.seal(row, said, bundle=row.id, part=PART)
        act.add(row)
    return row.id


def change(session: Session, open_: Open, change: Change, *, act: str, seen: int, once: str) -> None:
    """Write what `change` makes of it. Raises `Conflict` when a colleague wrote meanwhile, `NotNow`.

    seen: the revision that the form was written on.
    """
    with acting(act, by=session.person, on=[open_.row.id]) as doing:
        _write(doing, open_, change, seen=seen, once=once)


def freeze(session: Session, open_: Open, *, seen: int, once: str) -> None:
    """Freeze what stands here: a snapshot that nothing changes any more. Raises `Conflict`, `NotNow`, `Busy`.

    Only now is it counted for everybody, and remembered; where that shows otherwise than the draft, it says so.
    """
    number, figures = len(open_.frozen) + 1, open_.said.figures
    if open_.row.revision == seen and rules.can_freeze(open_.said):
        figures = counting.for_everybody(session, figures, open_.said.as_of, open_.said.received.language)

    def frozen(now: Composed) -> Composed:
        if not rules.can_freeze(now):
            raise rules.NotNow
        return replace(now, frozen=number, figures=figures)

    with acting("composer.freeze", by=session.person, on=[open_.row.id]) as act:
        if not _write(act, open_, frozen, seen=seen, once=once):
            return
        now = replace(open_.said, figures=figures)
        expected, made = whole.of(open_.said), whole.of(now)
        otherwise = differences.between(expected, made, rules=False).numbers
        snapshot = Snapshot(
            document.write(made),
            document.fingerprint(made),
            whole.rules(),
            timezone.now(),
            session.person,
            preview=document.write(expected) if otherwise else "",
            internal=whole.internal(now),
        )
        row = FrozenReply(question=open_.row, number=number)
        open_.keys.seal(row, snapshot, bundle=open_.row.id, part=PART)
        act.add(row)


def send(session: Session, open_: Open, change: Change, *, seen: int, once: str) -> None:
    """It went out: its figures are open data, in the place of the version before. Raises `Conflict`, `NotNow`."""
    with acting("composer.send", by=session.person, on=[open_.row.id]) as act:
        if _write(act, open_, change, seen=seen, once=once) and open_.standing:
            publish(act, document.read(open_.standing.document), replaces=_went_out(open_))


def withdraw(session: Session, open_: Open, change: Change, *, seen: int, once: str) -> None:
    """It stands no more, nor does any version before it. Raises `Conflict`, `NotNow`."""
    with acting("composer.withdraw", by=session.person, on=[open_.row.id]) as act:
        if not _write(act, open_, change, seen=seen, once=once):
            return
        rows = {row.id: row for made in _went_out(open_) if (row := published.standing(made))}
        for row in rows.values():
            published.withdraw(act, row)


def _went_out(open_: Open) -> list[Document]:
    """The documents that were sent of it, oldest first."""
    replies = list(open_.frozen.values())
    return [document.read(replies[one.frozen - 1].document) for one in open_.said.versions]


def _write(act: Act, open_: Open, change: Change, *, seen: int, once: str) -> bool:
    """Whether it was written now, and not by the same form before."""
    row, before = open_.row, open_.said
    if act.once(f"{act.name} {once}", lock=row.id, outcome=row.id) is not None:
        return False
    if row.revision != seen:
        raise Conflict
    open_.keys.seal(row, change(before), bundle=row.id, part=PART)
    act.rewrite(row)
    return True


def _words(said: Composed) -> str:
    return digest(codec.pack(said)).hex()
