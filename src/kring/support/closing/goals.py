"""Where each goal of the plan stands when the role ends: beside what was agreed, for itself, never added up."""

from kring.support.closing.content import GoalAtEnd, Reached
from kring.support.dossier.opening import Opened
from kring.support.intake.codelists import LifeDomain
from kring.support.plan.content import AGREED, LEVELS, DomainRow
from kring.support.plan.opening import read_plan


def at_end(opened: Opened) -> tuple[tuple[GoalAtEnd, ...], int]:
    """The goals of an opened plan and how many actions are still open; nothing where the plan is shut or empty."""
    if not opened.holds("plan"):
        return (), 0
    plan = read_plan(opened)
    goals = tuple(_goal(row.content) for row in plan.rows if row.content.has_goal and not row.content.aside)
    return goals, sum(one.record.done_on is None for one in plan.actions)


def domain(goal: GoalAtEnd) -> str:
    """The name of the domain a goal belongs to."""
    return str(dict(LifeDomain.choices).get(goal.goal, goal.goal))


def _goal(row: DomainRow) -> GoalAtEnd:
    level = row.level or 0
    reached = Reached.BELOW if level < AGREED else Reached.ABOVE if level > AGREED else Reached.AGREED
    return GoalAtEnd(row.domain, row.steps[LEVELS.index(AGREED)], reached)
