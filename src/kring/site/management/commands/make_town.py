"""`make_town --dossiers N --seed S`: a larger town in a fresh data folder, for measuring. Invented people only."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kring.site.town.claim import NotHere, holds_town
from kring.site.town.growing import grow_town
from kring.site.town.larger import larger_town
from kring.site.town.recipe import SEED
from kring.team.clock import personas_path


class Command(BaseCommand):
    help = "Found a larger town of invented people in a fresh data folder: one holder for every forty dossiers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dossiers", type=int, required=True, metavar="N", help="open dossiers, 120 or more")
        parser.add_argument("--seed", type=int, default=SEED, metavar="S", help="the same seed gives the same town")

    def handle(self, *args: Any, **options: Any) -> None:
        began = monotonic()
        try:
            if holds_town():
                raise NotHere("A town stands here already: choose a fresh folder with KRING_DATA.")
            town = larger_town(options["dossiers"], options["seed"])
        except (NotHere, ValueError) as sentence:
            raise CommandError(str(sentence)) from None
        grow_town(town, self._show)
        self.stdout.write(f"\n{town.dossiers:,} dossiers in {monotonic() - began:.0f} s; people: {personas_path()}")

    def _show(self, line: str) -> None:
        """One line that is written over on a terminal; elsewhere a line each time."""
        self.stdout.write(f"\r{line}" if self.stdout.isatty() else line, ending="")
        self.stdout.write("" if self.stdout.isatty() else "\n", ending="")
        self.stdout.flush()
