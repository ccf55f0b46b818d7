"""The plan of a rich town: something of everything on Robin's, and two questions to owners that are out."""

from datetime import date

from kring.support.clarification.testing import posted_token
from kring.support.dossier.models import Dossier
from kring.support.plan.testing import a_full_plan, a_question, an_action
from kring.team.testing import Town

WORD = "piano kayak"


def write(town: Town, dossier: str, on: date) -> dict[str, tuple[str, str]]:
    """The links that went out: name -> path and word."""
    robin = Dossier.objects.get(id=dossier)
    asked = {"nudge": a_full_plan(town.noor, robin, on), "nudge to use up": an_action(town.noor, robin)}
    links = {}
    for name, action in asked.items():
        a_question(town.noor, robin, action, WORD)
        links[name] = (f"/actie/{posted_token()}", WORD)
    return links
