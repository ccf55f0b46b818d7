"""A batch of referrals without a role: six months after the decision, and what was told of somebody is gone."""

from datetime import date

import pytest

from kring.privacy.retention import batches, destroying
from kring.privacy.retention.testing import approved, proposed, publish
from kring.support.clarification.testing import brought_to, opened_by
from kring.support.intake.models import Referral, ReferralRecord
from kring.team.clock import on_day, today
from kring.team.retention import Series
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.models import Lock
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
DECIDED = date(2021, 3, 9)


def test_arc_02_a_referral_without_a_role_goes_six_months_after_the_decision(town: Town) -> None:
    publish(town, Series.REFERRAL)
    with on_day(DECIDED):
        gone = decided(town)
    with on_day(date(2021, 9, 8)):
        assert batches.waiting(Series.REFERRAL, date(2021, 9, 8)) == []
        young = decided(town)
    with on_day(date(2021, 9, 9)):
        batch = proposed(town, Series.REFERRAL)
        approved(town, batch)
        assert destroying.go_on() == 1
    row = Referral.objects.get(id=gone).verified()
    assert (row.filed, ReferralRecord.objects.filter(referral=row).count()) == (False, 0)
    assert not Lock.objects.filter(bundle=gone, state=Lock.State.OPEN).exists()
    with pytest.raises(Refused):
        opened_by(town.noor, gone)
    assert opened_by(town.noor, young).content.concern
    assert destroying.declared(row.card) is not None
    assert sweep() == []


def decided(town: Town) -> str:
    """A referral with its content, for which we are not the right ones."""
    referral = brought_to(town, Referral.Lane.DECIDING)
    opened_by(town.noor, referral)
    with acting("test.decide", by=town.noor.principal) as act:
        row = Referral.objects.get(id=referral)
        act.change(row, lane=Referral.Lane.DECIDED, outcome=Referral.Outcome.NO_ROLE, decided_on=today())
    return referral
