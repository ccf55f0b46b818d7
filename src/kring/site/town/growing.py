"""Founding a larger town: the actions of the demo, in batches, with a bar that moves; memory stays that of a batch."""

from collections.abc import Callable

from kring.site.founding import found_house
from kring.site.town.caseload import DAY
from kring.site.town.claim import finish
from kring.site.town.larger import LargerTown
from kring.site.town.opening import open_cases
from kring.site.town.passwords import new_password
from kring.site.town.personas import write_personas
from kring.team import clock

WIDTH = 40


def grow_town(town: LargerTown, show: Callable[[str], None]) -> None:
    """Found this town here. The folder must be empty (claim.py). `show` gets the line of the moment."""
    passwords = {one.key: new_password() for one in town.personas}
    people = Bar("people", len(town.house.people), show)
    house = found_house(town.house, passwords, demo_on=DAY, tell=lambda _: people.move(1))
    write_personas(clock.personas_path(), town.personas, passwords)
    dossiers = Bar("dossiers", town.dossiers, show)
    open_cases(house, town.cases(), tell=dossiers.move)
    finish()


class Bar:
    """How far it is: a bar, a count, what is counted."""

    def __init__(self, what: str, total: int, show: Callable[[str], None]) -> None:
        self.what, self.total, self.show, self.done = what, total, show, 0

    def move(self, by: int) -> None:
        """So many more are done."""
        self.done += by
        full = WIDTH * self.done // self.total
        self.show(f"[{'#' * full}{'.' * (WIDTH - full)}] {self.done:,} of {self.total:,} {self.what}")
