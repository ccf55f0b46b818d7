"""A plan as its page shows it: a card a row, the five steps in words, who does what by when. No words are made up.

Pure: from an open plan and the names of colleagues to lines. What does not live here: the forms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext

from kring.support.dossier import words
from kring.support.intake.codelists import DOMAIN_ICONS, LifeDomain
from kring.support.plan import action_shown, rules
from kring.support.plan.action_shown import ActionShown
from kring.support.plan.content import AGREED, LEVELS, DomainRow, Move
from kring.support.plan.opening import KeptRow, OpenPlan
from kring.support.plan.words import sign
from kring.team.names import Names


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step of a goal. state: classes of the design; flags: start, now, agreed."""

    sign: str
    text: str
    state: str
    start: bool
    now: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class RowShown:
    """One card of the plan."""

    id: str
    domain: str | Promise
    icon: str
    wish: str
    now: str
    steps: list[StepShown]
    moves: list[str]
    aside: bool
    actions: list[ActionShown]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The whole page. loose: actions that belong to no row."""

    version: str
    rows: list[RowShown]
    aside: list[RowShown]
    loose: list[ActionShown]
    consents: list[tuple[str, str]]
    agreed: bool
    changed: bool


def of(plan: OpenPlan, names: Names, label: str, today: date) -> PlanShown:
    """The plan as it is shown today; label: what the client is called."""
    rows = [_row(plan, one, names, label, today) for one in plan.rows]
    known = {one.record.id for one in plan.rows}
    loose = [one for one in plan.actions if one.content.row not in known]
    return PlanShown(
        version(plan),
        [row for row in rows if not row.aside],
        [row for row in rows if row.aside],
        [action_shown.of(one, names, label, today) for one in loose],
        _consents(plan, label),
        bool(plan.agreements),
        changed(plan),
    )


def version(plan: OpenPlan) -> str:
    """Which version, when it was agreed, when one last looked at it together."""
    if not plan.agreements:
        return gettext("Not agreed on yet")
    last = plan.agreements[-1]
    said = [
        gettext("Version %(number)s") % {"number": last.number},
        gettext("agreed on %(day)s") % {"day": words.day(last.on)},
    ]
    looked = max((move.on for one in plan.rows for move in one.content.moves), default=last.on)
    if looked > last.on:
        said.append(gettext("last looked at on %(day)s") % {"day": words.day(looked)})
    return " · ".join(said)


def changed(plan: OpenPlan) -> bool:
    """Whether anything was written since the version that was agreed."""
    if not plan.agreements:
        return False
    last = plan.agreements[-1]
    here = {_told(row.content) for row in plan.rows}, {one.content.what for one in plan.actions}
    there = {_told(row) for row in last.rows}, {one.what for one in last.actions}
    return here != there


def _told(row: DomainRow) -> tuple[object, ...]:
    return (row.domain, row.wish, row.now, row.steps, row.aside)


def steps_of(row: DomainRow) -> list[StepShown]:
    """The five steps of a goal, or nothing when there is no goal."""
    if row.level is None or row.start is None:
        return []
    return [_step(row.steps[rules.index(level)], level, row.level, row.start) for level in LEVELS]


def _step(text: str, level: int, now: int, start: int) -> StepShown:
    state = ["now"] if level == now else ["pass"] if start <= level < now else []
    if level == AGREED:
        state.append("goal")
    is_start = level == start and start != now
    return StepShown(sign(level), text, " ".join(state), is_start, level == now, level == AGREED)


def _row(plan: OpenPlan, kept: KeptRow, names: Names, label: str, today: date) -> RowShown:
    row = kept.content
    mine = [one for one in plan.actions if one.content.row == kept.record.id]
    return RowShown(
        kept.record.id,
        domain(row.domain),
        DOMAIN_ICONS.get(row.domain, "flag"),
        row.wish,
        row.now,
        steps_of(row),
        moves_of(row),
        row.aside,
        [action_shown.of(one, names, label, today) for one in mine],
    )


def domain(code: str) -> str | Promise:
    """What a life domain is called."""
    return LifeDomain(code).label if code in LifeDomain.values else code


def moves_of(row: DomainRow) -> list[str]:
    """The goal over time, in sentences; nothing while it has not moved."""
    return [_moved(row, move) for move in row.moves] if len(row.moves) > 1 else []


def _moved(row: DomainRow, move: Move) -> str:
    text = row.steps[rules.index(move.level)]
    return gettext("%(day)s: %(step)s") % {"day": words.day(move.on), "step": f"{sign(move.level)} {text}".strip()}


def _consents(plan: OpenPlan, label: str) -> list[tuple[str, str]]:
    if not plan.agreements:
        return []
    last = plan.agreements[-1]
    return [(label, last.how), *((one.name, one.how) for one in last.others)]


def people_of(plan: OpenPlan) -> Iterable[str]:
    """Principals whose names the page needs."""
    return {plan.dossier.holder, plan.dossier.deputy, *(one.content.person for one in plan.actions)} - {""}
