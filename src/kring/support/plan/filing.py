"""Answers that came by a link are filed at the next opening of the plan, and shown as arrived by a link.

Each is written into its own action, then the letter is gone. Whoever opens at the same time files it once.
"""

from contextlib import suppress
from dataclasses import replace

from kring.support.plan import client_link
from kring.support.plan.actions import columns, rewrite
from kring.support.plan.content import Earlier, NudgeAnswer, Told, Way
from kring.support.plan.opening import ANSWER, OpenPlan, open_plan
from kring.vault import letterbox
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict, Refused


def with_answers(session: Session, plan: OpenPlan) -> OpenPlan:
    """The plan with what was answered in it; the same one when nothing came, or when it is closed."""
    answered = any(one.answered for one in plan.actions)
    if not plan.is_open or not (answered or plan.said):
        return plan
    with suppress(Conflict, Refused):
        if answered:
            _file(plan)
        if plan.said:
            client_link.file_statements(plan)
    return open_plan(session, plan.dossier.id, act="plan.filed")


def _file(plan: OpenPlan) -> None:
    waiting = [one for one in plan.actions if one.answered]
    letters = sorted(
        Letter.objects.filter(about__in=[one.record.id for one in waiting], kind=ANSWER),
        key=lambda letter: letter.dropped_at,
    )
    keys = plan.keys
    with acting("plan.nudge.file", by=keys.actor, on=[plan.dossier.id]) as act:
        for one in waiting:
            mine = [letter for letter in letters if letter.about == one.record.id]
            content, seen = one.content, one.record.revision
            answers = letterbox.read(keys, mine, NudgeAnswer, owner=one.record.lock)
            for letter, answer in zip(mine, answers, strict=True):
                way = Way.UNKNOWN if answer.unknown else Way.LINK
                told = Told(answer.how_far, letter.dropped_at, answer.words, way)
                content = replace(content, told=(*content.told, told), words=answer.words, how_far=answer.how_far)
            earlier = Earlier(seen, action=one.content)
            rewrite(act, keys, plan, one.record, content, seen, earlier, **columns(content, one.record))
            act.erase(mine, into=one.record.lock)
