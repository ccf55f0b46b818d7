"""What the person asked of us, with a word in it: a copy of the file, its worksheet, and what came of it."""

from django.urls import reverse

from kring.privacy.requests import actions
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.content import Identity
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def requested(town: Town) -> Thing:
    """The person asked Noor for a copy, in words; a piece of the file stands on the worksheet. Fatma works along."""
    thing, noor = Thing(), town.noor.session
    made = a_dossier(town, identity=Identity(thing.text("piece")))
    with acting("test.along", by=noor.person) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    opened = actions.enter(noor, made.dossier.id, act="test.ask")
    asked = RequestContent("client", noor.person, thing.text("request"))
    thing.id = actions.take_down(opened, PersonRequest.Kind.ACCESS, asked, asked_on=ON, once=new_id())
    pages = [
        reverse("privacy:person", args=[made.dossier.id]),
        reverse("privacy:copy", args=[made.dossier.id, thing.id]),
    ]
    pages.append(reverse("privacy:reads", args=[made.dossier.id]))
    pages.append(reverse("privacy:archive", args=[made.dossier.id]))
    pages.append(reverse("privacy:looked", args=[made.dossier.id]))
    pages.append(reverse("privacy:worksheet", args=[made.dossier.id, thing.id, "1"]))
    opened = actions.enter(noor, made.dossier.id, act="test.ask")
    said = RequestContent("client", noor.person, thing.text("objection"))
    other = actions.take_down(opened, PersonRequest.Kind.OBJECTION, said, asked_on=ON, once=new_id())
    pages.append(reverse("privacy:answer", args=[made.dossier.id, other]))
    return thing.seen_by(*pages)
