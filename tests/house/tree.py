"""What the house tests look at: the files git knows or would know, read once. No test lives here."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "kring"


@cache
def files() -> tuple[Path, ...]:
    """Tracked files, and new ones that are not ignored, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(sorted(path for name in listed.split("\0") if name and (ROOT / (path := Path(name))).is_file()))


def modules(*folders: str) -> list[Path]:
    """Python files below these folders, without migrations."""
    return [
        path for path in files() if path.suffix == ".py" and path.parts[0] in folders and "migrations" not in path.parts
    ]


@cache
def text_of(path: Path) -> str:
    """The text of a file; empty when it is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(text_of(path))
