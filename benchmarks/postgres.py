"""A PostgreSQL for a measurement: durable (fsync on), two databases, and the CPU its backends use."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from benchmarks.processes import cpu_ms, ended_children_ms, tree
from bootstrap import postgresql

DURABLE = {"fsync": "on", "full_page_writes": "on", "autovacuum": "on", "shared_buffers": "128MB"}


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL; `postmaster` is the process whose children do the work."""

    address: str
    postmaster: int

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
            connection.execute(f'CREATE DATABASE "{name}"')
        return urlsplit(self.address)._replace(path=f"/{name}").geturl()

    def pids(self) -> list[int]:
        return tree(self.postmaster) if self.postmaster else []

    def spent_ms(self) -> float:
        """CPU of the whole cluster so far, backends that ended included (those to a hundredth of a second)."""
        return cpu_ms(self.pids()) + ended_children_ms(self.postmaster) if self.postmaster else 0.0


@contextlib.contextmanager
def durable_postgresql() -> Iterator[Cluster]:
    """KRING_TEST_DATABASE when given, else one of our own; unlike in the tests what it commits is on disk.

    Raises: bootstrap's Missing when there is none to be had.
    """
    postgresql.SETTINGS.update(DURABLE)
    with postgresql.postgresql_for_tests() as address:
        with psycopg.connect(address) as connection:
            backend = connection.info.backend_pid
        yield Cluster(address, parent_of(backend))


def parent_of(pid: int) -> int:
    """The postmaster of a backend on this machine; 0 when it runs elsewhere (its CPU is then not counted)."""
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0
