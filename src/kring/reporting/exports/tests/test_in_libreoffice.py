"""Each form that an office opens, opened by LibreOffice and printed: the same words stand on its paper.

Found where `./kring test` told (KRING_OFFICE) or on the path; without it these are skipped with one sentence.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from kring.reporting import exports
from kring.reporting.document import Document

OFFICE = os.environ.get("KRING_OFFICE") or shutil.which("soffice")
TEXT = shutil.which("pdftotext")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here: `./kring test` installs it where apt can"),
]


def printed(made: Document, ending: str, folder: Path) -> Path:
    """The file as LibreOffice prints it; a profile of its own, so that two can run at once."""
    assert OFFICE
    path = folder / f"answer.{ending}"
    path.write_bytes(exports.export(made, ending))
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=180)
    return folder / "answer.pdf"


@pytest.mark.parametrize("ending", ["docx", "ods", "xlsx", "csv", "html"])
def test_libreoffice_opens_and_prints_it(made: Document, ending: str, tmp_path: Path) -> None:
    pdf = printed(made, ending, tmp_path)
    with pikepdf.open(pdf) as paper:
        assert len(paper.pages) >= 1
    if TEXT is None:
        return
    said = subprocess.run([TEXT, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert "verborgen" in said
    assert "Err:" not in said
    if ending != "csv":
        assert "@Hoeveel dossiers & <b>talen</b>?" in said
        assert "=HYPERLINK(" in said, "it stands there as it was written, and is no link"
