"""Plans for tests, written through the product's own verbs around the personas of the town. Nobody here exists."""

from datetime import date
from typing import Any

from kring.support.dossier.models import Dossier
from kring.support.plan import actions
from kring.support.plan.content import Action, DomainRow, Owner
from kring.support.plan.opening import OpenPlan, open_plan
from kring.team.testing import Persona
from kring.vault.primitives import new_id

FOOTBALL = DomainRow(
    "leisure",
    wish="Ik wil gewoon terug voetballen.",
    steps=("geen sport, veel op straat", "denkt erover, ging kijken", "traint één keer per week", "", ""),
)
ROOM = Action(
    "Een rustig lokaal vrijhouden voor de middag",
    owner=Owner.ORGANISATION,
    name="Griet Lens",
    organisation="School De Brug",
    due_on=date(2021, 3, 16),
)


def plan_of(who: Persona, dossier: Dossier) -> OpenPlan:
    """The plan as this colleague opens it now."""
    return open_plan(who.session, dossier.id, act="test.plan")


def a_row(who: Persona, dossier: Dossier, row: DomainRow = FOOTBALL, *, level: int | None = -1) -> str:
    """The id of a row that was just written."""
    return actions.write_row(plan_of(who, dossier), row, level=level, once=new_id())


def an_action(who: Persona, dossier: Dossier, action: Action = ROOM, **more: Any) -> str:
    """The id of an action that was just written."""
    return actions.write_action(plan_of(who, dossier), action, once=new_id(), **more)
