"""`fold_figures`: take the facts that wait into the packs, and say how far it is; the first question is quick then."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kring.reporting import console
from kring.reporting.console import NobodyToSignIn
from kring.vault import release
from kring.vault.facts import NoFactsOffice
from kring.vault.refusals import Refused


class Command(BaseCommand):
    help = "Fold the facts that wait into the statistics office's packs, before anybody asks. Asks for the password."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            release.fold(console.statistics_session(), act="figures.fold", tell=self._tell)
        except (NoFactsOffice, NobodyToSignIn) as sentence:
            raise CommandError(str(sentence)) from None
        except Refused:
            raise CommandError("This was refused: only a statistics officer can fold.") from None

    def _tell(self, left: int) -> None:
        self.stdout.write(f"{left} facts wait." if left else "Everything is folded.")
