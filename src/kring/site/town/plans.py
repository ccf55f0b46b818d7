"""Plans of the town, in invented words: for one dossier of a few holders, written by the actions of the pages."""

from datetime import timedelta

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.dossier.models import Dossier
from kring.support.plan import actions, nudging, sheets
from kring.support.plan.content import Action, ClientSheet, Consent, DomainRow, HowFar, Owner, Piece
from kring.support.plan.opening import OpenPlan, open_plan
from kring.vault.gate import Session

HOLDERS = ("samir", "noor")
AGREED_ON = DAY - timedelta(days=3)
FOOTBALL = DomainRow(
    "leisure",
    wish="Ik wil gewoon terug voetballen.",
    steps=(
        "geen sport, veel op straat",
        "denkt erover, ging kijken",
        "traint één keer per week",
        "traint twee keer, speelt mee",
        "helpt mee als trainer",
    ),
)
SCHOOL = DomainRow(
    "school",
    wish="Dat ze niet direct het ergste denken.",
    steps=(
        "thuis gebleven",
        "halve dagen, vaak buiten gezet",
        "hele dagen, één vast aanspreekpunt",
        "hele dagen, geen strafstudie",
        "doet mee in een project",
    ),
)
MIND = DomainRow(
    "mental_health",
    wish="Soms zit mijn hoofd te vol.",
    steps=("slaapt slecht, praat niet", "praat met één iemand", "praat elke twee weken met de straattherapeut", "", ""),
)
WORK = DomainRow("work", now="Wil dit later bekijken.")


def write_plans(house: House) -> int:
    """Write a plan in one open dossier of each of these holders; how many."""
    written = 0
    for holder in HOLDERS:
        principal = house.principal(holder)
        found = Dossier.objects.filter(holder=principal, state=Dossier.State.OPEN).order_by("-opened_on", "number")
        if (dossier := found.first()) is not None:
            _write(house, house.session(holder), dossier)
            written += 1
    return written


def _write(house: House, session: Session, dossier: Dossier) -> None:
    def plan() -> OpenPlan:
        return open_plan(session, dossier.id, act="town.plan")

    def row(content: DomainRow, level: int | None) -> str:
        return actions.write_row(plan(), content, level=level, once=f"town {content.domain}")

    football, school, mind = row(FOOTBALL, -1), row(SCHOOL, 0), row(MIND, -1)
    row(WORK, None)
    club = Action("Proeftraining begeleiden", football, Owner.ORGANISATION, "", "Yusuf", "FC Oever")
    for number, one in enumerate(_agreed(session.person, house.principal("tom"), football, school, mind)):
        actions.write_action(plan(), one, once=f"town action {number}")
    asked = actions.write_action(plan(), club, once="town action of the club")
    consents = [Consent("Mama", "aan de telefoon")]
    actions.agree(plan(), on=AGREED_ON, how="aan tafel", others=consents, once="town agrees")
    kept = plan().action(asked)
    told = {"line": "Proeftraining op woensdag om 17 uur: wachten aan de poort.", "to": "yusuf@fcoever.example"}
    nudging.send_nudge(plan(), kept, **told, word="piano kayak", seen=kept.record.revision, once="town asks")
    head = Piece(mind, "Mijn hoofd", closed=True, places=())
    sheets.write_sheet(plan(), ClientSheet(trusted="mama", pieces=(head,)), seen=0, once="town sheet")


def _agreed(holder: str, therapist: str, football: str, school: str, mind: str) -> list[Action]:
    yesterday, soon = DAY - timedelta(days=1), DAY + timedelta(days=10)
    lens = ("", "Griet Lens", "School De Brug")
    return [
        Action("Attest sportclub bezorgen", football, person=holder, due_on=yesterday),
        Action("Kansentarief vragen aan de club", football, person=holder, due_on=soon, how_far=HowFar.DONE),
        Action("Ik ga woensdag naar de proeftraining", football, Owner.CLIENT, due_on=soon),
        Action("Vast aanspreekpunt", school, Owner.ORGANISATION, *lens, how_far=HowFar.DONE),
        Action("Rustmoment voor de middag", school, Owner.ORGANISATION, *lens, due_on=soon, how_far=HowFar.BUSY),
        Action("Gesprek om de twee weken", mind, person=therapist, how_far=HowFar.BUSY),
    ]
