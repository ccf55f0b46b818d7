"""Coarser questions, nearest first: what to propose when a table cannot be answered safely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kring.protection.tables import Table


@dataclass(frozen=True, slots=True)
class Coarser:
    """In the table of this name, one dimension by its groups alone, or not at all."""

    table: str
    dim: str
    grouped: bool

    def applied(self, tables: Sequence[Table]) -> list[Table]:
        """The tables with the coarser one in its place; the finest cells stay, so that memory keeps its meaning."""
        return [self._applied(table) if table.name == self.table else table for table in tables]

    def _applied(self, table: Table) -> Table:
        if self.grouped:
            dims = [replace(dim, by_groups=True) if dim.name == self.dim else dim for dim in table.dims]
            return replace(table, dims=tuple(dims))
        left = [tuple(name for name in view if name != self.dim) for view in table.divided]
        return replace(table, cells=table.filled, views=tuple(dict.fromkeys(left)))


def coarser(tables: Sequence[Table]) -> Iterator[Coarser]:
    """Every single step, the one that keeps most published cells first."""
    steps = [
        Coarser(table.name, dim.name, grouped)
        for table in tables
        for dim in table.dims
        for grouped in (True, False)
        if dim.name in table.facets and (dim.groups and not dim.by_groups if grouped else len(table.facets) > 1)
    ]
    return iter(sorted(steps, key=lambda step: -sum(len(table.published) for table in step.applied(tables))))
