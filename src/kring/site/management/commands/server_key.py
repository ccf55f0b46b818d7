"""`server_key check | put | print | type`: for the day that the key file is lost (docs/how-to)."""

import sys
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kring.site import key_file
from kring.site.key_file import NotThisOne
from kring.vault import server_keys

NEXT = "Now start Kring, sign in, and open one dossier. Then make sure that a copy lies in a safe."


class Command(BaseCommand):
    help = "Look whether a key file fits this database, put a copy in its place, print it, or type it from paper."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["check", "put", "print", "type"])
        parser.add_argument("file", type=Path, nargs="?", help="a copy of the key file")

    def handle(self, *args: Any, **options: Any) -> None:
        began = monotonic()
        try:
            getattr(self, f"_{options['what']}")(options["file"])
        except (NotThisOne, ImproperlyConfigured) as problem:
            raise CommandError(str(problem)) from None
        except (OSError, KeyError, ValueError):
            raise CommandError("This is no key file that can be read.") from None
        self.stdout.write(f"{monotonic() - began:.1f} s")

    def _check(self, file: Path | None) -> None:
        """Whether a copy, or the file that is here, belongs to the database."""
        if not key_file.fits(server_keys.read(file or server_keys.key_file())):
            raise NotThisOne("This is not the key file of this installation, or it is older than the database.")
        self.stdout.write("The key file fits.")

    def _put(self, file: Path | None) -> None:
        """A copy into the place of the one that is lost."""
        if file is None:
            raise NotThisOne("Name the copy of the key file.")
        self.stdout.write(f"The key file is in its place: {key_file.put(server_keys.read(file))}")
        self.stdout.write(NEXT)

    def _print(self, file: Path | None) -> None:
        """The file as lines for a paper in a safe."""
        for line in key_file.on_paper(server_keys.read(file or server_keys.key_file())):
            self.stdout.write(line)

    def _type(self, file: Path | None) -> None:
        """The same lines typed over, until an empty one."""
        self.stdout.write("Type the lines of the paper; an empty line ends it.")
        lines = []
        while line := sys.stdin.readline().strip():
            lines.append(line)
        self.stdout.write(f"The key file is in its place: {key_file.put(key_file.from_paper(' '.join(lines)))}")
        self.stdout.write(NEXT)
