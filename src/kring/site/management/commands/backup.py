"""`backup TO --keys ELSEWHERE`: the database into a new folder below TO, the key file somewhere else."""

from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kring.site.backup.making import LIFE, back_up
from kring.site.backup.manifest import Unfit

TWO_PLACES = (
    "Name a second place for the key file with --keys, on another disk than TO: who has a database and its key file has"
    " half of every password. When the key file is kept safely already, say --without-keys."
)


class Command(BaseCommand):
    help = "Back up: the database into a new folder below TO, the key file apart from it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("to", type=Path, help="folder on another disk")
        parser.add_argument(
            "--keys", type=Path, metavar="ELSEWHERE", help="folder for the key file, never with the rest"
        )
        parser.add_argument("--without-keys", action="store_true", help="the key file is kept safely already")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["keys"] and not options["without_keys"]:
            raise CommandError(TWO_PLACES)
        began = monotonic()
        try:
            made = back_up(options["to"], options["keys"])
        except (Unfit, OSError) as problem:
            raise CommandError(str(problem)) from None
        size = sum(path.stat().st_size for path in made.folder.rglob("*") if path.is_file())
        self.stdout.write(f"{made.folder}: {size / 1e6:.1f} MB in {monotonic() - began:.1f} s")
        if made.keys:
            self.stdout.write(f"key file: {made.keys}")
        self.stdout.write(f"Destroy it after {LIFE.days} days; a later back-up into this place does so.")
        for old in made.destroyed:
            self.stdout.write(f"destroyed, older than {LIFE.days} days: {old}")
