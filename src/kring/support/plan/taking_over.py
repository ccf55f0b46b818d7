"""What was agreed at a client consultation becomes actions of the plan, each once; whose it is can be set right after.

A name at the table is a name: it becomes a colleague only when it is the name of one of the circle, and the client when
it is what the client is called. What nobody was named for is of who takes it over.
"""

from collections.abc import Mapping

from kring.support.consultation.queries import AgreedAction
from kring.support.plan import actions, editing
from kring.support.plan.content import Action, Owner
from kring.support.plan.opening import OpenPlan


def take_over(plan: OpenPlan, *, once: str) -> int:
    """Take over all of it; how many actions that makes. Raises `Refused` in a closed dossier."""
    people = {name: principal for principal, name in editing.people(plan).items()}
    rows = {row.content.domain: row.record.id for row in plan.rows}
    me, label = plan.keys.actor, plan.opened.summary.label
    return actions.take_over(plan, [_action(one, people, rows, label, me) for one in plan.at_table], once=once)


def _action(agreed: AgreedAction, people: Mapping[str, str], rows: Mapping[str, str], label: str, me: str) -> Action:
    names = " & ".join(agreed.who)
    row = rows.get(agreed.domain, "")
    owner, person = Owner.NETWORK, ""
    if names in people:
        owner, person, names = Owner.COLLEAGUE, people[names], ""
    elif not names:
        owner, person = Owner.COLLEAGUE, me
    elif names in (label, label.split(maxsplit=1)[0]):
        owner, names = Owner.CLIENT, ""
    return Action(agreed.what, row, owner, person, names, due_on=agreed.by_when, taken_from=agreed.id)
