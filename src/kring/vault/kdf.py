"""Turns for stretching passwords: two at once on the whole machine, a short queue, then `Busy`.

Argon2id takes 64 MiB a turn; without turns fifty sign-ins at once would take the machine. Lock files hold across
processes and are let go by the kernel when one dies.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from kring.vault.refusals import Busy

TURNS = 2
QUEUE_SECONDS = 5.0


def runtime_folder() -> Path:
    """Files that live with the running machine and never go into a back-up."""
    folder = Path(settings.KRING_DATA) / "runtime"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def turn() -> Iterator[None]:
    """Hold one of the turns. Raises `Busy` after the queue's time."""
    deadline = time.monotonic() + QUEUE_SECONDS
    while True:
        for number in range(TURNS):
            descriptor = os.open(runtime_folder() / f"kdf-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                continue
            try:
                yield
            finally:
                os.close(descriptor)
            return
        if time.monotonic() > deadline:
            raise Busy
        time.sleep(0.05)
