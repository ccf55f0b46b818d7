"""Looking up questions and frozen answers, and opening them: one line in the journal a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kring.reporting import document
from kring.reporting.composer.content import Composed, Snapshot, Step
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.models import CouncilQuestion, FrozenReply
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

PART = "question"


@dataclass(frozen=True, slots=True)
class Open:
    """A question that was opened. frozen: every frozen answer by its id, oldest first."""

    row: CouncilQuestion
    keys: Keys = field(repr=False)
    said: Composed = field(repr=False)
    frozen: dict[str, Snapshot] = field(repr=False)

    @property
    def standing(self) -> Snapshot | None:
        """The frozen answer that stands: always the last one."""
        return list(self.frozen.values())[-1] if self.said.frozen else None


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the list."""

    id: str
    said: Composed = field(repr=False)


def opened(session: Session, question: str, *, act: str) -> Open:
    """One question with its frozen answers. Raises `Refused`."""
    keys = gate.entering(session, act=act, of=[question], parts=[PART])
    replies = list(FrozenReply.objects.filter(question=question).select_related("question").order_by("number"))
    row = replies[0].question if replies else CouncilQuestion.objects.filter(id=question).first()
    if row is None:
        raise Refused
    frozen, said = keys.open_all(FrozenReply, replies, Snapshot), keys.open(row, Composed)
    _check(said, replies, frozen)
    return Open(row, keys, said, {one.id: made for one, made in zip(replies, frozen, strict=True)})


def _check(said: Composed, replies: Sequence[FrozenReply], frozen: Sequence[Snapshot]) -> None:
    """Numbers stand in the clear: none may be gone or stand for another. Raises `Refused`."""
    in_order = [one.frozen_at for one in frozen] == sorted(one.frozen_at for one in frozen)
    numbers = [one.number for one in replies]
    if numbers != list(range(1, len(numbers) + 1)) or not in_order or said.frozen not in (0, len(numbers)):
        raise Refused


def every(session: Session, *, act: str) -> list[Line]:
    """Every question, the one that is due first in front; what was sent comes last."""
    rows = list(CouncilQuestion.objects.order_by("id"))
    if not rows:
        return []
    keys = gate.entering(session, act=act, of=[row.id for row in rows], parts=[PART], strict=False)
    known = [row for row in rows if keys.holds(row.id, PART)]
    lines = [
        Line(row.id, said) for row, said in zip(known, keys.open_all(CouncilQuestion, known, Composed), strict=True)
    ]
    return sorted(lines, key=_urgent)


def went_out(session: Session, *, act: str) -> list[Document]:
    """Figures of answers that were sent and stand, as they were frozen, the newest first; none with a filter."""
    sent = [one.said for one in every(session, act=act)]
    sent = [said for said in sent if said.step is Step.SENT and said.withdrawn_on is None]
    sent.sort(key=lambda said: said.sent_on or said.as_of, reverse=True)
    found = (document.read(one.counted) for said in sent for one in said.figures if one.counted and not one.only)
    return [made for made in found if made.audience == Audience.PUBLIC]


def _urgent(line: Line) -> tuple[bool, str, str, str]:
    said = line.said
    due = (said.received.due_on or said.received.asked_on).isoformat()
    return said.sent_on is not None, "" if said.received.due_on else "x", due, line.id
