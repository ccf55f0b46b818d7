"""What was measured and whether it is within its budget: the rows of the table and of the JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.budgets import Budget


@dataclass(frozen=True)
class Row:
    """One journey, or (with `unit`) one other figure whose value then stands in `value`."""

    name: str
    budget: str
    ok: bool | None
    """None: not measured here, or nothing was promised."""
    p50_ms: float | None = None
    cpu_ms: float | None = None
    floor_p50_ms: float | None = None
    floor_cpu_ms: float | None = None
    ratio: float | None = None
    vault_cpu_ms: float | None = None
    queries: int | None = None
    floor_queries: int | None = None
    grants_queries: int | None = None
    value: float | None = None
    floor_value: float | None = None
    unit: str = ""
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """Rounded for reading; the noise is larger than the third digit."""
        return {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Inside:
    """What one request did inside the process: statements and time in the vault."""

    queries: int
    grants_queries: int
    vault_cpu_ms: float


def within(
    budget: Budget, *, ratio: float, inside: Inside | None = None, same_work: bool = True, repeat_added: int = 0
) -> bool:
    """Whether everything promised for a journey holds; unequal work or a repeat that adds something never does."""
    held = [same_work, repeat_added == 0, budget.ratio is None or ratio <= budget.ratio]
    if inside is not None:
        held.append(budget.queries is None or inside.queries <= budget.queries)
        held.append(budget.vault_cpu_ms is None or inside.vault_cpu_ms <= budget.vault_cpu_ms)
        held.append(budget.grants_queries is None or inside.grants_queries <= budget.grants_queries)
    return all(held)


def at_most(
    name: str, value: float | None, limit: float, unit: str, *, note: str = "", floor: float | None = None
) -> Row:
    """A row for one figure that may not exceed `limit`."""
    ok = None if value is None else value <= limit
    return Row(name, f"<= {limit:g} {unit}", ok, value=value, floor_value=floor, unit=unit, note=note)


def at_least(name: str, value: float | None, limit: float, unit: str, *, note: str = "") -> Row:
    """A row for one figure that must reach `limit`."""
    ok = None if value is None else value >= limit
    return Row(name, f">= {limit:g} {unit}", ok, value=value, unit=unit, note=note)
