"""The person's own words beside a text of ours, for who may read them: as theirs, and nobody of us changes them."""

from kring.support.dossier.opening import Opened
from kring.support.plan.content import Statement
from kring.support.plan.models import PlanRecord
from kring.support.plan.opening import STATEMENTS


def beside(opened: Opened, row: str) -> list[Statement]:
    """What the person said beside one row, the oldest first; [] when the part is shut (GDP-08)."""
    if not opened.holds(STATEMENTS):
        return []
    rows = PlanRecord.objects.filter(dossier=opened.dossier, kind=PlanRecord.Kind.STATEMENT, of=row)
    return sorted((opened.keys.open(one, Statement) for one in rows), key=lambda said: str(said.at))
