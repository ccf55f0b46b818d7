"""A concern with a word in each of its parts. Who may see what: need_to_know_concerns_table.py."""

from dataclasses import replace

from django.urls import reverse

from kring.concerns.own.copying import renew
from kring.concerns.own.filing import take_in
from kring.concerns.testing import SOFIE, invited
from kring.concerns.threads import actions
from kring.concerns.threads.opening import open_concern, open_partner
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def concerned(town: Town) -> Thing:
    """Somebody at a school shares what she sees, and Noor answers."""
    thing, noor = Thing(), town.noor
    at_school = invited(noor, replace(SOFIE, name=thing.text("who")))
    thing.id = at_school.raise_concern(thing.text("seen"))
    take_in(noor.session, [open_partner(noor.session, at_school.partner, act="test.open")], circle="")
    opened, of = open_concern(noor.session, thing.id, act="test.open")
    said = thing.text("answer")
    actions.answer(opened, of, said, seen=of.record.revision, once=new_id(), copied=renew)
    return thing.seen_by(reverse("concerns:concern", args=[thing.id]))
