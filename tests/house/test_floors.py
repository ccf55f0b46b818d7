"""The contracts of import-linter in pyproject.toml notice what they are there for.

`./kring test` runs them on the tree; here they run on a small house with one defect each.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

ROOMS = (
    "vault",
    "team",
    "support",
    "support/dossier",
    "support/intake",
    "support/desk",
    "concerns",
    "exchange",
    "mediation",
    "sanctions",
    "reporting",
    "site",
)
DEFECTS = {
    "vault knows the team": ("vault/gate.py", "import kring.team", "floors"),
    "a register looks at another": ("mediation/desk.py", "import kring.support.dossier", "floors"),
    "casework looks at mediation": ("support/desk/look.py", "import kring.mediation", "registers"),
    "the exchange looks at a dossier": ("exchange/look.py", "import kring.support.dossier", "registers"),
    "casework looks at the exchange": ("support/desk/look.py", "import kring.exchange", "registers"),
    "mediation looks at sanctions": ("mediation/desk.py", "import kring.sanctions", "registers"),
    "mediation looks at casework": ("mediation/desk.py", "import kring.support.dossier", "registers"),
    "sanctions looks at mediation": ("sanctions/desk.py", "import kring.mediation", "registers"),
    "sanctions looks at casework": ("sanctions/desk.py", "import kring.support", "registers"),
    "casework looks at sanctions": ("support/desk/look.py", "import kring.sanctions", "registers"),
    "an earlier step looks ahead": ("support/dossier/actions.py", "import kring.support.intake", "steps"),
    "a journal that hashes by itself": ("vault/journal.py", "import cryptography.fernet", "crypto"),
    "a team that reads tokens anywhere": ("team/__init__.py", "import jwt", "tokens"),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house that keeps every contract."""
    for room in ("", *ROOMS):
        folder = tmp_path / "kring" / room
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    (tmp_path / "kring/vault/primitives.py").write_text("import cryptography\n")
    (tmp_path / "kring/support/desk/queries.py").write_text("import kring.support.intake\n")
    (tmp_path / "kring/site/urls.py").write_text("import kring.support.desk\nimport kring.reporting\n")
    return tmp_path


def lint(house: Path, contract: str) -> int:
    """The exit code of one contract on that house."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--contract", contract]
    command += ["--config", str(ROOT / "pyproject.toml")]
    environ = {**os.environ, "PYTHONPATH": str(house)}
    return subprocess.run(command, cwd=house, env=environ, capture_output=True, check=False).returncode


@pytest.mark.parametrize(("place", "line", "contract"), DEFECTS.values(), ids=DEFECTS)
def test_the_contract_notices(house: Path, place: str, line: str, contract: str) -> None:
    assert lint(house, contract) == 0
    (house / "kring" / place).write_text(line + "\n")
    assert lint(house, contract) == 1
