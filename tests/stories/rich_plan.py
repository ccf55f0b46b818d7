"""The plan of a rich town: something of everything on Robin's, two questions to owners that are out, his own link."""

from datetime import date

from kring.support.clarification.testing import posted_token
from kring.support.dossier.models import Dossier
from kring.support.plan import client_link, sheet_shown
from kring.support.plan.content import Place
from kring.support.plan.testing import a_full_plan, a_question, an_action, plan_of
from kring.team.testing import Town
from kring.vault.primitives import new_id

WORD = "piano kayak"


def write(town: Town, dossier: str, on: date) -> dict[str, tuple[str, str]]:
    """The links that went out: name -> path and word."""
    robin = Dossier.objects.get(id=dossier)
    asked = {"nudge": a_full_plan(town.noor, robin, on), "nudge to use up": an_action(town.noor, robin)}
    links = {}
    for name, action in asked.items():
        a_question(town.noor, robin, action, WORD)
        links[name] = (f"/actie/{posted_token()}", WORD)
    plan = plan_of(town.noor, robin)
    shown = sheet_shown.of(plan, {}, "Robin V.", on, Place.LINK)
    client_link.send_link(plan, shown, to="robin@post.example", word=WORD, once=new_id())
    links["client"] = (f"/blad/{posted_token()}", WORD)
    return links
