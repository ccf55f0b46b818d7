"""Something of a batch that cannot be destroyed: the rest goes, the desk tells, and it comes back."""

from typing import Any

import pytest

from kring.privacy.retention import destroying
from kring.privacy.retention.models import Batch, BatchItem, DestructionDeclaration
from kring.privacy.retention.testing import approved, proposed
from kring.privacy.retention.tests.test_batches import DESK, dossiers, left, seen
from kring.support.closing.erasing import erase_dossier
from kring.support.dossier.models import Dossier
from kring.team.testing import Town
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
__all__ = ["dossiers"]


def test_what_cannot_be_destroyed_holds_up_nobody_and_is_told(
    town: Town, dossiers: list[Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of three fail each time, with an error nobody foresaw: the third goes in the first turn of one."""
    batch = proposed(town)
    approved(town, batch)
    *bad, _ = sorted(dossiers, key=lambda row: BatchItem.objects.get(subject=row.id).id)

    def erase(act: Any, dossier: str, **beside: Any) -> Any:
        if dossier in {row.id for row in bad}:
            raise LookupError(dossier)
        return erase_dossier(act, dossier, **beside)

    monkeypatch.setattr("kring.privacy.retention.destroying.erase_dossier", erase)
    assert destroying.go_on(most=1) == 1
    assert left() == {row.number for row in bad}
    assert [destroying.go_on() for _ in range(destroying.TRIES)] == [0] * destroying.TRIES
    states = BatchItem.objects.filter(batch=batch).values_list("state", flat=True)
    assert (Batch.objects.get(id=batch.id).state, set(states)) == (Batch.State.DONE, {BatchItem.State.STUCK})
    assert "2 konden niet vernietigd worden" in seen(town, "greet", DESK)
    assert "kon niet vernietigd worden, komt terug in een volgend lot" in seen(town, "greet", f"{DESK}/{batch.id}")
    assert DestructionDeclaration.objects.count() == 1
    monkeypatch.undo()
    approved(town, again := proposed(town))
    assert (destroying.go_on(), left()) == (2, set())
    assert Batch.objects.get(id=again.id).state == Batch.State.DONE
    assert sweep() == []
