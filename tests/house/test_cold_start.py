"""A server that starts has read no page yet: each view is read when it is first asked for."""

import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT


def test_starting_the_server_reads_no_view(tmp_path: Path) -> None:
    named = "import sys, kring.site.wsgi; print(*sys.modules)"
    settings = {"KRING_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "kring.site.settings", "PYTHONPATH": "src"}
    done = subprocess.run(
        [sys.executable, "-c", named],
        env={**os.environ, **settings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    read = done.stdout.split()
    assert "kring.vault.doors" in read
    assert [name for name in read if name.startswith("kring.") and name.endswith("views")] == []
    assert "numpy" not in read, "who counts nothing should not wait for it"
