"""Taking longer: two months more, once, with a reason that the person was told within the first month (art. 12(3))."""

from dataclasses import replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.privacy.requests import actions
from kring.privacy.requests.queries import Known
from kring.support.dossier.opening import Opened
from kring.team.clock import months_after, today
from kring.vault.acts import acting
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict

MORE_MONTHS = 2


class TooLate(Exception):
    """The month is over, or the day the person was told does not fit; `field` names what to look at."""

    def __init__(self, sentence: Promise, field: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


def may_take_longer(known: Known, on: date) -> bool:
    """Once, while it is open, within its month."""
    return known.row.done_on is None and known.content.longer_on is None and on <= known.row.due_on


def take_longer(opened: Opened, known: Known, *, why: str, told_on: date, once: str) -> None:
    """The clock runs two months more. Raises `TooLate`, and `Conflict` when a colleague was earlier."""
    with acting("privacy.longer", by=opened.keys.actor, on=[opened.dossier.id, known.row.id]) as act:
        key = f"longer {once} {digest(f'{told_on} {why}'.encode()).hex()}"
        if act.once(key, lock=opened.dossier.id, outcome=known.row.id) is not None:
            return
        if known.row.done_on is not None or known.content.longer_on is not None:
            raise Conflict
        if today() > known.row.due_on:
            raise TooLate(_("The month is over. Answer now, and say why it is late."))
        if not known.row.asked_on <= told_on <= today():
            raise TooLate(_("Tell the person first: choose the day on which you did."), "told_on")
        said = replace(known.content, longer_why=why, longer_on=told_on, longer_by=opened.keys.actor)
        actions.rewrite(act, opened, known, said)
        act.change(known.row, due_on=months_after(known.row.due_on, MORE_MONTHS))
