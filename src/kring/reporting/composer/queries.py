"""Looking up questions and frozen answers, and opening them: one line in the journal a page."""

from dataclasses import dataclass, field

from kring.reporting.composer.content import Composed, Snapshot
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
        """The frozen answer that stands."""
        return list(self.frozen.values())[self.said.frozen - 1] if self.said.frozen else None


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
    frozen = keys.open_all(FrozenReply, replies, Snapshot)
    return Open(row, keys, keys.open(row, Composed), {one.id: made for one, made in zip(replies, frozen, strict=True)})


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


def _urgent(line: Line) -> tuple[bool, str, str, str]:
    said = line.said
    due = (said.received.due_on or said.received.asked_on).isoformat()
    return said.sent_on is not None, "" if said.received.due_on else "x", due, line.id
