"""Where each goal of the plan stands when the role ends: beside what was agreed, for itself, never added up."""

from kring.support.closing.content import GoalAtEnd, Reached
from kring.support.dossier.opening import Opened
from kring.support.intake.codelists import LifeDomain
from kring.support.plan.content import AGREED, LEVELS, DomainRow
from kring.support.plan.models import PlanRecord

_ORDER = {domain: at for at, domain in enumerate(LifeDomain.values)}


def at_end(opened: Opened) -> tuple[GoalAtEnd, ...]:
    """The goals of an opened plan, by domain; none where the plan is shut or empty. Raises `Refused`."""
    if not opened.holds("plan"):
        return ()
    rows = PlanRecord.objects.filter(dossier=opened.dossier, kind=PlanRecord.Kind.ROW)
    found = [row for row in (opened.keys.open(one, DomainRow) for one in rows) if row.has_goal and not row.aside]
    return tuple(_goal(row) for row in sorted(found, key=lambda row: _ORDER.get(row.domain, len(_ORDER))))


def domain(goal: GoalAtEnd) -> str:
    """The name of the domain a goal belongs to."""
    return str(dict(LifeDomain.choices).get(goal.goal, goal.goal))


def _goal(row: DomainRow) -> GoalAtEnd:
    level = row.level or 0
    reached = Reached.BELOW if level < AGREED else Reached.ABOVE if level > AGREED else Reached.AGREED
    return GoalAtEnd(row.domain, row.steps[LEVELS.index(AGREED)], reached)
