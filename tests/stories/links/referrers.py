"""Links of a referrer: to answer an invitation or a proposal, and to what became of the own referral."""

from django.urls import reverse

from kring.support.clarification import answers, links
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.models import ReferrerLink
from kring.support.clarification.testing import WORRY, brought_to, opened_by, posted_token
from kring.support.intake.actions import Received, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.codes import new_code
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent, expire, guess_too_often, withdraw

Lane = Referral.Lane


def _asked(town: Town) -> tuple[Sent, str]:
    referral = brought_to(town, Lane.WAITING, to="mia@school.example", outcome=Referral.Outcome.NO_ROLE)
    code = opened_by(town.noor, referral).content.code
    return Sent(f"/c/{posted_token()}", {"code": code}), referral


def _expired(town: Town) -> Sent:
    sent, referral = _asked(town)
    expire(ReferrerLink.objects.get(referral=referral).principal)
    return sent


def _used(town: Town) -> Sent:
    sent, _ = _asked(town)
    opened = links.open_link(sent.path.rpartition("/")[2], (sent.fields or {})["code"])
    answers.answer_by_link(opened, ReferrerAnswer(Answer.NO))
    return sent


def _withdrawn(town: Town) -> Sent:
    sent, referral = _asked(town)
    link = ReferrerLink.objects.get(referral=referral)
    withdraw(link.bundle, link.principal)
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
    guess_too_often(lambda: Sent(sent.path, {"code": new_code(new_id())}))
    return sent


def _referred() -> Received:
    return receive_referral(WORRY, submission=new_id(), channel=Channel.FORM)


def _own(received: Received, code: str = "") -> Sent:
    return Sent(f"/aanmelden/mijn/{received.own_token}", {"code": code or received.code})


def _code(code: str) -> Sent:
    return Sent(reverse("intake:status"), {"code": code})


CONFIRM = Link(
    living=lambda town: _asked(town)[0],
    guess=lambda: Sent(f"/c/{new_id()}", {"code": new_code(new_id())}),
    most=30,
    while_seconds=1800,
    over={
        "expired": _expired,
        "used": _used,
        "replaced": _replaced,
        "extract withdrawn": _withdrawn,
        "wrong code": _wrong_code,
        "tried too often": _tried_too_often,
    },
)
OWN = Link(
    living=lambda _: _own(_referred()),
    guess=lambda: Sent(f"/aanmelden/mijn/{new_id()}", {"code": new_code(new_id())}),
    most=30,
    while_seconds=1800,
    over={
        "wrong code": lambda _: _own(_referred(), new_code(new_id())),
        "code of another": lambda _: _own(_referred(), _referred().code),
        "guessed, with a right code": lambda _: Sent(f"/aanmelden/mijn/{new_id()}", {"code": _referred().code}),
    },
)
STATUS = Link(
    living=lambda _: _code(_referred().code),
    guess=lambda: _code(new_code(new_id())),
    most=30,
    while_seconds=1800,
    over={"no code": lambda _: _code(""), "no form of a code": lambda _: _code("x" * 39)},
)
