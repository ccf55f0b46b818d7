"""`restore FROM`: put a back-up back, replay the ledger, and say what that meant."""

import sys
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kring.site.backup.manifest import Unfit
from kring.site.backup.restoring import Restored, Wanted, restore
from kring.site.backup.standstill import StillRunning
from kring.vault.ledger import BrokenLedger, What

WORDS = {
    What.SHREDDED: "locks destroyed again",
    What.ERASED: "rows erased again",
    What.WITHDRAWN: "keys withdrawn again",
    What.ROTATED: "locks rotated again",
    What.SLOT_REMOVED: "ways in removed again",
    What.STATE: "people disabled again",
    What.FORGOTTEN: "facts forgotten again",
}


class Command(BaseCommand):
    help = "Put a back-up back and replay the ledger, so that what was destroyed stays destroyed."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FROM", help="the folder of one back-up")
        parser.add_argument("--keys", type=Path, metavar="FILE", help="the key file that was kept apart")
        parser.add_argument("--ledger", type=Path, metavar="FILE", help="a copy of the ledger newer than the back-up")
        parser.add_argument("--checkpoint", type=Path, metavar="FILE", help="the privacy officer's newest checkpoint")
        parser.add_argument(
            "--without-ledger", action="store_true", help="there is no newer ledger: what it held is lost"
        )
        parser.add_argument("--over", action="store_true", help="put it in the place of the installation that is here")

    def handle(self, *args: Any, **options: Any) -> None:
        began = monotonic()
        named = ("folder", "keys", "ledger", "checkpoint", "over", "without_ledger")
        wanted = Wanted(**{name: options[name] for name in named})
        try:
            restored = restore(wanted)
        except (Unfit, StillRunning, BrokenLedger, OSError) as problem:
            raise CommandError(str(problem)) from None
        self._tell(restored)
        self.stdout.write(f"{monotonic() - began:.1f} s")
        if restored.journal or restored.sweep:
            sys.exit(1)

    def _tell(self, restored: Restored) -> None:
        """What was put back, what was destroyed again, what was given up, and whether everything fits."""
        say = self.stdout.write
        say(f"Put back: the back-up of {restored.manifest.made_at}, {restored.manifest.journal[0]} journal entries.")
        for what, count in sorted((+restored.replayed).items()):
            say(f"{count:6d}  {WORDS[what]}")
        if restored.closed:
            say(f"{restored.closed:6d}  referrals closed, of which nothing is left")
        say(f"{restored.sessions:6d}  people signed out")
        if restored.given_up:
            say(
                f"Given up: at least {restored.given_up} later journal entries. What was written since then is lost and"
            )
            say("must be written again; who got or lost a function since then must be entered again.")
        if restored.outbox:
            say(f"{restored.outbox} mails wait in the outbox; what went out after the back-up goes out once more.")
        for name, count in restored.keys.items():
            if count:
                say(f"{count:6d}  {name.replace('_', ' ')}")
        for finding in restored.journal:
            say(finding)
        say("The journal is complete and unchanged." if not restored.journal else "The journal is NOT in order.")
        say(
            "Every row is as the journal left it." if not restored.sweep else f"{restored.sweep} rows are NOT in order."
        )
