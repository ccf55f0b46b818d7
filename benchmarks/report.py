"""The measurement as a table for the terminal, as JSON, and as docs/benchmarks.md."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT
from benchmarks.results import Row

COLUMNS = (
    ("journey", lambda row: row.name),
    ("p50 ms", lambda row: figure(row.p50_ms)),
    ("CPU ms", lambda row: figure(row.cpu_ms)),
    ("floor CPU ms", lambda row: figure(row.floor_cpu_ms)),
    ("ratio", lambda row: figure(row.ratio)),
    ("vault CPU ms", lambda row: figure(row.vault_cpu_ms)),
    ("queries", lambda row: "" if row.queries is None else str(row.queries)),
    ("value", lambda row: f"{figure(row.value)} {row.unit}" if row.value is not None else ""),
    ("budget", lambda row: row.budget),
    ("held", lambda row: {True: "yes", False: "NO", None: "not measured"}[row.ok]),
)

HEAD = """# What the protection costs

Kring against the *floor*: a plain small Django project without encryption, journal or rights that does the same
journeys (`benchmarks/floor/`), in the same run, on the same web server, in turns. Yardstick: CPU milliseconds of
the whole process tree per request, database included. Queries are without transaction control and the journal
entry. Read the figures as ratios; made by `./kring bench --docs`, kept as figures in the file of the same name
that ends in `.json`; another engine has files of its own (`benchmarks-postgresql.md`).
"""


def figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def table(rows: Sequence[Row]) -> list[list[str]]:
    """Heading and rows; columns that are empty everywhere are left out."""
    cells = [[heading for heading, _ in COLUMNS], *([show(row) for _, show in COLUMNS] for row in rows)]
    used = [at for at in range(len(COLUMNS)) if any(line[at] for line in cells[1:])]
    return [[line[at] for at in used] for line in cells]


def as_text(rows: Sequence[Row]) -> str:
    cells = table(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([*lines, *notes(rows)])


def notes(rows: Sequence[Row]) -> list[str]:
    return [f"- {row.name}: {row.note}" for row in rows if row.note]


def as_json(rows: Sequence[Row], machine: dict[str, Any]) -> str:
    return json.dumps({"journeys": [row.as_json() for row in rows], "machine": machine}, indent=1) + "\n"


def as_markdown(rows: Sequence[Row], machine: dict[str, Any]) -> str:
    heading, *lines = table(rows)
    body = ["| " + " | ".join(line) + " |" for line in (heading, ["---"] * len(heading), *lines)]
    where = [f"- {name.replace('_', ' ')}: {value}" for name, value in machine.items()]
    remarks = ["", "## Notes", "", *notes(rows)] if notes(rows) else []
    return "\n".join([HEAD, *body, *remarks, "", "## Machine", "", *where]) + "\n"


def write_docs(rows: Sequence[Row], machine: dict[str, Any], engine: str) -> None:
    """Keep the figures: SQLite's as docs/benchmarks.*, those of another engine beside it."""
    name = "benchmarks" if engine == "sqlite" else f"benchmarks-{engine}"
    (ROOT / "docs" / f"{name}.md").write_text(as_markdown(rows, machine))
    write_json(ROOT / "docs" / f"{name}.json", rows, machine)


def write_json(path: Path, rows: Sequence[Row], machine: dict[str, Any]) -> None:
    path.write_text(as_json(rows, machine))
