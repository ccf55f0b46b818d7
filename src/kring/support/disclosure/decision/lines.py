"""What one can choose from, line by line: the plan as it stands, and what was agreed at a table."""

from collections.abc import Iterator

from django.utils.translation import gettext

from kring.support.consultation.queries import agreed_actions
from kring.support.dossier.opening import Opened, opening
from kring.support.intake.codelists import LifeDomain
from kring.support.plan.opening import MINUTES, PART, read_plan
from kring.vault.gate import Session

PARTS = (PART, MINUTES)


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open what the lines come from. Raises `Refused`."""
    return opening(session, dossier, act=act, parts=PARTS)


def lines(opened: Opened) -> list[str]:
    """The lines this colleague may choose from, each once. Three queries."""
    return list(dict.fromkeys(_lines(opened)))


def _lines(opened: Opened) -> Iterator[str]:
    if not opened.holds(PART):
        agreed = agreed_actions(opened.keys, opened.dossier.id)
    else:
        plan = read_plan(opened)
        agreed = list(plan.at_table)
        for row in plan.rows:
            if row.content.wish and not row.content.aside:
                domain = LifeDomain(row.content.domain).label
                yield gettext("Plan, %(domain)s: %(said)s") % {"domain": domain, "said": row.content.wish}
        for action in plan.actions:
            yield gettext("Plan: %(said)s") % {"said": action.content.what}
    for one in agreed:
        yield gettext("Agreed: %(said)s") % {"said": one.what}
