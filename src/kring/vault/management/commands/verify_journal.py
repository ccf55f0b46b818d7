"""`verify_journal`: is the journal complete and unchanged? With --export FILE also write it for the standalone tool."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kring.vault import checkpoints


class Command(BaseCommand):
    help = "Check the journal; exit code 1 when something is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--export", type=Path, help="write the journal as JSON lines to this file")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["export"]:
            with options["export"].open("w") as file:
                file.writelines(f"{line}\n" for line in checkpoints.export())
        findings = checkpoints.verify()
        for finding in findings:
            self.stdout.write(finding)
        self.stdout.write("the journal is complete and unchanged" if not findings else f"{len(findings)} findings")
        if findings:
            sys.exit(1)
