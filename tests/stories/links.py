"""Every kind of link and code that works without signing in: how one comes by it, and every way in which it is over.

A row of `LINKS` for each; `NO_LINKS` says of every other page for everybody why it is none. A house test holds both
against the routes, so that a new kind cannot be forgotten. What must be true of each stands in test_links.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.support.clarification import agenda, answers, links
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.models import ReferrerLink
from kring.support.clarification.testing import WORRY, brought_to, opened_by, posted_token
from kring.support.consultation import actions as consultations
from kring.support.consultation.content import Seat
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.testing import Table, a_table
from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.intake.actions import Received, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.codes import new_code
from kring.support.intake.models import Referral
from kring.support.plan import client_link, nudging, sheet_shown
from kring.support.plan.actions import write_action
from kring.support.plan.content import HowFar, NudgeAnswer, Place
from kring.support.plan.models import ClientLink, NudgeLink
from kring.support.plan.testing import a_row, an_action, plan_of
from kring.support.testing import a_dossier
from kring.team.enrolment.testing import NEW_PASSWORD, ZOE, choose_password, newest_link
from kring.team.models import Invitation
from kring.team.testing import Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Slot
from kring.vault.primitives import new_id

Lane = Referral.Lane
BEFORE = timedelta(seconds=1)
WORD = "piano kayak"


@dataclass(frozen=True)
class Sent:
    """A link as somebody has it: its path, and the fields he sends with it (None: looking is all there is)."""

    path: str
    fields: dict[str, str] | None = None

    def ask(self, place: str = "10.0.0.1") -> Any:
        """The answer to who uses it, from an address."""
        browser = Client(headers={"accept-language": "nl"}, REMOTE_ADDR=place)
        return browser.get(self.path) if self.fields is None else browser.post(self.path, self.fields)


Make = Callable[[Town], Sent]


@dataclass(frozen=True)
class Link:
    """One kind. over: each way in which one no longer opens, as it is tried then.

    most: tries that one place has in `while_seconds`; whoever tries more waits.
    """

    living: Make
    guess: Callable[[], Sent]
    most: int
    while_seconds: int
    over: Mapping[str, Make] = field(default_factory=dict)


# The referrer's answer to an invitation or a proposal -------------------------------------------


def _asked(town: Town) -> tuple[Sent, str]:
    referral = brought_to(town, Lane.WAITING, to="mia@school.example", outcome=Referral.Outcome.NO_ROLE)
    code = opened_by(town.noor, referral).content.code
    return Sent(f"/c/{posted_token()}", {"code": code}), referral


def _expired(town: Town) -> Sent:
    sent, referral = _asked(town)
    person = ReferrerLink.objects.get(referral=referral).principal
    with acting("story.expire", by="system") as act:
        act.change(Slot.objects.get(person=person), expires_at=timezone.now() - BEFORE)
    return sent


def _used(town: Town) -> Sent:
    sent, _ = _asked(town)
    opened = links.open_link(sent.path.rpartition("/")[2], (sent.fields or {})["code"])
    answers.answer_by_link(opened, ReferrerAnswer(Answer.NO))
    return sent


def _referrer_withdrawn(town: Town) -> Sent:
    sent, referral = _asked(town)
    link = ReferrerLink.objects.get(referral=referral)
    _withdrawn(link.bundle, link.principal)
    return sent


def _replaced(town: Town) -> Sent:
    sent, referral = _asked(town)
    with acting("story.end", by="system") as act:
        links.end_links(act, Referral.objects.get(id=referral))
    return sent


def _wrong_code(town: Town) -> Sent:
    return Sent(_asked(town)[0].path, {"code": new_code(new_id())})


def _tried_too_often(town: Town) -> Sent:
    sent, _ = _asked(town)
    for number in range(6):
        Sent(sent.path, {"code": new_code(new_id())}).ask(f"10.9.{number}.1")
    return sent


# A question to the owner of an action ----------------------------------------------------------


def _asked_of_owner(town: Town) -> tuple[Sent, OpenedDossier, str]:
    robin = a_dossier(town)
    action = an_action(town.noor, robin.dossier)
    return _question(town, robin, action), robin, action


def _question(town: Town, robin: OpenedDossier, action: str) -> Sent:
    plan = plan_of(town.noor, robin.dossier)
    kept = plan.action(action)
    told = {"line": "A room before noon", "to": "griet@school.example", "word": WORD}
    nudging.send_nudge(plan, kept, **told, seen=kept.record.revision, once=new_id())
    return Sent(f"/actie/{posted_token()}", {"word": WORD})


def _nudged(town: Town) -> Sent:
    return _asked_of_owner(town)[0]


def _nudge_expired(town: Town) -> Sent:
    sent = _nudged(town)
    with acting("story.expire", by="system") as act:
        person = NudgeLink.objects.latest("expires_at").principal
        act.change(Slot.objects.get(person=person), expires_at=timezone.now() - BEFORE)
    return sent


def _nudge_used(town: Town) -> Sent:
    sent = _nudged(town)
    opened = nudging.open_nudge(sent.path.rpartition("/")[2], WORD)
    nudging.answer_nudge(opened, NudgeAnswer(HowFar.BUSY), once=new_id())
    return sent


def _nudge_asked_again(town: Town) -> Sent:
    sent, robin, action = _asked_of_owner(town)
    _question(town, robin, action)
    return sent


def _nudge_done(town: Town) -> Sent:
    sent, robin, action = _asked_of_owner(town)
    plan = plan_of(town.noor, robin.dossier)
    kept = plan.action(action)
    done = replace(kept.content, how_far=HowFar.DONE)
    write_action(plan, done, on=kept, seen=kept.record.revision, once=new_id())
    return sent


def _nudge_closed(town: Town) -> Sent:
    sent, robin, _ = _asked_of_owner(town)
    with acting("story.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, robin.dossier.opened_on, silent=True)
    return sent


def _withdrawn(bundle: str, principal: str) -> None:
    """The key of an extract is withdrawn; its link still has a slot."""
    with acting("story.withdraw", by="system") as act:
        sharing.withdraw(act, bundle=bundle, parts=[sharing.EXTRACT], holder=principal)


def _nudge_withdrawn(town: Town) -> Sent:
    sent = _nudged(town)
    link = NudgeLink.objects.latest("expires_at")
    _withdrawn(link.bundle, link.principal)
    return sent


def _nudge_tried_too_often(town: Town) -> Sent:
    sent = _nudged(town)
    for number in range(6):
        Sent(sent.path, {"word": "banjo kiwi"}).ask(f"10.8.{number}.1")
    return sent


# The client's own page --------------------------------------------------------------------------


def _client(town: Town) -> tuple[Sent, OpenedDossier]:
    robin = a_dossier(town)
    a_row(town.noor, robin.dossier)
    return _page_of(town, robin), robin


def _page_of(town: Town, robin: OpenedDossier) -> Sent:
    shown = sheet_shown.of(plan_of(town.noor, robin.dossier), {}, "Robin V.", robin.dossier.opened_on, Place.LINK)
    plan = plan_of(town.noor, robin.dossier)
    client_link.send_link(plan, shown, to="robin@post.example", word=WORD, once=new_id())
    return Sent(f"/blad/{posted_token()}", {"word": WORD})


def _client_expired(town: Town) -> Sent:
    sent, robin = _client(town)
    with acting("story.expire", by="system") as act:
        person = ClientLink.objects.get(dossier=robin.dossier).principal
        act.change(Slot.objects.get(person=person), expires_at=timezone.now() - BEFORE)
    return sent


def _client_again(town: Town) -> Sent:
    sent, robin = _client(town)
    _page_of(town, robin)
    return sent


def _client_closed(town: Town) -> Sent:
    sent, robin = _client(town)
    with acting("story.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, robin.dossier.opened_on, silent=True)
    return sent


def _client_withdrawn(town: Town) -> Sent:
    sent, _ = _client(town)
    link = ClientLink.objects.latest("expires_at")
    _withdrawn(link.bundle, link.principal)
    return sent


def _client_tried_too_often(town: Town) -> Sent:
    sent, _ = _client(town)
    for number in range(6):
        Sent(sent.path, {"word": "banjo kiwi"}).ask(f"10.7.{number}.1")
    return sent


# The referrer's own link, and his code ----------------------------------------------------------


def _referred() -> Received:
    return receive_referral(WORRY, submission=new_id(), channel=Channel.FORM)


def _own(received: Received, code: str = "") -> Sent:
    return Sent(f"/aanmelden/mijn/{received.own_token}", {"code": code or received.code})


def _code(code: str) -> Sent:
    return Sent(reverse("intake:status"), {"code": code})


# A guest's way to a table ----------------------------------------------------------------------


def _seated(town: Town) -> tuple[Sent, Table, Seat]:
    table = a_table(town)
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    return Sent(path, {"code": code_of(lens.id)}), table, lens


def _seat_expired(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    person = table.opened().invitations[lens.id].principal
    with acting("story.expire", by="system") as act:
        act.change(Slot.objects.get(person=person), expires_at=timezone.now() - BEFORE)
    return sent


def _extract_withdrawn(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    row = table.opened().invitations[lens.id]
    _withdrawn(row.bundle, row.principal)
    return sent


def _off_the_table(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    consultations.remove_seat(town.noor.session, table.opened(), table.now(lens), once=new_id())
    return sent


def _invited_again(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    table.invite(table.now(lens))
    return sent


def _called_off(town: Town) -> Sent:
    sent, table, _ = _seated(town)
    consultations.call_off(town.noor.session, table.opened(), once=new_id())
    return sent


def _other_seat(town: Town) -> Sent:
    return Sent(_seated(town)[0].path, _seated(town)[0].fields)


def _seat_guessed_too_often(town: Town) -> Sent:
    sent, _, _ = _seated(town)
    for number in range(6):
        Sent(sent.path, {"code": "0000-0000"}).ask(f"10.9.{number}.1")
    return sent


# A colleague's agenda ---------------------------------------------------------------------------


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


# An invitation to come in -----------------------------------------------------------------------


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


LINKS: dict[str, Link] = {
    "clarification:confirm": Link(
        living=lambda town: _asked(town)[0],
        guess=lambda: Sent(f"/c/{new_id()}", {"code": new_code(new_id())}),
        most=30,
        while_seconds=1800,
        over={
            "expired": _expired,
            "used": _used,
            "replaced": _replaced,
            "extract withdrawn": _referrer_withdrawn,
            "wrong code": _wrong_code,
            "tried too often": _tried_too_often,
        },
    ),
    "plan:nudge": Link(
        living=_nudged,
        guess=lambda: Sent(f"/actie/{new_id()}", {"word": WORD}),
        most=30,
        while_seconds=1800,
        over={
            "expired": _nudge_expired,
            "used": _nudge_used,
            "asked again": _nudge_asked_again,
            "action done": _nudge_done,
            "dossier closed": _nudge_closed,
            "extract withdrawn": _nudge_withdrawn,
            "wrong word": lambda town: Sent(_nudged(town).path, {"word": "banjo kiwi"}),
            "tried too often": _nudge_tried_too_often,
        },
    ),
    "plan:own": Link(
        living=lambda town: _client(town)[0],
        guess=lambda: Sent(f"/blad/{new_id()}", {"word": WORD}),
        most=30,
        while_seconds=1800,
        over={
            "expired": _client_expired,
            "sent again": _client_again,
            "dossier closed": _client_closed,
            "extract withdrawn": _client_withdrawn,
            "wrong word": lambda town: Sent(_client(town)[0].path, {"word": "banjo kiwi"}),
            "tried too often": _client_tried_too_often,
        },
    ),
    "clarification:own": Link(
        living=lambda _: _own(_referred()),
        guess=lambda: Sent(f"/aanmelden/mijn/{new_id()}", {"code": new_code(new_id())}),
        most=30,
        while_seconds=1800,
        over={
            "wrong code": lambda _: _own(_referred(), new_code(new_id())),
            "code of another": lambda _: _own(_referred(), _referred().code),
            "guessed, with a right code": lambda _: Sent(f"/aanmelden/mijn/{new_id()}", {"code": _referred().code}),
        },
    ),
    "consultation:guest": Link(
        living=lambda town: _seated(town)[0],
        guess=lambda: Sent(f"/overleg/{new_id()}", {"code": "M82R-7VTC"}),
        most=30,
        while_seconds=1800,
        over={
            "expired": _seat_expired,
            "extract withdrawn": _extract_withdrawn,
            "off the table": _off_the_table,
            "invited again": _invited_again,
            "called off": _called_off,
            "code of another": _other_seat,
            "tried too often": _seat_guessed_too_often,
        },
    ),
    "intake:status": Link(
        living=lambda _: _code(_referred().code),
        guess=lambda: _code(new_code(new_id())),
        most=30,
        while_seconds=1800,
        over={"no code": lambda _: _code(""), "no form of a code": lambda _: _code("x" * 39)},
    ),
    "clarification:feed": Link(
        living=_feed,
        guess=lambda: Sent(f"/agenda/{new_id()}.ics"),
        most=200,
        while_seconds=3600,
        over={"replaced": _feed_replaced, "taken back": _feed_taken_back},
    ),
    "team:invitation": Link(
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
    ),
}

NO_LINKS = {
    "city_back": "leads on whatever it is given; what counts is in team/city/tests/test_said.py",
    "city_go": "there is no sign-in of the city here; with one it leads there",
    "city_known": "one sentence for who is not known; what opens there is tried in team/city/tests/test_known.py",
    "home": "the front page",
    "health": "tells that the server answers",
    "choose_language": "a choice of the browser",
    "choose_theme": "a choice of the browser",
    "policy_report": "a browser tells of a broken policy; nothing is read or kept of it but our own words",
    "signin": "asks a secret of a colleague; its tries are counted in test_slow_down.py",
    "signout": "ends the session of the browser that asks",
    "intake:start": "the form to refer somebody",
    "intake:embedded": "the form to refer somebody, inside the city's own site",
    "intake:story": "the form to refer somebody",
    "intake:talk": "the form to refer somebody",
    "intake:thanks": "says what was just done, and knows nothing",
}
