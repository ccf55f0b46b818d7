"""What others ask of plans: actions that wait for somebody, with keys; and days to remind of, without.

One function, the same answer on Today and on the action board. Silent owners come first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from kring.support.plan import rules
from kring.support.plan.content import Action, HowFar, Owner
from kring.support.plan.models import PlanAction
from kring.support.plan.opening import PART
from kring.team.clock import today
from kring.vault.gate import Keys


@dataclass(frozen=True, slots=True)
class Waiting:
    """An action that is not done. silent: its owner lets us wait. waits_days: since it was due or asked.

    revision: of its row, for who writes on it from where it is listed.
    """

    dossier: str
    action: str
    content: Action
    silent: bool
    waits_days: int
    stuck: bool
    revision: int = 0

    @property
    def ours(self) -> bool:
        """Whether a colleague does it."""
        return self.content.owner is Owner.COLLEAGUE

    @property
    def done(self) -> bool:
        """Whether it was done today: listed for who asked for that too."""
        return rules.is_over(self.content)


def actions_waiting(keys: Keys, dossiers: Iterable[str], *, done_today_by: str = "") -> list[Waiting]:
    """Actions of these dossiers that are not done, silent owners first, then by date; one query.

    `keys` hold the part `plan` of some of them: the others say nothing. done_today_by: with what this colleague did
    today.
    """
    held = [dossier for dossier in dossiers if keys.holds(dossier, PART)]
    locks = {keys.part(dossier, PART).lock: dossier for dossier in held}
    asked = Q(done_on=None) | Q(done_on=today(), person=done_today_by) if done_today_by else Q(done_on=None)
    rows = PlanAction.objects.filter(asked, dossier__in=held)
    kept = [(row, keys.open(row, Action)) for row in rows if locks.get(row.lock) == row.dossier_id]
    found = [_waiting(row, content) for row, content in kept if row.done_on or not rules.is_over(content)]
    return sorted(found, key=_first_silent)


def outcomes(rows: Iterable[tuple[str, int | None]]) -> Mapping[str, str]:
    """Per row with a goal: below, at or above what was agreed. Each for itself: nothing is added up."""
    return {row: "below" if level < 0 else "above" if level else "at" for row, level in rows if level is not None}


def _waiting(row: PlanAction, content: Action) -> Waiting:
    now, on = timezone.now(), today()
    asked = content.nudges[-1].at.date() if rules.asked_without_answer(content, now) else None
    since = min((day for day in (content.due_on, asked) if day is not None), default=on)
    stuck = content.how_far is HowFar.CANNOT
    silent = rules.is_silent(content, on, now)
    return Waiting(row.dossier_id, row.id, content, silent, max((on - since).days, 0), stuck, row.revision)


def _first_silent(one: Waiting) -> tuple[bool, bool, int, date]:
    return not one.silent, not one.stuck, -one.waits_days if one.silent else 0, one.content.due_on or date.max
