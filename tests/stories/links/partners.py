"""The link of somebody at a school who shares concerns."""

from kring.concerns.own import ending, links
from kring.concerns.partners.models import PartnerLink
from kring.concerns.testing import WORD, invited
from kring.concerns.threads.opening import open_partner
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent, expire, guess_too_often, withdraw


def _school(town: Town) -> tuple[Sent, str]:
    there = invited(town.noor)
    return Sent(f"/seen/{there.token}", {"word": WORD}), there.partner


def _invited(town: Town) -> Sent:
    return _school(town)[0]


def _expired(town: Town) -> Sent:
    sent, partner = _school(town)
    expire(PartnerLink.objects.get(partner=partner).principal)
    return sent


def _again(town: Town) -> Sent:
    sent, partner = _school(town)
    opened = open_partner(town.noor.session, partner, act="test.open")
    links.give_page(opened, word="bicycle", language="nl", once=new_id())
    return sent


def _ended(town: Town) -> Sent:
    sent, partner = _school(town)
    ending.end(open_partner(town.noor.session, partner, act="test.open"))
    return sent


def _withdrawn(town: Town) -> Sent:
    sent, partner = _school(town)
    link = PartnerLink.objects.get(partner=partner)
    withdraw(link.bundle, link.principal)
    return sent


def _tried_too_often(town: Town) -> Sent:
    sent = _invited(town)
    guess_too_often(lambda: Sent(sent.path, {"word": "banjo kiwi"}))
    return sent


OWN = Link(
    living=_invited,
    guess=lambda: Sent(f"/seen/{new_id()}", {"word": WORD}),
    most=60,
    while_seconds=1800,
    over={
        "expired": _expired,
        "a new one was sent": _again,
        "ended": _ended,
        "copy withdrawn": _withdrawn,
        "wrong word": lambda town: Sent(_invited(town).path, {"word": "banjo kiwi"}),
        "tried too often": _tried_too_often,
    },
)
