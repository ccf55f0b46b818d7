"""The copied files are the named ones and lose the comment that names a source map."""

from pathlib import Path

import pytest

from bootstrap import frontend
from bootstrap.console import Missing


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package of one script, to be copied into an empty place."""
    monkeypatch.setattr(frontend, "MODULES", tmp_path / "modules")
    monkeypatch.setattr(frontend, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(frontend, "WANTED", {"a.min.js": "a/a.min.js"})
    (tmp_path / "modules" / "a").mkdir(parents=True)
    return tmp_path / "modules" / "a" / "a.min.js"


def test_the_source_map_comment_goes(package: Path, tmp_path: Path) -> None:
    package.write_text("run()\n//# sourceMappingURL=a.min.js.map\n")
    frontend.copy_wanted()
    assert (tmp_path / "vendor" / "a.min.js").read_text() == "run()\n"


def test_a_file_that_left_its_package_is_named(package: Path) -> None:
    with pytest.raises(Missing, match=r"no longer holds a/a\.min\.js"):
        frontend.copy_wanted()
