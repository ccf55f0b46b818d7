"""What a colleague does in a thread. Each writes on top of what was read, and lays a new copy behind the link.

The copy is made by who calls (`copying.renew`), in the same act: a thread and its copy never say different things.
"""

from collections.abc import Callable
from datetime import date

from django.utils import timezone

from kring.concerns.threads import rules
from kring.concerns.threads.content import ConcernContent
from kring.concerns.threads.opening import CONCERN, OpenConcern, OpenPartner
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.refusals import Conflict

type Copied = Callable[[Act, OpenPartner, dict[str, ConcernContent]], None]
"""What lays the new copy behind the link."""


def answer(opened: OpenPartner, of: OpenConcern, words: str, *, seen: int, once: str, copied: Copied) -> None:
    """A word for who raised it. Raises `Conflict`."""
    said = rules.with_answer(of.content, words, at=timezone.now(), who=opened.keys.actor)
    _write(opened, of, said, act="concerns.answer", seen=seen, once=once, copied=copied)


def take_up(opened: OpenPartner, of: OpenConcern, *, seen: int, once: str, copied: Copied) -> None:
    """Answer from now on. Raises `Conflict`."""
    said = rules.taken(of.content, at=timezone.now(), who=opened.keys.actor)
    _write(opened, of, said, act="concerns.take", seen=seen, once=once, copied=copied)


def decide(
    opened: OpenPartner, of: OpenConcern, outcome: str, talk_on: date | None, *, seen: int, once: str, copied: Copied
) -> None:
    """How it ends. Raises `NotYet`, `Conflict`."""
    rules.check_decision(of.content, outcome, talk_on, today())
    said = rules.decided(of.content, outcome, talk_on, at=timezone.now(), who=opened.keys.actor)
    _write(opened, of, said, act="concerns.decide", seen=seen, once=once, copied=copied)


def passed_on(opened: OpenPartner, of: OpenConcern, *, once: str, copied: Copied) -> None:
    """It became a referral. Nothing here says which one, and nothing there says that it was a concern."""
    said = rules.passed(of.content, on=today(), at=timezone.now(), who=opened.keys.actor)
    _write(opened, of, said, act="concerns.pass_on", seen=of.record.revision, once=once, copied=copied)


def _write(
    opened: OpenPartner, of: OpenConcern, said: ConcernContent, *, act: str, seen: int, once: str, copied: Copied
) -> None:
    with acting(act, by=opened.keys.actor, on=[of.row.id]) as now:
        if now.once(once, lock=of.record.lock, outcome=of.row.id) is not None:
            return
        if of.record.revision != seen:
            raise Conflict
        opened.keys.seal(of.record, said, bundle=of.row.id, part=CONCERN)
        now.rewrite(of.record)
        copied(now, opened, {of.row.id: said})
