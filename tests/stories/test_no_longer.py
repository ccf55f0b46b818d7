"""Whoever could read yesterday and may not today opens nothing: asked in every way of the table of need to know.

Who worked along is as somebody of the circle who never did; who handed over as well; who took over reads what a holder
reads. Links that ended stand in links/, what became of a dossier in test_probing_ids.py.
"""

from typing import Any

import pytest

from kring.support.contacts.log.models import ContactRecord
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.followup.models import Handover
from kring.support.testing import ON
from kring.team.testing import Persona, Town
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep
from tests.stories.need_to_know_case import case
from tests.stories.need_to_know_contacts import contacts
from tests.stories.need_to_know_steps import (
    planted_dossier,
    planted_network,
    planted_onward,
    planted_plan,
    planted_table,
)
from tests.stories.need_to_know_table import WAYS, expected
from tests.stories.need_to_know_town import Planted, look

Column = dict[tuple[str, str, str], bool]
"""Thing, part, way: what one colleague sees."""
TOLD = {"matters": "Stage op 23 maart.", "reason": "Ik ga naar een andere ploeg.", "told": "yes", "told_how": "vandaag"}
STREET = {("street", part) for part in ("spot", "now", "over", "loose")}


@pytest.fixture
def planted(town: Town, settings: Any) -> Planted:
    """Dossiers of Noor with Joris as deputy, and Fatma working along; a word in every part."""
    settings.KRING_TODAY = ON
    things = {
        "robin": planted_dossier(town, town.noor, town.joris, along=town.fatma),
        "network": planted_network(town),
        "plan": planted_plan(town),
        "table": planted_table(town),
        "onward": planted_onward(town),
        "case": case(town),
        **contacts(town),
    }
    return Planted(town, things)


def seen(planted: Planted, who: str) -> Column:
    found = look(planted, who, planted.browser(who))
    return {(thing, part, way): shown for (thing, part, _, way), shown in found if thing != "arrived"}


def column(planted: Planted, who: str) -> Column:
    """What the table says of somebody."""
    table = expected()
    named = [(name, part) for name, thing in planted.things.items() for part in thing.words if name != "arrived"]
    return {(name, part, way): table[name, part, who, way] for name, part in named for way in WAYS}


def differing(one: Column, other: Column) -> Column:
    return {cell: shown for cell, shown in one.items() if shown is not other[cell]}


def along_no_more(by: Persona, person: str) -> None:
    """End everything somebody works along on, on the page of each dossier."""
    for row in CoWorker.objects.filter(person=person, until_on=None):
        answer = by.client.post(f"/dossiers/{row.dossier_id}/follow-up/along/{row.id}/end")
        assert "done=ended" in answer["Location"]


def handed_over(giver: Persona, to: Persona) -> None:
    """Offer every dossier, hear a yes, move the keys."""
    for dossier in Dossier.objects.filter(holder=giver.principal):
        sent = {**TOLD, "once": new_id(), "receiver": to.principal, "deputy": ""}
        assert giver.client.post(f"/dossiers/{dossier.id}/handover", sent).status_code == 302
    for offer in Handover.objects.all():
        assert to.client.post(f"/handovers/{offer.id}", {"said": "yes"}).status_code == 302
    assert "done=moved" in giver.client.post("/handovers/move")["Location"]


def test_who_worked_along_opens_nothing_any_more(planted: Planted) -> None:
    town, before = planted.town, keycheck()
    assert differing(seen(planted, "fatma"), column(planted, "fatma")) == {}
    along_no_more(town.noor, town.fatma.principal)
    assert differing(seen(planted, "fatma"), column(planted, "lotte")) == {}
    assert differing(seen(planted, "joris"), column(planted, "joris")) == {}, "for the others nothing changed"
    assert keycheck() == before
    assert sweep() == []


def test_who_handed_over_opens_nothing_any_more_and_who_took_over_reads(planted: Planted) -> None:
    """A note nobody else around the dossier could read goes along; one that others read does not."""
    town, before = planted.town, keycheck()
    handed_over(town.noor, town.tom)
    left = differing(seen(planted, "noor"), column(planted, "lotte"))
    assert {cell[:2] for cell in left} <= STREET, "the street is of her circle, whoever carries which dossier"
    took = differing(seen(planted, "tom"), column(planted, "noor"))
    assert {cell[:2] for cell in took} <= STREET | {("notes", "own"), ("notes", "named")}
    for who in ("joris", "fatma"):
        assert differing(seen(planted, who), column(planted, who)) == {}
    assert keycheck() == before
    assert sweep() == []


def test_who_left_the_town_opens_nothing_with_the_session_he_had(planted: Planted) -> None:
    town = planted.town
    browser = planted.browser("fatma")
    town.ann.client.post(f"/team/manage/{town.fatma.principal}/leave")
    found = look(planted, "fatma", browser)
    assert [cell for cell, shown in found if shown] == []
    assert ContactRecord.objects.filter(form=ContactRecord.Form.OWN).count() == 2
