"""What stays hidden in a table of two facets, given what its rows and columns show as tables of their own.

Whoever asks for rows alone, for columns alone and for both reads three answers of the same cases: so what the first two
show is settled, and the third is fitted to it by `kring.protection`, at the least loss.
"""

from kring.protection.checked import checked
from kring.protection.launching import TooMuch
from kring.protection.protector import Protected
from kring.protection.tables import ALL, Cell, Place, Rules, together
from kring.protection.tables import Dim as Facet
from kring.protection.tables import Table as Linked
from kring.vault import suppression
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys
from kring.vault.tables import Table

NAME = "asked"


def hidden_in(table: Table, rules: Rules) -> frozenset[Place] | None:
    """The cells that stay out; None when it cannot be given, or when nothing of it would be left."""
    facets = tuple(Facet(dim.name, dim.values) for dim in table.dims)
    linked = Linked(
        facets, {at: cell for at, cell in table.cells.items() if cell.count}, NAME, settled=_settled(table, rules)
    )
    try:
        found = checked([linked], rules, seed=_secret(table))
    except TooMuch:
        return None
    if not isinstance(found, Protected):
        return None
    hidden = frozenset(at for at in found.of(NAME) if ALL not in at)
    shown = any(cell.count for at, cell in table.cells.items() if at not in hidden)
    return hidden if shown else None


def _secret(table: Table) -> bytes:
    """Decides between equal choices, the same for the same question, so that nobody can replay them."""
    said = [part for dim in table.dims for part in (dim.name, *dim.values)]
    return mac(server_keys().of("hidden cells", 0), encode(*said))


def _settled(table: Table, rules: Rules) -> dict[Place, bool]:
    """Which rows, columns and total their own answers hide; the total is known as soon as one of them shows it."""
    settled: dict[Place, bool] = {}
    total_shown = False
    for number, dim in enumerate(table.dims):
        lines: dict[str, Cell] = {
            value: together(cell for at, cell in table.cells.items() if at[number] == value) for value in dim.values
        }
        withheld = suppression.withhold(lines, rules)
        total_shown |= withheld.total_shown
        for value in dim.values:
            settled[tuple(value if place == number else ALL for place in range(2))] = value in withheld.cells
    return settled | {(ALL, ALL): not total_shown}
