"""A question to who owns an action and has no account: one line behind a link, three answers, a word with it.

The mail holds the link alone; the line opens with a word that was agreed by phone. GET changes nothing; the answer is a
POST into the letterbox of the plan. Once the action is done, or the dossier is closed, the link opens nothing.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.models import Dossier
from kring.support.dossier.telling import actions as telling
from kring.support.plan import rules
from kring.support.plan.content import Nudge, NudgeAnswer, NudgeShown
from kring.support.plan.links import end_link, found_box, plain
from kring.support.plan.models import NudgeLink, PlanAction
from kring.support.plan.opening import ANSWER, PART, KeptAction, OpenPlan
from kring.support.plan.rules import NotWhole
from kring.team.clock import today
from kring.vault import gate, letterbox, outbox, sharing, slots
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Extract
from kring.vault.refusals import Conflict, Refused

OPEN = Dossier.State.OPEN
LIFE = timedelta(days=rules.NUDGE_DAYS)


@dataclass(frozen=True, slots=True)
class OpenNudge:
    """A link that was opened with its word."""

    link: NudgeLink
    session: Session
    shown: NudgeShown


def send_nudge(
    plan: OpenPlan,
    action: KeptAction,
    *,
    line: str,
    to: str,
    word: str,
    language: str = "nl",
    seen: int,
    once: str,
) -> None:
    """Ask the owner of an action how far it is. The question before it ends. Raises `NotWhole`, `Conflict`."""
    if not plan.is_open or rules.is_over(action.content):
        raise Refused
    if len(plain(word)) < rules.WORD_LETTERS:
        raise NotWhole(_("Agree on a word of four letters or more."), "word")
    keys, me, now = plan.keys, plan.keys.actor, timezone.now()
    record = action.record
    until = now + LIFE
    with acting("plan.nudge", by=me, on=[plan.dossier.id, record.id]) as act:
        if act.once(once, lock=plan.dossier.id, outcome=record.id) is not None:
            return
        if record.revision != seen:
            raise Conflict
        end_nudges(act, record.id)
        found_box(act, keys, plan.dossier.id)
        token, opened = slots.add_link(act, code=plain(word), expires_at=until)
        agreed_on = plan.agreements[-1].on if plan.agreements else None
        shown = NudgeShown(line, agreed_on, action.content.due_on, until)
        extract = sharing.extract(act, shown, to=sharing.holders([opened.person], expires_at=until))
        of = {"action": record.id, "dossier": plan.dossier, "principal": opened.person, "bundle": extract.bundle}
        act.add(NudgeLink(**of, expires_at=until))
        asked = Nudge(to, word, now, until, me)
        content = replace(action.content, nudges=(*action.content.nudges, asked))
        keys.seal(record, content, bundle=plan.dossier.id, part=PART)
        act.rewrite(record)
        telling.disclosed(act, plan.dossier.id, today())
        outbox.post(act, to=to, template="nudge", language=language, words={"token": token}, dossier=plan.dossier.id)


def open_nudge(token: str, word: str) -> OpenNudge:
    """Open what lies behind a link. Raises `Refused` for a wrong word and for a link that is over, all alike."""
    try:
        opened = slots.open_link(token, plain(word))
    except Conflict:
        raise Refused from None
    link = NudgeLink.objects.filter(principal=opened.person).select_related("dossier").first()
    if link is None or link.verified().dossier.verified().state != OPEN:
        raise Refused
    session = opened.session()
    parts = [sharing.EXTRACT]
    keys = gate.entering(session, act="plan.nudge.link", of=[link.bundle], parts=parts, about=[link.dossier_id])
    return OpenNudge(link, session, keys.open(Extract.objects.get(bundle=link.bundle), NudgeShown))


def answer_nudge(opened: OpenNudge, answer: NudgeAnswer, *, once: str) -> None:
    """Lay the answer in the letterbox; the link is used up. Raises `Conflict` when it was done before."""
    link = opened.link
    with acting("plan.nudge.answer", by=link.principal, on=[link.dossier_id, link.action]) as act:
        if act.once(once, lock=link.principal, outcome=link.action) is not None:
            raise Conflict
        if Dossier.objects.select_for_update(no_key=True).get(id=link.dossier_id).verified().state != OPEN:
            raise Refused
        owner = PlanAction.objects.get(id=link.action).lock
        letterbox.drop(act, answer, owner=owner, kind=ANSWER, about=link.action, author=link.principal)
        end_link(act, link)


def end_nudges(act: Act, action: str) -> None:
    """End the questions about an action that were not answered."""
    for link in NudgeLink.objects.filter(action=action):
        end_link(act, link)
