"""`tick`: what a schedule does, without a key: ends what was agreed until a day, calls for who is not back."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kring.site.ticking import tick


class Command(BaseCommand):
    help = "Do once what is due; with --watch stay and do it again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="stay, and look again")
        parser.add_argument("--every", type=float, default=60.0, help="seconds between two looks")

    def handle(self, *args: Any, watch: bool, every: float, verbosity: int, **options: Any) -> None:
        """One look, or one after the other."""
        while True:
            told = ", ".join(f"{name} {count}" for name, count in tick().items() if count)
            if verbosity and (told or not watch):
                self.stdout.write(told or "nothing is due")
            if not watch:
                return
            time.sleep(every)
