"""The link of the client, to the own page."""

from kring.support.clarification.testing import posted_token
from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.plan import client_link, sheet_shown
from kring.support.plan.content import Place
from kring.support.plan.models import ClientLink
from kring.support.plan.testing import a_row, plan_of
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent, expire, guess_too_often, withdraw

WORD = "piano kayak"


def _sent(town: Town) -> tuple[Sent, OpenedDossier]:
    robin = a_dossier(town)
    a_row(town.noor, robin.dossier)
    return _page_of(town, robin), robin


def _page_of(town: Town, robin: OpenedDossier) -> Sent:
    shown = sheet_shown.of(plan_of(town.noor, robin.dossier), {}, "Robin V.", robin.dossier.opened_on, Place.LINK)
    plan = plan_of(town.noor, robin.dossier)
    client_link.send_link(plan, shown, to="robin@post.example", word=WORD, once=new_id())
    return Sent(f"/blad/{posted_token()}", {"word": WORD})


def _expired(town: Town) -> Sent:
    sent, robin = _sent(town)
    expire(ClientLink.objects.get(dossier=robin.dossier).principal)
    return sent


def _sent_again(town: Town) -> Sent:
    sent, robin = _sent(town)
    _page_of(town, robin)
    return sent


def _closed(town: Town) -> Sent:
    sent, robin = _sent(town)
    with acting("story.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, robin.dossier.opened_on, silent=True)
    return sent


def _withdrawn(town: Town) -> Sent:
    sent, _ = _sent(town)
    link = ClientLink.objects.latest("expires_at")
    withdraw(link.bundle, link.principal)
    return sent


def _tried_too_often(town: Town) -> Sent:
    sent, _ = _sent(town)
    guess_too_often(lambda: Sent(sent.path, {"word": "banjo kiwi"}))
    return sent


OWN = Link(
    living=lambda town: _sent(town)[0],
    guess=lambda: Sent(f"/blad/{new_id()}", {"word": WORD}),
    most=30,
    while_seconds=1800,
    over={
        "expired": _expired,
        "sent again": _sent_again,
        "dossier closed": _closed,
        "extract withdrawn": _withdrawn,
        "wrong word": lambda town: Sent(_sent(town)[0].path, {"word": "banjo kiwi"}),
        "tried too often": _tried_too_often,
    },
)
