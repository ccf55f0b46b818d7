"""The link of somebody who is asked how far an action of the plan is."""

from dataclasses import replace

from kring.support.clarification.testing import posted_token
from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.plan import nudging
from kring.support.plan.actions import write_action
from kring.support.plan.content import HowFar, NudgeAnswer
from kring.support.plan.models import NudgeLink
from kring.support.plan.testing import an_action, plan_of
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent, expire, guess_too_often, withdraw

WORD = "piano kayak"


def _asked(town: Town) -> tuple[Sent, OpenedDossier, str]:
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
    return _asked(town)[0]


def _expired(town: Town) -> Sent:
    sent = _nudged(town)
    expire(NudgeLink.objects.latest("expires_at").principal)
    return sent


def _used(town: Town) -> Sent:
    sent = _nudged(town)
    opened = nudging.open_nudge(sent.path.rpartition("/")[2], WORD)
    nudging.answer_nudge(opened, NudgeAnswer(HowFar.BUSY), once=new_id())
    return sent


def _asked_again(town: Town) -> Sent:
    sent, robin, action = _asked(town)
    _question(town, robin, action)
    return sent


def _done(town: Town) -> Sent:
    sent, robin, action = _asked(town)
    plan = plan_of(town.noor, robin.dossier)
    kept = plan.action(action)
    done = replace(kept.content, how_far=HowFar.DONE)
    write_action(plan, done, on=kept, seen=kept.record.revision, once=new_id())
    return sent


def _closed(town: Town) -> Sent:
    sent, robin, _ = _asked(town)
    with acting("story.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, robin.dossier.opened_on, silent=True)
    return sent


def _withdrawn(town: Town) -> Sent:
    sent = _nudged(town)
    link = NudgeLink.objects.latest("expires_at")
    withdraw(link.bundle, link.principal)
    return sent


def _tried_too_often(town: Town) -> Sent:
    sent = _nudged(town)
    guess_too_often(lambda: Sent(sent.path, {"word": "banjo kiwi"}))
    return sent


NUDGE = Link(
    living=_nudged,
    guess=lambda: Sent(f"/actie/{new_id()}", {"word": WORD}),
    most=30,
    while_seconds=1800,
    over={
        "expired": _expired,
        "used": _used,
        "asked again": _asked_again,
        "action done": _done,
        "dossier closed": _closed,
        "extract withdrawn": _withdrawn,
        "wrong word": lambda town: Sent(_nudged(town).path, {"word": "banjo kiwi"}),
        "tried too often": _tried_too_often,
    },
)
