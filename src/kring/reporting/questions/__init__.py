"""Saved questions: real ones of councils and year reports, in our own words. One file each, as `answer` reads them."""

from pathlib import Path

HERE = Path(__file__).parent
CODES = tuple(sorted(path.stem for path in HERE.glob("*.json")))


def path(code: str) -> Path:
    """The file of a question."""
    return HERE / f"{code}.json"
