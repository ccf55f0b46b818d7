"""Starts a process of ours that computes on numbers, with little memory and time; nothing of it touches a disk.

What is computed goes through pipes: no argument, environment, file or log holds a number of a table.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


PATIENCE = 4
"""How many times its processor time a process may take by the clock: others compute on the same machine."""


class TooMuch(Exception):
    """It could not be computed within the memory and the time there is."""


def computed(program: str, asked: Any, seconds: int) -> Any:
    """What the program of that name answers, within so many seconds of processor time. Raises `TooMuch`."""
    command = [sys.executable, "-I", "-W", "ignore", str(FOLDER / program), str(seconds)]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(asked).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            timeout=PATIENCE * seconds,
            check=True,
        )
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        raise TooMuch from None
