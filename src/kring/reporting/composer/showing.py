"""What the page of one question shows: figures with pictures, the drafted text, what is frozen, what may be done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kring.reporting import document
from kring.reporting.composer import counting, differences, inside, pictures, rules, whole
from kring.reporting.composer.content import Body, Composed, Snapshot, Step, Wish
from kring.reporting.composer.forms import BODIES, ApprovalForm, hidden
from kring.reporting.composer.names import measure_name
from kring.reporting.composer.places import placed
from kring.reporting.composer.queries import Line, Open
from kring.reporting.document.values import Line as OfRow
from kring.reporting.document.values import Says
from kring.reporting.periods import NotUnderstood
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
        "to_count": sum(not wish.counted for wish in one.said.figures),
        "sent": one.said.step is Step.SENT,
        "correcting": bool(one.said.correcting),
        "withdrawn": one.said.withdrawn_on is not None,
    }


def page(
    open_: Open, by: str, *, counts: bool = False, citizen: bool = False, approval: ApprovalForm | None = None
) -> dict[str, Any]:
    """The context of the page of a question.

    counts: whether who looks may count. citizen: without the numbers that are not said outside.
    """
    said = open_.said
    standing = open_.standing
    names = team.colleagues({said.written_by, said.read_by, said.withdrawn_by} - {""}) if standing else {}
    return {
        "question": open_.row.id,
        "said": said,
        "body": BODY[said.received.body],
        "short": short(said.received.text),
        "steps": [(STEPS[step], _state(said.step, step)) for step in rules.ORDER],
        "figures": [_figure(one, said.as_of, citizen=citizen) for one in said.figures],
        "counted": sum(bool(one.counted) for one in said.figures),
        "waiting": sum(not one.counted for one in said.figures),
        "citizen": citizen,
        "paragraphs": list(whole.paragraphs(said)),
        "standing": standing,
        "frozen": _document(standing, citizen=citizen) if standing else None,
        "replies": [
            {"id": reply, "number": number, "at": one.frozen_at, "stands": one is standing, **standing_of(open_, reply)}
            for number, (reply, one) in enumerate(open_.frozen.items(), 1)
        ],
        "last_sent": said.versions[-1] if said.versions else None,
        "otherwise": otherwise(open_),
        "difference": difference(open_),
        "may": may(said, by, counts=counts),
        "written_by": _name(names, said.written_by),
        "read_by": _name(names, said.read_by),
        "withdrawn_by": _name(names, said.withdrawn_by),
        "hidden": hidden(open_.row.revision),
        "approval": approval or (ApprovalForm.fresh(open_.row.revision) if rules.can_approve(said) else None),
    }


def may(said: Composed, by: str, *, counts: bool) -> dict[str, bool]:
    """What this colleague may do now."""
    return {
        "write": rules.can_write(said),
        "count": counts and rules.can_write(said),
        "freeze": counts and rules.can_freeze(said),
        "be_frozen": not counts and rules.can_freeze(said),
        "read": rules.can_read(said, by),
        "approve": rules.can_approve(said),
        "send": rules.can_send(said),
        "take_back": rules.can_take_back(said),
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


def versions(open_: Open) -> list[dict[str, Any]]:
    """Every version that went out: when, and why in the place of the one before."""
    replies = list(open_.frozen)
    return [
        {"number": number, "on": one.on, "why": one.why, "reply": replies[one.frozen - 1]}
        for number, one in enumerate(open_.said.versions, 1)
    ]


def standing_of(open_: Open, reply: str) -> dict[str, Any]:
    """How a frozen answer stands: what took its place, or that it was withdrawn. Empty when it never went out."""
    sent = versions(open_)
    at = next((number for number, one in enumerate(sent) if one["reply"] == reply), None)
    if at is None:
        return {}
    after = sent[at + 1] if at + 1 < len(sent) else None
    return {"sent_on": sent[at]["on"], "replaced": after, "withdrawn_on": open_.said.withdrawn_on}


def short(text: str) -> str:
    """The beginning of a question, for a heading."""
    line_ = " ".join(text.split())
    return line_ if len(line_) <= SIZE else f"{line_[:SIZE].rsplit(' ', 1)[0]} …"


def _figure(one: Wish, as_of: date, *, citizen: bool) -> dict[str, Any]:
    made = whole.figure(one)
    if made is None:
        return {"wish": one, "made": None, "sentence": _sentence(one, as_of)}
    return {"wish": one, "made": made, **_shown(made, "" if citizen else one.internal)}


def _document(standing: Snapshot, *, citizen: bool) -> dict[str, Any]:
    made = document.read(standing.document)
    return {"made": made, **_shown(made, "" if citizen else standing.internal)}


def _shown(made: document.Document, internal: str) -> dict[str, Any]:
    """Tables with pictures, the one number when it is one, and what is for inside."""
    withheld = any(one.cell.says is Says.WITHHELD for one in placed(made.tables))
    return {
        "drawn": pictures.drawn(made),
        "big": big(made),
        "withheld": withheld,
        "internal": inside.beside(internal, made),
    }


def big(made: document.Document) -> dict[str, Any] | None:
    """The number that answers, where it is one: text, whether it is withheld, what it is of."""
    if not made.tables or len(made.tables[0].wholes) != 1:
        return None
    table, [cell] = made.tables[0], made.tables[0].wholes
    middle = next((row for row in table.rows if row.line is OfRow.MEDIAN and len(row.cells) == 1), None)
    with override(made.language):
        name = measure_name(table.of)
        if middle:  # of days it is the middle, not on how many it rests
            [cell], name = middle.cells, f"{name}: {middle.label}"
        of = ", ".join([name, *dict.fromkeys(column.period.words for column in table.columns)])
    return {"text": cell.text, "withheld": cell.says is Says.WITHHELD, "of": of}


def _sentence(one: Wish, as_of: date) -> str:
    try:
        return counting.sentence(one, as_of)
    except NotUnderstood as why:
        return str(why)


def _state(now: Step, step: Step) -> str:
    at, of = rules.ORDER.index(now), rules.ORDER.index(step)
    return "now" if at == of else "done" if of < at else ""


def _name(names: Any, principal: str) -> str:
    found = names.get(principal)
    return found.name if found else ""
