"""Links of a colleague: the own agenda, and an invitation to come in."""

from django.utils import timezone

from kring.support.clarification import agenda
from kring.team.enrolment.testing import NEW_PASSWORD, ZOE, choose_password, newest_link
from kring.team.models import Invitation
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.links.sent import BEFORE, Link, Make, Sent


def _feed(town: Town) -> Sent:
    return Sent(f"/agenda/{agenda.make_feed(town.noor.session, once=new_id())}.ics")


def _feed_replaced(town: Town) -> Sent:
    sent = _feed(town)
    _feed(town)
    return sent


def _feed_taken_back(town: Town) -> Sent:
    sent = _feed(town)
    agenda.take_back(town.noor.session)
    return sent


def _invited(town: Town) -> Sent:
    town.ann.client.post("/team/manage/new", {**ZOE, "once": new_id(), "email": f"{new_id()}@kring.example"})
    return Sent(newest_link(), {"password": NEW_PASSWORD, "again": NEW_PASSWORD, "once": new_id()})


def _invitation_expired(town: Town) -> Sent:
    sent = _invited(town)
    with acting("story.expire", by="system") as act:
        act.change(Invitation.objects.latest("sent_at"), expires_at=timezone.now() - BEFORE)
    return sent


def _invitation_used(town: Town) -> Sent:
    sent = _invited(town)
    choose_password(sent.path)
    return sent


def _invitation_step(step: str) -> Make:
    def make(town: Town) -> Sent:
        sent = _invited(town)
        town.ann.client.post(f"/team/manage/invited/{Invitation.objects.latest('sent_at').id}/{step}")
        return sent

    return make


FEED = Link(
    living=_feed,
    guess=lambda: Sent(f"/agenda/{new_id()}.ics"),
    most=200,
    while_seconds=3600,
    over={"replaced": _feed_replaced, "taken back": _feed_taken_back},
)
INVITATION = Link(
    living=_invited,
    guess=lambda: Sent(
        f"/team/invited/{new_id()}", {"password": NEW_PASSWORD, "again": NEW_PASSWORD, "once": new_id()}
    ),
    most=20,
    while_seconds=60,
    over={
        "expired": _invitation_expired,
        "used": _invitation_used,
        "taken back": _invitation_step("take-back"),
        "sent again": _invitation_step("again"),
    },
)
