"""The sealer: takes what is pending, writes a checkpoint an hour, survives errors, ends when told, once a process."""

import os
import threading
import time

import pytest
from django.db import DatabaseError, connection

from kring.vault import checkpoints, journal, sealer, throttle
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry, Throttle
from kring.vault.sealer import Sealer
from kring.vault.tests.conftest import World


def write(number: int) -> None:
    for _ in range(number):
        journal.record(verb=Verb.OPENED, act="test.some", actor="noor")


def test_one_round_takes_everything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealer, "BATCH", 3)
    write(10)
    sealer.tick(time.time())
    assert not JournalEntry.objects.filter(index__isnull=True).exists()
    assert journal.head().size == JournalEntry.objects.count()


def test_a_checkpoint_an_hour_whoever_of_the_workers_writes_it(world: World) -> None:
    began = time.time()
    last = sealer.tick(0.0)
    [(path, checkpoint)] = checkpoints.kept()
    assert checkpoint is not None
    assert checkpoint.size == journal.head().size
    assert last >= began
    write(1)
    assert sealer.tick(last) == last
    assert sealer.tick(0.0) == pytest.approx(path.stat().st_mtime)
    assert len(checkpoints.kept()) == 1
    os.utime(path, (began - 3700, began - 3700))
    sealer.tick(0.0)
    assert len(checkpoints.kept()) == 2
    assert checkpoints.verify() == []


def test_an_hourly_round_forgets_tries_of_the_day_before(world: World) -> None:
    throttle.count("knock", "now")
    throttle.count("knock", "then")
    old = Throttle.objects.order_by("token").first()
    assert old is not None
    Throttle.objects.filter(token=old.token).update(opened_at=old.opened_at - throttle.LONGEST - throttle.LONGEST)
    sealer.tick(0.0)
    assert Throttle.objects.count() == 1
    assert not Throttle.objects.filter(token=old.token).exists()


def test_the_thread_goes_on_after_an_error_and_ends_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds, enough = [], threading.Event()

    def tick(last: float) -> float:
        rounds.append(last)
        if len(rounds) == 1:
            raise DatabaseError("words that must not be logged")
        if len(rounds) == 2:
            raise OSError("no space left")
        enough.set()
        return 7.0

    monkeypatch.setattr(sealer, "tick", tick)
    monkeypatch.setattr(sealer, "EVERY_SECONDS", {connection.vendor: 0.001})
    running = Sealer()
    running.start()
    assert enough.wait(5)
    running.stop()
    assert not running.thread.is_alive()
    assert rounds[:3] == [0.0, 0.0, 0.0]


def test_a_process_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealer, "_running", {})
    monkeypatch.setattr(sealer, "EVERY_SECONDS", {connection.vendor: 60})
    before = threading.active_count()
    for _ in range(3):
        sealer.ensure_running()
    assert threading.active_count() == before + 1
    [(pid, running)] = sealer._running.items()
    assert pid == os.getpid()
    running.stop()
    sealer._running[os.getppid()] = sealer._running.pop(pid)
    sealer.ensure_running()
    assert list(sealer._running) == [os.getpid()], "a forked process starts its own"
    sealer._running[os.getpid()].stop()
    assert threading.active_count() == before


def test_another_sealer_at_work_is_left_alone(world: World) -> None:
    """One of many: who does not get the advisory lock does nothing."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite takes each entry into the tree as it is written")
    write(3)
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [journal.SEALER_LOCK])
        assert journal.seal_pending() == 0
        cursor.execute("SELECT pg_advisory_unlock(%s)", [journal.SEALER_LOCK])
    other.close()
    assert journal.seal_pending() >= 3
