"""`demo_town`: the town of 1 March 2021 in this data folder, the council's figure, and where to look and as whom."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kring.site.town.caseload import DAY
from kring.site.town.claim import NotHere, begin_afresh, holds_town
from kring.site.town.demo import found_demo
from kring.site.town.recipe import town_of_2021
from kring.team.clock import personas_path

LOOK = (
    ("noor.claes", "street corner worker", "my dossiers, the board, a referral"),
    ("samir.daoudi", "coach", "the board: five lanes, a talk to decide"),
    ("greet.aerts", "head of service", "the figures, never a file"),
    ("saar.michiels", "statistics officer", "the council question, counted"),
    ("hilde.roels", "privacy officer", "who opened a lock, what was broken, what goes and when"),
    ("ann.verbeke", "administrator", "that there is nothing to open"),
)
"""As whom to look at what."""


class Command(BaseCommand):
    help = "Found the town of 1 March 2021 (invented people) in the data folder; a second time it adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="throw the demo in this folder away and begin again")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["fresh"]:
                begin_afresh()
            stands = holds_town()
        except NotHere as sentence:
            raise CommandError(str(sentence)) from None
        if stands:
            self.stdout.write("The town of 1 March 2021 stands here already; nothing was added.")
        else:
            self.stdout.write("Founding the town of 1 March 2021 (invented people):")
            found_demo(town_of_2021(), self._tell)
        self.stdout.write("")
        call_command("council_answer", on=DAY, stdout=self.stdout)
        self._say_where_to_look()

    def _tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def _say_where_to_look(self) -> None:
        origin = settings.KRING_ORIGIN or "http://127.0.0.1:8000"
        self.stdout.write(f"\nSign in: {origin}{reverse('signin')}   Refer somebody: {origin}{reverse('intake:start')}")
        for sign_in, who, what in LOOK:
            self.stdout.write(f"  {sign_in:<15} {who:<22} {what}")
        self.stdout.write(f"Their passwords, and the other people: {personas_path()}")
