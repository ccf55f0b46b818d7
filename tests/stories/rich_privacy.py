"""Behind glass in the rich town, read by Samir, and a round of counting which fields are used. Nobody exists."""

from kring.privacy.unused import queries, rounds, rules, stock
from kring.privacy.unused.content import FieldCounting, FieldSums
from kring.support.dossier.glass.actions import break_glass
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.dossier.models import Dossier
from kring.team.testing import Town
from kring.vault import letterbox
from kring.vault.acts import acting
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


def fields_counted(town: Town) -> None:
    """A round of counting fields: three colleagues handed in, Noor is half-way."""
    rounds.begin(town.hilde.principal, once=new_id())
    one = queries.open_round()
    if one is None:
        raise LookupError("no round goes on")
    every = {kind.__name__ for top in stock.kinds() for kind in rules.within(top)} | set(stock.names())
    seldom = {"Identity.contact", "Contact.topic", "Action.mode", "CaseTable", "OnwardReferral.agreed_with"}
    sums = FieldSums(40, {name: 1 if name in seldom else 30 for name in sorted(every)})
    with acting("test.fields", by="system") as act:
        for who in (town.tom, town.fatma, town.lotte):
            letterbox.drop(act, sums, owner=queries.office(), kind=queries.FIELDS, about=one.id, author=who.principal)
        begun, _handed = stock.mine(town.noor.principal, one)
        if begun is None:
            raise LookupError("Noor holds too few dossiers to be asked")
        half = FieldCounting("0", FieldSums(3, {}))
        letterbox.drop_anew(act, begun, half, kind=queries.FIELDS, about=one.id)
