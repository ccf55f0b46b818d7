"""What the retention desk has in the rich town: a batch that went, one that waits, one held back. Nobody exists."""

from datetime import date

from kring.privacy.preserving import making
from kring.privacy.retention import batches, destroying, holds
from kring.privacy.retention.models import Batch
from kring.privacy.retention.testing import approved, publish
from kring.support.closing.testing import closed
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.retention import Rule, Series
from kring.team.testing import Town
from kring.vault.primitives import new_id


def over(town: Town, today: date) -> str:
    """Two dossiers that went last year and three whose term is over now: one held back, one with its file; its id.

    The rule of this year says to keep.
    """
    years = [today.year - 6, today.year - 6, *[today.year - 4] * 3]
    rows = []
    for year in years:
        with on_day(date(year, 3, 2)):
            rows.append(closed(town, a_dossier(town, label="Lang geleden", opened_on=date(year - 1, 3, 2))))
    publish(town, from_on=date(today.year - 2, 1, 1))
    with on_day(date(today.year - 1, 6, 1)):
        approved(town, proposed(town))
        destroying.go_on()
    publish(town, from_on=date(today.year - 1, 12, 31), destination="keep")
    for_archive(town, rows[-2].id)
    waits = proposed(town)
    batches.approve(town.greet.principal, "head_of_service", waits.id, seen=waits.contents, once=new_id())
    holds.place(
        town.hilde.principal,
        number=rows[-1].number,
        reason="litigation",
        reference="2024/118",
        until_on=date(today.year + 1, 1, 31),
        once=new_id(),
    )
    return rows[-2].id


def for_archive(town: Town, dossier: str) -> None:
    """Its file, made by Noor."""
    _, rule = making.opened(town.noor.session, dossier, act="test.preserve")
    assert isinstance(rule, Rule)
    making.make(making.work(town.noor.session, dossier, rule, act="test.preserve"), to="town", once=new_id())


def proposed(town: Town) -> Batch:
    """Everything that is over, put together by the privacy officer."""
    made = batches.propose(town.hilde.principal, Series.DOSSIER, once=new_id())
    return Batch.objects.get(id=made).verified()
