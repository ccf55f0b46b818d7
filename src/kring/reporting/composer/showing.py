"""What the page of one question shows: figures with pictures, the drafted text, what is frozen, what may be done."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.reporting import document
from kring.reporting.composer import differences, pictures, rules, whole
from kring.reporting.composer.content import Body, Composed, Step
from kring.reporting.composer.forms import BODIES, ApprovalForm, hidden
from kring.reporting.composer.queries import Line, Open
from kring.team import queries as team

STEPS = {
    Step.DRAFT: _("Draft"),
    Step.READ: _("Read over"),
    Step.APPROVED: _("Approved"),
    Step.SENT: _("Sent"),
}
BODY = {Body(value): label for value, label in BODIES}
SIZE = 90
"""Signs of a question that stand in a heading; the whole question stands below it."""


def line(one: Line) -> dict[str, Any]:
    """A question in the list."""
    received = one.said.received
    return {
        "id": one.id,
        "text": short(received.text),
        "body": BODY[received.body],
        "asker": received.asker,
        "number": received.number,
        "due_on": received.due_on,
        "step": STEPS[one.said.step],
        "frozen": one.said.frozen > 0,
        "sent": one.said.step is Step.SENT,
    }


def page(open_: Open, by: str, *, approval: ApprovalForm | None = None) -> dict[str, Any]:
    """The context of the page of a question."""
    said = open_.said
    standing = open_.standing
    names = team.colleagues({said.written_by, said.read_by} - {""}) if standing else {}
    return {
        "question": open_.row.id,
        "said": said,
        "body": BODY[said.received.body],
        "short": short(said.received.text),
        "steps": [(STEPS[step], _state(said.step, step)) for step in rules.ORDER],
        "figures": [_figure(one, made) for one in said.figures for made in [whole.figure(one)]],
        "counted": sum(bool(one.counted) for one in said.figures),
        "waiting": sum(not one.counted for one in said.figures),
        "paragraphs": list(whole.paragraphs(said)),
        "standing": standing,
        "frozen": _document(standing.document) if standing else None,
        "replies": [
            {"id": reply, "number": number, "at": one.frozen_at, "stands": one is standing}
            for number, (reply, one) in enumerate(open_.frozen.items(), 1)
        ],
        "otherwise": otherwise(open_),
        "difference": difference(open_),
        "may": may(said, by),
        "written_by": _name(names, said.written_by),
        "read_by": _name(names, said.read_by),
        "hidden": hidden(open_.row.revision),
        "approval": approval or (ApprovalForm.fresh(open_.row.revision) if rules.can_approve(said) else None),
    }


def may(said: Composed, by: str) -> dict[str, bool]:
    """What this colleague may do now."""
    return {
        "write": rules.can_write(said),
        "freeze": rules.can_freeze(said),
        "read": rules.can_read(said, by),
        "approve": rules.can_approve(said),
        "send": rules.can_send(said),
        "waits": said.step is Step.DRAFT and said.frozen > 0 and by == said.written_by,
    }


def difference(open_: Open) -> differences.Difference | None:
    """What was counted since against what stands frozen; None when nothing is frozen or nothing differs."""
    standing = open_.standing
    if standing is None or not open_.said.figures:
        return None
    now = whole.of(open_.said)
    found = differences.between(document.read(standing.document), now, rules=standing.rules != whole.rules())
    return found if found.any else None


def otherwise(open_: Open) -> Sequence[differences.Changed]:
    """Which numbers were frozen otherwise than the draft showed them."""
    standing = open_.standing
    if standing is None or not standing.preview:
        return ()
    expected, made = document.read(standing.preview), document.read(standing.document)
    return differences.between(expected, made, rules=False).numbers


def short(text: str) -> str:
    """The beginning of a question, for a heading."""
    line_ = " ".join(text.split())
    return line_ if len(line_) <= SIZE else f"{line_[:SIZE].rsplit(' ', 1)[0]} …"


def _figure(one: Any, made: document.Document | None) -> dict[str, Any]:
    return {"wish": one, "made": made, "drawn": pictures.drawn(made) if made else []}


def _document(written: str) -> dict[str, Any]:
    made = document.read(written)
    return {"made": made, "drawn": pictures.drawn(made)}


def _state(now: Step, step: Step) -> str:
    at, of = rules.ORDER.index(now), rules.ORDER.index(step)
    return "now" if at == of else "done" if of < at else ""


def _name(names: Any, principal: str) -> str:
    found = names.get(principal)
    return found.name if found else ""
