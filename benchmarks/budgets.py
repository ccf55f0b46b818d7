"""What each journey may cost; a number changes here and nowhere else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """Limits of one journey; None where there is none."""

    ratio: float | None = None
    vault_cpu_ms: float | None = None
    grants_queries: int | None = None
    queries: int | None = 8

    def __str__(self) -> str:
        parts = [f"<= {self.ratio:g} x floor"] if self.ratio else []
        parts += [f"vault <= {self.vault_cpu_ms:g} ms"] if self.vault_cpu_ms else []
        parts += [f"{self.grants_queries} grants query"] if self.grants_queries else []
        parts += [f"<= {self.queries} queries"] if self.queries else []
        return ", ".join(parts)


JOURNEYS = {
    "J1 submit referral": Budget(ratio=4),
    "J2 caseload": Budget(ratio=1.5, vault_cpu_ms=5, grants_queries=1),
    "J2b today": Budget(ratio=2, grants_queries=1),
    "J3 open dossier": Budget(ratio=1.0, vault_cpu_ms=5),
    "J3b newest notes": Budget(ratio=1.0, vault_cpu_ms=5),
    "J4 add a contact": Budget(ratio=1.5),
    "J5a find": Budget(ratio=1.5),
    "J7 mail intake": Budget(ratio=2, queries=None),
    "J8 cold start": Budget(ratio=1.5, queries=None),
}

GROWTH_RATIO = 1.3
"""Every journey and every page of a day on a hundred times as many dossiers, against the small town."""
SIGN_IN_CPU_MS = 500.0
KDF_MIB = 128.0
"""All password stretching on the machine together."""
TWO_WORKERS_PSS_MB = 150.0
KNOCK_CPU_MS = 50.0
"""Asking whether a colleague knows somebody, who carries four hundred dossiers himself."""
JOURNAL_PER_SECOND = 2000.0
"""On PostgreSQL, with eight writers."""
NOTES, NOTES_CPU_MS = 1000, 80.0
"""J5b: looking for words in so many notes one may open."""
LESSONS, LESSONS_RATIO = 10_000, 1.5
"""Looking through so many lesson cards, against the same texts in a plain table."""
YEAR_DOSSIERS, YEAR_CPU_MS = 100_000, 50.0
"""J6: all cases opened in a year by programme and life domain, among so many dossiers."""
ASKED_DOSSIERS, QUESTION_MS = 276, 200.0
"""Any saved question on a caseload of our size."""
COPY_ENTRIES, COPY_CPU_S = 1000, 3.0
"""A copy of a whole file for the person, on paper."""
KEYS_MOVE_CPU_MS = 150.0
"""Giving one dossier, taking it back, handing it over: each."""
ROTATE_CPU_S = 10.0
"""A new key for every lock of 276 dossiers."""
INCIDENT_CPU_S = 2.0
"""What somebody could open, for who holds most."""
MAP_TIES, MAP_CPU_MS = 40, 30.0
"""The page of a network of so many people, drawn for desk and phone, with its list."""
HIDDEN = ((30, 12, 10_000, 12, 5.0), (200, 20, 20_000, 7, 60.0))
"""Deciding what stays hidden in a table: rows, columns, cases, workers, and seconds of processor time at most."""
