"""Write down what was judged at an age; the next one comes after it."""

from kring.support.dossier.actions import change_summary
from kring.support.dossier.ages import rules
from kring.support.dossier.ages.content import AgeReview
from kring.support.dossier.ages.models import AgeReviewRecord
from kring.support.dossier.ages.queries import PART
from kring.support.dossier.content import Identity
from kring.support.dossier.models import IdentityRecord
from kring.support.dossier.opening import Opened
from kring.vault.acts import acting
from kring.vault.refusals import Refused


def review(opened: Opened, judged: AgeReview, *, once: str) -> None:
    """Keep the judgement, and what comes next. The same form twice writes once. Raises `Refused`, `Conflict`."""
    dossier, keys = opened.dossier, opened.keys
    record = IdentityRecord.objects.filter(dossier=dossier).first()
    known = keys.open(record, Identity) if record is not None else None
    if known is None or known.born_on is None:
        raise Refused
    row = AgeReviewRecord(dossier=dossier)
    keys.seal(row, judged, bundle=dossier.id, part=PART)
    with acting("dossier.age", by=keys.actor, on=[dossier.id]) as act:
        if act.once(f"age {once}", lock=dossier.id, outcome=row.id) is None:
            act.add(row)
            change_summary(act, keys, dossier.id, milestone=rules.after(known.born_on, judged.age))
