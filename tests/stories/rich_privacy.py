"""Behind glass in the rich town: Joris is away, and Samir read one part of a dossier of Noor. Nobody exists."""

from kring.support.dossier.glass.actions import break_glass
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.dossier.models import Dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.rich_keeping import LONG


def broken(town: Town, places: dict[str, str]) -> None:
    """Two parts of two dossiers, one with a long reason."""
    for name, part, reason in (
        ("quiet", Part.JOURNAL, "Oproep van de jongere zelf."),
        ("long", Part.BASIS, LONG[:280]),
    ):
        number = Dossier.objects.get(id=places[name]).number
        break_glass(town.samir.session, number, GlassReason(part, reason), once=new_id())
