"""What the rights of the person and the privacy officer's desk bring, with a word in it."""

from django.urls import reverse

from kring.support.dossier.glass.actions import break_glass
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def privacy(town: Town) -> dict[str, Thing]:
    """A reason for which the glass was broken."""
    return {"glass": _glass(town)}


def _glass(town: Town) -> Thing:
    """Samir broke the glass of a dossier of Noor, with Joris as deputy."""
    thing, robin = Thing(), a_dossier(town).dossier
    break_glass(town.samir.session, robin.number, GlassReason(Part.BASIS, thing.text("reason")), once=new_id())
    thing.id = robin.id
    pages = [reverse(name) for name in ("desk:glass_told", "privacy:glass", "desk:glass")]
    return thing.seen_by(*pages, number=robin.number)
