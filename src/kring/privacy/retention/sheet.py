"""From rows to what the pages of a batch show: facts, where it stands, who still has to approve."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.privacy.retention.batches import State
from kring.privacy.retention.beside import open_requests
from kring.privacy.retention.holds import held
from kring.privacy.retention.models import Approval, Batch, BatchItem, DestructionDeclaration, Hold
from kring.privacy.retention.offices import OFFICES
from kring.team import queries as team
from kring.team.clock import today
from kring.team.names import name_of
from kring.team.retention.queries import by_row
from kring.team.retention.rules import Rule

OFFICE_NAMES: Mapping[str, Promise] = {
    "dpo": gettext_lazy("the data protection officer"),
    "head_of_service": gettext_lazy("the head of service"),
}
PENDING = Hold.Reason.ACCESS_REQUEST.label
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: look is "b" when done, "y" when it waits for who looks, "" else."""

    title: str
    meta: str
    icon: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One batch. may: what who looks may do now, by step."""

    batch: Batch
    facts: list[Fact]
    steps: list[Step]
    items: list[tuple[BatchItem, str]]
    may: frozenset[str]


def of(
    batch: Batch,
    rule: Rule | None,
    items: Sequence[BatchItem],
    given: Sequence[Approval],
    back: Mapping[str, str],
    office: str,
    *,
    gone: int = 0,
) -> Sheet:
    """What one page of a batch shows to somebody of an office.

    back: number -> why it is held back. gone: how many of it were destroyed.
    """
    steps = [_looked(back), *_approvals(given, office, batch), _destroying(batch, items)]
    lines = [(one, _why(one, back)) for one in items]
    return Sheet(batch, facts(batch, rule, items, back, gone), steps, lines, _may(batch, given, office))


def held_back(items: Sequence[BatchItem], *, unkept: Container[str] = (), but: str = "") -> dict[str, str]:
    """Number -> why it is held back today: by a hold, or by a request of the person that waits for its answer.

    unkept: what still needs a file for an archive, by id.
    """
    there = [one for one in items if one.state != BatchItem.State.LEFT_OUT]
    by_hand, asked = held() if there else {}, open_requests((one.subject for one in there), but=but)
    reasons = {one.number: str(_("no archive has its file yet")) for one in there if one.subject in unkept}
    reasons |= {one.number: f"{PENDING} {asked[one.subject]}" for one in there if one.subject in asked}
    return reasons | {one.number: reason(by_hand[one.number]) for one in there if one.number in by_hand}


def facts(
    batch: Batch, rule: Rule | None, items: Sequence[BatchItem], back: Mapping[str, str], gone: int
) -> list[Fact]:
    """The few facts of the card."""
    stuck = [one for one in items if one.state == BatchItem.State.STUCK]
    asked = [(_("Before its term"), _("asked by the person, %(number)s") % {"number": batch.request})]
    return [
        *(asked if batch.request else []),
        (_("Rule"), f"{rule.code}, {rule.series.label}" if rule else ""),
        (_("In this batch"), str(len(items) + gone)),
        *([(_("Destroyed"), str(gone))] if gone else []),
        (_("Postponed"), ", ".join([str(len(back)), *back.values()]) if back else _("none")),
        (_("Destination"), _destination(rule)),
        *([(_("Could not be destroyed"), str(len(stuck)))] if stuck else []),
    ]


def reason(hold: Hold) -> str:
    """Why something is held back, with its number and its day."""
    until = _("until %(day)s") % {"day": date_format(hold.until_on, "j F Y")}
    return " ".join(filter(None, [hold.get_reason_display(), hold.reference, until]))


def _destination(rule: Rule | None) -> str:
    if rule is None:
        return ""
    said = str(rule.destination.label)
    return said + ", " + _("a sample of one in %(n)s") % {"n": rule.sample} if rule.sample else said


def _looked(back: Mapping[str, str]) -> Step:
    found = _("%(count)s held back") % {"count": len(back)} if back else _("nothing is held back")
    return Step(_("Looked whether anything is held back"), f"{date_format(today(), 'j F Y')} · {found}", "check", "b")


def _approvals(given: Sequence[Approval], office: str, batch: Batch) -> list[Step]:
    steps = [
        Step(_("Approved by %(who)s") % {"who": OFFICE_NAMES[one.office]}, _moment(one.at), "check", "b")
        for one in given
    ]
    for missing in [one for one in OFFICES if one not in {row.office for row in given}]:
        waits = _("Waits for you") if missing == office else _("Waits for %(who)s") % {"who": OFFICE_NAMES[missing]}
        steps.append(Step(waits, "", "pen", "y" if batch.state == State.PROPOSED and missing == office else ""))
    return steps


def _destroying(batch: Batch, items: Sequence[BatchItem]) -> Step:
    title = _("Destroy the keys, make the declaration")
    left = len([one for one in items if one.state == BatchItem.State.PROPOSED])
    if batch.state == State.DESTROYING:
        return Step(title, _("%(count)s to go") % {"count": left}, "key", "y")
    if batch.state == State.DONE and batch.ended_on:
        return Step(title, date_format(batch.ended_on, "j F Y"), "key", "b")
    return Step(title, str(batch.get_state_display()) if batch.state == State.DROPPED else "", "key")


def _may(batch: Batch, given: Sequence[Approval], office: str) -> frozenset[str]:
    if batch.state == State.DESTROYING:
        return frozenset({"destroy"})
    if batch.state != State.PROPOSED:
        return frozenset()
    whole = len({one.office for one in given}) == len(OFFICES)
    mine = office in {one.office for one in given}
    return frozenset({"call_off"} | ({"destroy"} if whole else set()) | (set() if mine else {"approve"}))


def _why(item: BatchItem, back: Mapping[str, str]) -> str:
    if item.number in back:
        return back[item.number]
    return "" if item.state == BatchItem.State.PROPOSED else str(item.get_state_display())


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j F Y, H.i")


def declaration(batch: Batch) -> dict[str, object]:
    """What the declaration of a batch says: who approved, the rule with its reference, and every line."""
    lines = [one.verified() for one in DestructionDeclaration.objects.filter(batch=batch).order_by("pseudonym")]
    names = team.colleagues({person for one in lines for person in (one.first, one.second)})
    signed = dict.fromkeys(person for one in lines for person in (one.first, one.second))
    return {
        "rule": by_row(batch.rule),
        "lines": lines,
        "signed": [name_of(names, person) for person in signed],
        "locks": sum(one.locks for one in lines),
        "rows": sum(one.rows for one in lines),
    }
