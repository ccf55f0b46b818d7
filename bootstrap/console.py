"""Talking to the person at the terminal: steps with their seconds, and one clear sentence when something is missing."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Missing(Exception):
    """Something outside Kring is missing; the text is one sentence that says what and how to get it."""


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Name a step that takes a while, and say how long it took."""
    say(f"kring: {what} ...")
    began = time.monotonic()
    yield
    say(f"kring: {what}: {time.monotonic() - began:.1f} s")


def run_quietly(command: Sequence[str | Path], *, otherwise: str, cwd: Path = ROOT) -> None:
    """Run without showing output; when it fails, show the last lines and raise `otherwise`."""
    try:
        done = subprocess.run(
            command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    except FileNotFoundError:
        raise Missing(otherwise) from None
    if done.returncode:
        sys.stderr.write("\n".join(done.stdout.splitlines()[-15:]) + "\n")
        raise Missing(otherwise)


def run_shown(command: Sequence[str | Path], *, environ: Mapping[str, str] | None = None, cwd: Path = ROOT) -> int:
    """Run in the checkout, or elsewhere, with its output shown; the exit code."""
    return subprocess.call(command, cwd=cwd, env=environ)
