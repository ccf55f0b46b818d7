"""`fetch_mail [--watch]`: what lies in the team mailbox becomes referrals and leaves the mailbox as configured.

Prints how many, never what. Stopping it at any moment loses nothing and doubles nothing.
"""

import imaplib
import ssl
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections

from kring.site import taken_words
from kring.site.fetching import STAYS, NoKeywords, fetch
from kring.site.imap import SignInRefused, box_at
from kring.site.team_mailbox import team_mailbox
from kring.site.watching import watch
from kring.support.intake.mailbox import Taken


class Command(BaseCommand):
    help = "Empty the team mailbox in KRING_IMAP: each message is sealed first, then removed, moved or marked there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--watch", action="store_true", help="stay, and take in what comes as it comes")
        parser.add_argument("--every", type=float, default=300, help="seconds between two rounds at most (300)")

    def handle(self, *args: Any, watch: bool, every: float, verbosity: int, **options: Any) -> None:
        """One round, or rounds without end. Stops with one sentence when the mailbox cannot be opened."""
        if not settings.KRING_IMAP:
            raise CommandError("KRING_IMAP is not set: name the mailbox, such as imap://user:password@mail.example.be.")
        with _one_sentence():
            if watch:
                self._stay(every, verbosity)
            else:
                counts = Counter(fetch(box_at(settings.KRING_IMAP), team_mailbox()))
                self._tell(counts, verbosity)
                if any(counts[taken] for taken in STAYS):
                    raise CommandError("Some messages stay in the mailbox: look at them there.")

    def _stay(self, every: float, verbosity: int) -> None:
        counts: Counter[Taken] = Counter()
        try:
            for taken in watch(box_at(settings.KRING_IMAP), team_mailbox, every=every):
                if taken is not None:
                    counts[taken] += 1
                    continue
                if counts:
                    self._tell(counts, verbosity)
                    counts.clear()
                close_old_connections()
        except KeyboardInterrupt:
            self._tell(counts, verbosity)

    def _tell(self, counts: Counter[Taken], verbosity: int) -> None:
        if verbosity:
            self.stdout.write("\n".join(taken_words.lines(counts)))
            self.stdout.flush()


@contextmanager
def _one_sentence() -> Iterator[None]:
    """What the server said is never repeated: it may hold an address."""
    from imap_tools.errors import UnexpectedCommandStatusError

    try:
        yield
    except ssl.SSLCertVerificationError:
        raise CommandError("The mail server did not show the certificate it should have; nothing was asked.") from None
    except NoKeywords:
        raise CommandError("This server keeps no marks: choose then=delete or then=move in KRING_IMAP.") from None
    except DatabaseError as trouble:
        raise CommandError(f"The database did not take it ({type(trouble).__name__}). Try again later.") from None
    except SignInRefused:
        raise CommandError("The mailbox refused the sign-in.") from None
    except (OSError, imaplib.IMAP4.error, UnexpectedCommandStatusError) as trouble:
        raise CommandError(f"The mailbox could not be emptied ({type(trouble).__name__}). Try again later.") from None
