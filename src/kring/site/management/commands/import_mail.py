"""`import_mail PATH`: messages of an mbox, a Maildir, a folder of .eml or one file become referrals.

Prints how many, never what. The source is left as it is; running it again adds nothing.
"""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kring.site import taken_words
from kring.site.team_mailbox import team_mailbox
from kring.support.intake.mail import messages_in
from kring.support.intake.mailbox import Taken

PAUSE_SECONDS = 5.0


class Command(BaseCommand):
    help = "Take messages in as referrals: an mbox, a Maildir, a folder of .eml files, or one .eml file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, path: Path, verbosity: int, **options: Any) -> None:
        """Take them in one by one, each committed by itself, so that stopping halfway loses nothing."""
        counts: Counter[Taken] = Counter()
        mailbox, told = team_mailbox(), monotonic()
        try:
            for found in messages_in(path):
                counts[mailbox.take_in(found)] += 1
                if verbosity and monotonic() - told > PAUSE_SECONDS:
                    self.stderr.write(f"{counts.total()} messages so far")
                    told = monotonic()
        except OSError as trouble:
            raise CommandError(f"Could not read there: {trouble.strerror}.") from None
        if verbosity:
            self.stdout.write("\n".join(taken_words.lines(counts)))
