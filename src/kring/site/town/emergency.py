"""An emergency in the town, in invented words: a colleague broke the glass of one dossier."""

from kring.site.founding import House
from kring.support.dossier.glass.actions import break_glass
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.dossier.models import Dossier
from kring.vault.primitives import new_id

REASON = "Oproep van de jongere zelf, dossierhouder en waarnemer nemen niet op."


def break_the_glass(house: House) -> None:
    """Joris calls nobody back; a colleague of the circle who has no key of it reads his newest contacts."""
    there = Dossier.objects.filter(holder=house.principal("joris"), state=Dossier.State.OPEN)
    dossier = there.exclude(deputy=house.principal("lotte")).order_by("-opened_on", "number").first()
    if dossier is not None:
        break_glass(house.session("lotte"), dossier.number, GlassReason(Part.JOURNAL, REASON), once=new_id())
