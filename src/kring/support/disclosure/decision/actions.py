"""Recording a decision to tell something, or not to; and completing what was told in haste. One act each."""

from kring.support.dossier.agreements import actions as agreements
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.queries import Kept
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.vault.acts import acting


def tell(opened: Opened, told: Disclosed, *, secrecy: str, once: str, fresh: Fresh | None = None) -> None:
    """It is told. Raises `MayNotShare`. fresh: what the client agreed to for this once."""
    with acting("disclosure.tell", by=opened.keys.actor) as act:
        if act.once(once, lock=opened.dossier.id, outcome=opened.dossier.id) is None:
            now = _now(opened)
            told = agreements.named(act, opened.keys, now, told, fresh)
            disclosing.record(act, now, told, secrecy=secrecy)


def decline(opened: Opened, told: Disclosed, *, once: str) -> None:
    """It is not told, and no reminder follows (LIV-04)."""
    with acting("disclosure.decline", by=opened.keys.actor) as act:
        if act.once(once, lock=opened.dossier.id, outcome=opened.dossier.id) is None:
            disclosing.decline(act, _now(opened), told)


def complete(
    opened: Opened, kept: Kept, told: Disclosed, *, secrecy: str, once: str, fresh: Fresh | None = None
) -> None:
    """What was told in haste is weighed in writing. Raises `MayNotShare`, `Conflict`, `Refused`."""
    with acting("disclosure.complete", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        if act.once(once, lock=kept.row.id, outcome=kept.row.id) is None:
            told = agreements.named(act, opened.keys, opened.dossier, told, fresh)
            disclosing.complete(act, kept.keys, kept.row, told, secrecy=secrecy)


def _now(opened: Opened) -> Dossier:
    """The dossier as it stands in this act: who holds it now reads it."""
    row: Dossier = Dossier.objects.select_for_update(no_key=True).get(id=opened.dossier.id)
    return row.verified()
