"""The sealer: a quiet thread of the web server that takes journal entries into the tree and writes checkpoints.

On PostgreSQL every 250 ms one sealer of many takes what is pending; on both engines a signed checkpoint every hour,
when counts of tries that are long past go too. The journal is complete without it (entries are committed first); only
the tree lags.
"""

import atexit
import logging
import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from kring.vault.refusals import VaultError

EVERY_SECONDS = {"postgresql": 0.25}
ELSE_SECONDS = 30.0
CHECKPOINT_SECONDS = 3600
BATCH = 5000
PATIENCE_SECONDS = 10.0
log = logging.getLogger("kring.sealer")


@dataclass
class Sealer:
    """One thread; `stop` ends it after the round it is in and closes its connection."""

    stopping: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Begin; the thread never keeps a process alive."""
        self.thread = threading.Thread(target=self._run, name="sealer", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """End it, waiting no longer than one round takes."""
        self.stopping.set()
        self.thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        last = shipped = 0.0
        while not self.stopping.wait(EVERY_SECONDS.get(connection.vendor, ELSE_SECONDS)):
            try:
                last = tick(last)
                shipped = ship(shipped)
            except (DatabaseError, OSError, VaultError) as error:
                log.warning("sealer: %s; trying again", type(error).__name__)
                connection.close()
        connection.close()


_running: dict[int, Sealer] = {}
_guard = threading.Lock()


def ensure_running() -> None:
    """Start this process's sealer, once; a process that was forked off starts its own."""
    if os.getpid() in _running:
        return
    with _guard:
        if os.getpid() not in _running:
            sealer = Sealer()
            sealer.start()
            _running.clear()
            _running[os.getpid()] = sealer
            atexit.register(sealer.stop)


def ship(last: float) -> float:
    """Bring the copies in KRING_AWAY up to date, every half minute at most; returns when that was."""
    away = settings.KRING_AWAY
    if not away or time.time() - last < ELSE_SECONDS:
        return last
    from kring.vault import checkpoints

    try:
        checkpoints.ship(Path(away))
    except OSError as error:
        log.warning("ledger: no copy elsewhere (%s); trying again", type(error).__name__)
    return time.time()


def tick(last_checkpoint: float) -> float:
    """One round; returns when the last checkpoint was written (seconds since the epoch)."""
    from kring.vault import checkpoints, journal, throttle  # a worker that starts has pages to serve first

    while journal.seal_pending(BATCH) == BATCH:
        pass
    if time.time() - last_checkpoint < CHECKPOINT_SECONDS:
        return last_checkpoint
    newest = max((path.stat().st_mtime for path in checkpoints.folder().glob("*.note")), default=0.0)
    if time.time() - newest < CHECKPOINT_SECONDS:
        return newest
    checkpoints.make_checkpoint()
    throttle.clear()
    return time.time()
