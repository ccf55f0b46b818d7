"""The town in which ids are tried: what lies there twice, of Noor and of Samir, and one of whatever else has an id."""

import json
from datetime import timedelta

from kring.pot.testing import PDF, a_run, an_application, granted
from kring.privacy.retention.testing import a_batch
from kring.support.contacts.appointments.actions import call_off
from kring.support.contacts.attachments.actions import throw_away
from kring.support.contacts.models import Attachment, ClientAppointment
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.followup.away import actions as away
from kring.support.intake.content import Original
from kring.support.intake.replies import RAW
from kring.support.testing import ON, a_dossier
from kring.team.enrolment.testing import ZOE
from kring.team.recovering import actions as recovering
from kring.team.recovering import places
from kring.team.services import actions as services
from kring.team.services.tests.examples import HOUSING
from kring.team.testing import Town
from kring.vault import letterbox, sharing
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.need_to_know_case import case
from tests.stories.need_to_know_concerns import concerned
from tests.stories.need_to_know_contacts import contacts
from tests.stories.need_to_know_exchange import exchanged
from tests.stories.need_to_know_person import requested
from tests.stories.need_to_know_privacy import privacy
from tests.stories.need_to_know_reporting import composed
from tests.stories.need_to_know_steps import (
    planted_dossier,
    planted_kept,
    planted_network,
    planted_onward,
    planted_plan,
    planted_table,
)
from tests.stories.need_to_know_told import briefing, told
from tests.stories.need_to_know_town import Planted, plant
from tests.stories.probing_kinds import KINDS, Real, around

SAMIRS = {"noor": "samir", "joris": "eline", "fatma": "tom", "tom": "fatma", "samir": "lotte"}
"""Who stands in the place of whom in what Samir has."""


def as_samir(town: Town) -> Town:
    """The same town in which Samir has what is Noor's."""
    return Town({**town.people, **{one: town.people[other] for one, other in SAMIRS.items()}}, town.groups)


def populated(town: Town) -> tuple[Planted, dict[str, Real]]:
    """The town with everything in it twice, and of some kinds an id of what is destroyed."""
    made = plant(town)
    made.arrive()
    other = as_samir(town)
    planted_dossier(other, other.noor, other.joris, along=other.fatma)
    for plant_one in (
        planted_network,
        planted_plan,
        planted_table,
        planted_onward,
        case,
        told,
        briefing,
        planted_kept,
        contacts,
        contacts,
        requested,
        privacy,
        composed,
        concerned,
        exchanged,
    ):
        plant_one(other)
    _rest(town)
    return made, _destroyed(town)


def _rest(town: Town) -> None:
    """A mail that came later, two who are away, an invitation, what is asked of the trustees, a service, a batch."""
    referral = _one_of_intake(town)
    with acting("test.mail", by="") as act:
        letterbox.drop(act, Original(b"From: x\r\n\r\ny"), owner=town.groups["intake"], kind=RAW, about=referral)
    for who in (town.noor, town.samir):
        away.plan(who.session, ON + timedelta(days=9), ON + timedelta(days=12), once=new_id())
        dossier = Dossier.objects.filter(holder=who.principal).first()
        assert dossier
        recovering.ask(who.principal, [(dossier.id, "summary")])
    places.ask(town.ann.principal, leaves=town.marc.principal, comes=town.bart.principal)
    town.ann.client.post("/team/manage/new", {**ZOE, "once": new_id()})
    services.bring_in(town.greet.principal, json.dumps([HOUSING]).encode())
    a_batch(town)
    an_application(town, PDF)
    granted(town)
    a_run(town)


def _destroyed(town: Town) -> dict[str, Real]:
    """A dossier that was shredded, a file that was thrown away, an appointment that was called off."""
    noor = town.noor
    gone = a_dossier(town).dossier
    with acting("test.shred", by=noor.principal) as act:
        sharing.shred(act, bundle=gone.id, parts=["summary"])
    found = {"dossier": Real(gone.id, (), around(town, gone))}
    for kind, model, undo in (("attachment", Attachment, throw_away), ("appointment", ClientAppointment, call_off)):
        row = model.objects.filter(dossier__holder=town.samir.principal).latest("id")
        undo(opening(town.samir.session, row.dossier_id, act="test.undo", parts=["journal"]), row.id)
        found[kind] = Real(row.id, (row.dossier_id,), around(town, row.dossier))
    return found


def _one_of_intake(town: Town) -> str:
    return next(one.id for one in KINDS["referral"](town) if one.known)
