"""Starts processes of ours that compute on numbers, with little memory and time; nothing of it touches a disk.

What is computed goes through pipes: no argument, environment, file or log holds a number of a table. A process that
answered waits for the next question of the same kind, keeps nothing of the last one, and ends when none comes.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

FOLDER = Path(__file__).parent
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
PROGRAMS = ("child.py", "attack_child.py")


PATIENCE = 4
"""How many times its processor time a process may take by the clock: others compute on the same machine."""

type Process = subprocess.Popen[bytes]


class TooMuch(Exception):
    """It could not be computed within the memory and the time there is."""


def computed(program: str, asked: Any, seconds: int) -> Any:
    """What the program of that name answers, within so many seconds of processor time. Raises `TooMuch`."""
    said = json.dumps([seconds, asked]).encode() + b"\n"
    while True:
        process = _taken(program)
        ending = Timer(PATIENCE * seconds, process.kill)
        ending.start()
        try:
            answer = json.loads(_told(process, said))
        except (OSError, ValueError):
            _end(process)
            if process.returncode == -signal.SIGALRM:  # it waited long enough just now
                continue
            raise TooMuch from None
        finally:
            ending.cancel()
        _waiting[program, os.getpid()].append(process)
        return answer


def warm() -> None:
    """Start what is going to be asked, so that it is ready by then."""
    for program in PROGRAMS:
        if not _waiting[program, os.getpid()]:
            _waiting[program, os.getpid()].append(_started(program))


_waiting: defaultdict[tuple[str, int], list[Process]] = defaultdict(list)
"""Processes that wait for a question, by program and by the process of ours that started them."""


def _taken(program: str) -> Process:
    """One that waits and still lives, or a new one."""
    with suppress(IndexError):
        while True:
            process = _waiting[program, os.getpid()].pop()
            if process.poll() is None:
                return process
            _end(process)
    return _started(program)


def _started(program: str) -> Process:
    command = [sys.executable, "-I", "-W", "ignore", str(FOLDER / program)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    )


def _told(process: Process, said: bytes) -> bytes:
    """Its answer, a line; nothing when it ended."""
    if process.stdin is None or process.stdout is None:
        raise OSError
    process.stdin.write(said)
    process.stdin.flush()
    return process.stdout.readline()


def _end(process: Process) -> None:
    process.kill()
    with suppress(OSError, ValueError):
        process.communicate()


@atexit.register
def dismiss() -> None:
    """End those that wait."""
    for (_, of), processes in _waiting.items():
        while processes and of == os.getpid():
            _end(processes.pop())
