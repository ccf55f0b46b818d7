"""The sealer: a quiet thread of the web server that takes journal entries into the tree and writes checkpoints.

On PostgreSQL every 250 ms one sealer of many takes what is pending; on both engines a signed checkpoint every hour. The
journal is complete without it (entries are committed first); only the tree lags.
"""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections, connection

from kring.vault import checkpoints, journal

EVERY_SECONDS = 0.25
CHECKPOINT_SECONDS = 3600
log = logging.getLogger("kring.sealer")


def start() -> threading.Thread:
    """Start the thread; it dies with the process."""
    thread = threading.Thread(target=_run, name="sealer", daemon=True)
    thread.start()
    return thread


def tick(last_checkpoint: float) -> float:
    """One round; returns when the last checkpoint was written (seconds since the epoch)."""
    journal.seal_pending()
    newest = max((path.stat().st_mtime for path in checkpoints.folder().glob("*.note")), default=0.0)
    last = max(last_checkpoint, newest)
    if time.time() - last >= CHECKPOINT_SECONDS:
        checkpoints.make_checkpoint()
        last = time.time()
    return last


def _run() -> None:
    last = time.time()
    while True:
        wait = EVERY_SECONDS if connection.vendor == "postgresql" else 30.0
        time.sleep(wait)
        try:
            last = tick(last)
        except DatabaseError:
            log.warning("sealer: the database did not answer; trying again")
        finally:
            close_old_connections()
