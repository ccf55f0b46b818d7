"""A pytest plugin: every run, also one by hand, gets a data folder of its own, away from any demo or installation.

With KRING_TEST_REGISTER the folder holds that register, whose own tests a run of casework leaves aside.
Loaded by `addopts` before the settings are read; each process of a parallel run has its own folder.
"""

import os
import tempfile
from pathlib import Path

from bootstrap.registers import mark_folder

_worker = os.environ.get("PYTEST_XDIST_WORKER")
if _worker:
    _folder = Path(os.environ["KRING_DATA"]) / _worker
    _folder.mkdir(mode=0o700, exist_ok=True)
    os.environ["KRING_DATA"] = str(_folder)
else:
    _kept = tempfile.TemporaryDirectory(prefix="kring-test-")  # removed when this process ends
    os.environ["KRING_DATA"] = _kept.name
if _register := os.environ.get("KRING_TEST_REGISTER"):
    mark_folder(Path(os.environ["KRING_DATA"]), _register)
