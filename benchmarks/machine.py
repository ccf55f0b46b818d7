"""On what was measured: without it a figure says nothing to somebody else."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.sites import Place


def describe(place: Place, *, rounds: int) -> dict[str, Any]:
    """Processor, memory, versions, engine, load at this moment."""
    processor = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1024
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "processor": processor[0].partition(": ")[2] if processor else platform.machine(),
        "cores": os.cpu_count(),
        "memory_mb": memory,
        "load_at_start": round(os.getloadavg()[0], 2),
        "system": platform.system() + " " + platform.release(),
        "python": platform.python_version(),
        "django": version("django"),
        "granian": version("granian"),
        "engine": engine(place),
        "dossiers": place.dossiers,
        "rounds": rounds,
    }


def engine(place: Place) -> str:
    if place.cluster is None:
        return f"SQLite {sqlite3.sqlite_version}"
    with psycopg.connect(place.cluster.address) as connection:
        return f"PostgreSQL {connection.info.server_version // 10_000}, fsync {fsync(connection)}"


def fsync(connection: psycopg.Connection[Any]) -> str:
    row = connection.execute("SHOW fsync").fetchone()
    return str(row[0]) if row else "unknown"
