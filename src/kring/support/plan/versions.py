"""An agreed version of the plan, as it stood that day: to read, never to change."""

from dataclasses import replace

from kring.support.plan.models import PlanAction, PlanRecord
from kring.support.plan.opening import KeptAction, KeptRow, OpenPlan
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


def as_agreed(plan: OpenPlan, number: str) -> OpenPlan:
    """The plan of a version instead of the plan of today. Raises `Refused` when there is no such version.

    A version knows its rows by their domain; its actions name the rows of today.
    """
    agreed = next((one for one in plan.agreements if str(one.number) == number), None)
    if agreed is None:
        raise Refused
    ids = {one.content.domain: one.record.id for one in plan.rows}
    rows = [KeptRow(PlanRecord(id=ids.get(row.domain) or new_id()), row) for row in agreed.rows]
    actions = [KeptAction(PlanAction(), action) for action in agreed.actions]
    return replace(
        plan,
        rows=tuple(rows),
        actions=tuple(actions),
        agreements=(agreed,),
        sheet=None,
        at_table=(),
        statements=(),
        said=False,
    )
