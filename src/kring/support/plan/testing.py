"""Plans for tests, written through the product's own verbs around the personas of the town. Nobody here exists."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kring.support.dossier.models import Dossier
from kring.support.plan import actions, nudging
from kring.support.plan.content import Action, Consent, DomainRow, HowFar, Owner
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


LONG = (
    "Ik wil dat ze op school niet direct het ergste denken als er iets gebeurt, en dat iemand eerst aan mij vraagt wat"
    " er was. https://voorbeeld.example/eenheellangadreszonderenkelespatieofkoppelteken/dat-nergens-afbreekt"
)
SCHOOL = DomainRow(
    "school",
    now="Komt hele dagen, zit vaak op de gang.",
    wish=LONG,
    steps=("thuis gebleven", "halve dagen, vaak buiten gezet", "hele dagen, één vast aanspreekpunt", "", ""),
)
MIND = DomainRow(
    "mental_health",
    wish="Soms zit mijn hoofd te vol.",
    steps=(
        "slaapt slecht",
        "praat met één iemand",
        "praat elke twee weken met Tom",
        "heeft eigen trucs die werken",
        "",
    ),
)


def a_full_plan(who: Persona, dossier: Dossier, on: date) -> str:
    """A plan with something of everything, agreed; the id of the action of an organisation."""
    football, school = a_row(who, dossier), a_row(who, dossier, SCHOOL, level=0)
    a_row(who, dossier, MIND)
    a_row(who, dossier, DomainRow("work", now="Wil dit later bekijken."), level=None)
    a_row(who, dossier, DomainRow("housing", now="Woont nu bij zijn zus.", aside=True), level=None)
    me = who.principal
    late, later = on - timedelta(days=1), on + timedelta(days=9)
    an_action(who, dossier, Action("Attest sportclub bezorgen", football, person=me, due_on=late, mode="hands_on"))
    an_action(who, dossier, Action("Ik ga naar de proeftraining", football, Owner.CLIENT, due_on=later))
    contact = Action("Vast aanspreekpunt zoeken", school, Owner.ORGANISATION, name="Griet Lens", organisation="De Brug")
    an_action(who, dossier, replace(contact, how_far=HowFar.DONE, words="Het loopt sinds maandag."))
    an_action(who, dossier, Action("Mee naar de club rijden", "", Owner.NETWORK, name="tante Els"))
    actions.agree(plan_of(who, dossier), on=on, how="aan tafel", others=[Consent("mama", "thuis")], once=new_id())
    return an_action(who, dossier, replace(ROOM, row=school, due_on=later))


def a_question(who: Persona, dossier: Dossier, action: str, word: str) -> None:
    """Ask the owner of an action how far it is."""
    plan = plan_of(who, dossier)
    kept = plan.action(action)
    told = {"line": "Een rustig lokaal vrijhouden voor de middag, tussen 10.10 en 10.30 uur.", "word": word}
    nudging.send_nudge(plan, kept, to="griet@school.example", seen=kept.record.revision, once=new_id(), **told)
