"""The virtual environment `.venv`, filled from the hashed locks in `requirements/`.

A stamp (hash of the lock and of this Python) tells whether a lock was installed, so a second start costs nothing.
"""

import fcntl
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_quietly, step

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP = ("--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:")
BASE_PYTHON = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"


@contextmanager
def one_set_up_at_a_time() -> Iterator[None]:
    """Wait for another `./kring` of this checkout that is still setting up."""
    if not os.access(ROOT, os.W_OK):
        raise Missing(f"cannot write in {ROOT}; Kring puts its .venv and node_modules there.")
    with (ROOT / ".kring.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def stamp_of(*paths: Path) -> str:
    """A hash over these files, the Python that is running and the place of the checkout."""
    digest = hashlib.sha256(f"{ROOT} {sys.base_prefix} {sys.version}".encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamped(stamp: Path, *paths: Path) -> bool:
    """Whether `stamp` was written for exactly these files."""
    return stamp.is_file() and stamp.read_text() == stamp_of(*paths)


def install_packages(*, dev: bool = False) -> None:
    """Bring `.venv` up to the lock; the dev lock holds the runtime pins too."""
    locks = {ROOT / "requirements" / f"{name}.txt": VENV / f".kring-{name}" for name in ("runtime", "dev")}
    changed = any(stamp.exists() and not stamped(stamp, lock) for lock, stamp in locks.items())
    make_venv(anew=changed)  # so that a package which left the lock is gone
    for lock, stamp in list(locks.items())[: 2 if dev else 1]:
        if stamped(stamp, lock):
            continue
        with step(f"installing the {lock.stem} packages"):
            run_quietly(
                [*in_venv("pip", "install", *PIP), "-r", lock],
                otherwise=f"pip could not install {lock.relative_to(ROOT)}; is the package index within reach?",
            )
        stamp.write_text(stamp_of(lock))


def make_venv(*, anew: bool = False) -> None:
    """Make `.venv` when it is absent, half made, outdated or moved; the checkout is on its path."""
    if VENV.exists() and not (VENV / ".kring").exists() and any(VENV.iterdir()):
        raise Missing(f"{VENV} was not made by Kring; move it away and start again.")
    if stamped(VENV / ".kring-made") and PYTHON.exists() and not anew:
        return
    with step(f"making .venv with Python {sys.version.split()[0]}"):
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
        (VENV / ".kring").touch()
        run_quietly(
            [BASE_PYTHON, "-m", "venv", VENV],
            otherwise="this Python cannot make a virtual environment (on Debian: apt-get install python3-venv).",
        )
        folder = f"python3.{sys.version_info.minor}"
        (VENV / "lib" / folder / "site-packages" / "kring.pth").write_text(f"{ROOT / 'src'}\n{ROOT}\n")
    (VENV / ".kring-made").write_text(stamp_of())


def in_venv(*command: str) -> list[str]:
    """A command line that runs a module of the environment."""
    return [str(PYTHON), "-m", *command]
