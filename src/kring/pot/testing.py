"""A call of the pot and applications for tests, made through the product's own verbs. Nobody here exists.

Greet, Bart and Wout are the office of the pot. The judo club of the Linde asks for a mat; its initiators are Rita and
Omar, who live at different addresses.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from kring.pot.applying.actions import Received, receive_application
from kring.pot.applying.codelists import State
from kring.pot.applying.content import Initiator, InitiatorsContent, ProjectContent, SentAlong
from kring.pot.applying.models import Application
from kring.pot.deciding.actions import decide, weigh
from kring.pot.deciding.content import DecisionContent, WeighingContent
from kring.pot.deciding.rules import CONDITIONS
from kring.pot.desk.opening import open_application
from kring.pot.paying import queries as paying
from kring.pot.paying.actions import make_run
from kring.pot.paying.lines import Payer
from kring.pot.paying.models import PaymentRun
from kring.pot.regulation import queries
from kring.pot.regulation.actions import publish
from kring.pot.regulation.models import GrantRegulation
from kring.team.clock import today
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

RULES: dict[str, Any] = {
    "aim": "Sport en beweging die mensen van een buurt bij elkaar brengt.",
    "decision_body": "Het college",
    "most_euro": 2500,
    "most_a_year": 3,
    "initiators": 2,
    "lead_days": 42,
    "decide_days": 30,
    "advance_percent": 80,
    "evidence_days": 90,
    "criteria": "3 Iedereen van de buurt is welkom\n2 Mensen leren elkaar kennen\n1 Het blijft duren",
    "budget_lines": "Sport en beweging: 18.000\nOntmoeting: 6.000",
}
IBAN, OTHER_IBAN = "BE68539007547034", "BE43068999999501"
"""Numbers that banks give as examples."""
PEOPLE = InitiatorsContent(
    (Initiator("Rita Verlinden", "Lindeplein 4"), Initiator("Omar Benali", "Kaaistraat 12")),
    "rita@judoterlinde.example",
    "0400 00 00 07",
    IBAN,
    "Judoclub Ter Linde",
)
PDF = SentAlong("pdf", b"%PDF-1.7\n%offer\n")


def a_project(**changes: Any) -> ProjectContent:
    """What the judo club asks for."""
    begin = today() + timedelta(days=60)
    project = ProjectContent(
        title="Meisjes op de mat",
        organisation="Judoclub Ter Linde",
        applicant="sport_club",
        about="Een kleine club in de Lindestraat, sinds 1994.",
        plan="Twaalf lessen judo op zondag, gegeven door vrouwen van de buurt.",
        factor="welcome_nowhere",
        audience="Meisjes van twaalf tot zestien van de buurt.",
        area="north",
        starts_on=begin,
        ends_on=begin + timedelta(days=90),
        budget="Matten 1200\nTrainster 650",
        asked_euro=1850,
    )
    return replace(project, **changes)


def a_call(town: Town, **changes: Any) -> GrantRegulation:
    """The rules of this year, published by Greet."""
    newest = queries.newest()
    seen = newest.number if newest else 0
    rules = {**RULES, **changes}
    return publish(town.greet.principal, from_on=today(), seen=seen, once=new_id(), **rules)


def an_application(town: Town, *sent: SentAlong, people: InitiatorsContent = PEOPLE, **changes: Any) -> Received:
    """An application as it came in today."""
    rules = queries.in_force(today()) or a_call(town)
    project = a_project(**{"sent": tuple(one.kind for one in sent), **changes})
    return receive_application(project, people, sent, rules=rules, submission=new_id())


def weighed(who: Persona, application: str, *points: int, words: str = "Goed voor de buurt.") -> None:
    """A colleague weighs a project: well on every criterion, unless it is said."""
    opened = open_application(who.session, application, act="test.weigh")
    weigh(opened, WeighingContent(points or (2, 2, 2), words), once=new_id())


def decided(who: Persona, application: str, euro: int = 1500, reasons: str = "Iedereen is welkom.") -> None:
    """A colleague grants it, or with 0 euro does not."""
    opened = open_application(who.session, application, act="test.decide")
    met = tuple(CONDITIONS) if euro else ()
    decide(opened, DecisionContent(euro > 0, euro, met, reasons, who.principal), once=new_id())


def typed(**changes: Any) -> dict[str, Any]:
    """The form of the public page as somebody fills it in."""
    project = a_project()
    names = ("title", "organisation", "applicant", "about", "plan", "factor", "audience", "area", "budget")
    given: dict[str, Any] = {name: getattr(project, name) for name in names}
    given |= {"starts_on": project.starts_on.isoformat(), "ends_on": project.ends_on.isoformat(), "asked_euro": "1850"}
    for number, one in enumerate(PEOPLE.initiators, 1):
        given |= {f"name_{number}": one.name, f"address_{number}": one.address}
    given |= {"email": PEOPLE.email, "phone": PEOPLE.phone, "iban": "BE68 5390 0754 7034", "holder": PEOPLE.holder}
    return {**given, "group": "on", "submission": new_id(), **changes}


def granted(town: Town, *, euro: int = 1850, **changes: Any) -> str:
    """The id of an application that was granted today. changes: as of `an_application`."""
    received = an_application(town, **changes)
    with acting("test.grant", by="system") as act:
        row = Application.objects.get(id=received.application)
        act.change(row, state=State.GRANTED, granted_euro=euro, decided_on=today())
    return received.application


def a_run(town: Town) -> PaymentRun:
    """Everything that is owed now, as Greet gives it to finance."""
    return make_run(
        town.greet.principal,
        chosen=[one.choice for one in paying.due()],
        payer=Payer("Stad Oever", OTHER_IBAN),
        pay_on=today(),
        once=new_id(),
    )
