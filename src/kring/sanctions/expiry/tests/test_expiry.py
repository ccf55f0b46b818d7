"""SAN-04: five years, then nothing of a file is left, in no back-up either, and a declaration says so."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.sanctions.expiry.destroying import expire_due
from kring.sanctions.expiry.models import ExpiryDeclaration
from kring.sanctions.files.codelists import Outcome, Sanction
from kring.sanctions.files.models import DecisionRecord, PersonRecord, ResultRecord, SanctionFile
from kring.sanctions.files.tests.test_pages import HOUSEKEEPING, MOST_QUERIES
from kring.sanctions.testing import Bench, a_minor
from kring.team import clock
from kring.team.clock import months_after, today
from kring.vault import checkpoints, ledger
from kring.vault.ledger import What
from kring.vault.models import Fact, Grant, Lock
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

TABLES = (SanctionFile, PersonRecord, ResultRecord, DecisionRecord)


def test_san_04_a_file_goes_by_itself_five_years_after_the_sanction(bench: Bench) -> None:
    bench.offer()
    bench.report(Outcome.REFUSED)
    bench.decide()
    last = months_after(today(), 60)
    locks = set(Lock.objects.filter(bundle=bench.file).values_list("id", flat=True))

    with clock.on_day(last - timedelta(days=1)):
        assert expire_due() == 0
        assert bench.open().person.name == "Jef Peeters"
    with clock.on_day(last):
        assert expire_due() == 1
        assert expire_due() == 0

    assert [table.objects.count() for table in TABLES] == [0, 0, 0, 0]
    assert {one.state for one in Lock.objects.filter(id__in=locks)} == {Lock.State.SHREDDED}
    assert not Grant.objects.filter(lock__in=locks).exists()
    said = [one for taken in ledger.read().taken.values() for one in taken]
    assert locks <= {one.id for one in said if one.what == What.SHREDDED}, "a back-up that is put back loses them again"
    assert bench.file in {one.id for one in said if one.what == What.ERASED}
    with pytest.raises(Refused):
        bench.open()
    [declared] = ExpiryDeclaration.objects.all()
    assert (declared.verified().over_on, declared.destroyed_on, declared.locks, declared.rows) == (last, last, 3, 4)
    assert Fact.objects.count() == 1, "what was counted stays, without anybody"
    assert (checkpoints.verify(), sweep()) == ([], [])


@pytest.mark.parametrize("proposed", [True, False])
def test_san_04_from_the_proposal_where_no_sanction_came_and_sooner_where_neither(bench: Bench, proposed: bool) -> None:
    if proposed:
        bench.offer()
        bench.report(Outcome.SUCCEEDED)
        bench.decide(Sanction.NONE, 0)
        last = months_after(today(), 60)
    else:
        last = months_after(bench.open().person.established_on, 6) + timedelta(days=1)
    for day, gone in ((last - timedelta(days=1), 0), (last, 1)):
        with clock.on_day(day):
            assert expire_due() == gone


def test_one_file_that_is_not_as_we_wrote_it_holds_up_no_other_and_is_not_believed(bench: Bench) -> None:
    """Somebody who writes in the database would have files destroyed before their day."""
    other = bench.file
    bench.begin(a_minor("Lies"))
    unguarded(SanctionFile).filter(id=bench.file).update(expires_on=today() - timedelta(days=1))
    assert expire_due() == 0
    with clock.on_day(today() + timedelta(days=400)):
        assert expire_due() == 1
    assert [one.id for one in SanctionFile.objects.all()] == [bench.file]
    assert other != bench.file


def test_the_declaration_names_nobody_and_no_file(bench: Bench) -> None:
    file, last = bench.file, bench.open().row.expires_on
    with clock.on_day(last):
        expire_due()
    [declared] = ExpiryDeclaration.objects.all()
    assert file not in f"{vars(declared)}"
    for who in (bench.bea, bench.hilde):
        page = who.client.get(reverse("sanctions:gone")).content.decode()
        assert f"<td>{1}</td>" in page
        assert "Jef Peeters" not in page


@pytest.mark.parametrize("who", ["ines", "greet", "saar", "ann", "nobody"])
def test_nobody_else_reads_the_declarations(bench: Bench, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(bench, who).client
    assert browser.get(reverse("sanctions:gone")).status_code in (404, 302)


def test_the_page_asks_few_questions_and_says_it_when_nothing_went(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    browser, place = bench.bea.client, reverse("sanctions:gone")
    assert "Er is nog niets vernietigd" in browser.get(place).content.decode()
    for number in range(5):
        bench.begin(a_minor(f"Mats {number}"))
    with clock.on_day(today() + timedelta(days=400)):
        expire_due()
    with CaptureQueriesContext(connection) as queries:
        assert "<td>6</td>" in browser.get(place).content.decode()
    asked = [one for one in queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
    assert len(asked) <= MOST_QUERIES
    assert caplog.records == []
