"""`init`: the first installation. Asks who the five people are, founds everything at once, writes the recovery kit."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kring.site.first_install.installing import AlreadyThere, check_empty, install
from kring.site.first_install.plan import Answers, NotComplete, Person

PEOPLE = {
    "administrator": "The first administrator (the city's IT; manages people, never opens a file)",
    "trustee": "Trustee {} of 3 (two of them together can give lost keys again; in no circle)",
    "keeper": "The first colleague of the circles (holds their keys, lets the others in)",
}


class Command(BaseCommand):
    help = "Install Kring for a town: three trustees, the first administrator, the first colleague, the recovery kit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--town", help="name of the town")
        parser.add_argument("--administrator", metavar="'NAME <MAIL>'")
        parser.add_argument("--trustee", metavar="'NAME <MAIL>'", action="append", default=[], help="three times")
        parser.add_argument("--keeper", metavar="'NAME <MAIL>'", help="the first colleague of the circles")
        parser.add_argument("--keeper-function", default="", help="what that one is appointed for")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            check_empty()
            answers = self._answers(options)
            kit = install(answers)
        except (AlreadyThere, NotComplete) as sentence:
            raise CommandError(str(sentence)) from None
        self._tell(answers, str(kit))

    def _answers(self, options: dict[str, Any]) -> Answers:
        trustees = list(options["trustee"])[:3]
        town = options["town"] or self._ask("Name of the town")
        administrator = Person.read(options["administrator"] or self._ask(PEOPLE["administrator"]))
        for number in range(len(trustees) + 1, 4):
            trustees.append(self._ask(PEOPLE["trustee"].format(number)))
        keeper = Person.read(options["keeper"] or self._ask(PEOPLE["keeper"]))
        one, two, three = (Person.read(each) for each in trustees)
        return Answers(town, administrator, (one, two, three), keeper, options["keeper_function"])

    def _ask(self, what: str) -> str:
        if not sys.stdin.isatty():
            raise NotComplete(f"Missing: {what}. Give it as an option (see --help), or run this in a terminal.")
        example = "" if what.startswith("Name") else "\n  as: Name <work e-mail>"
        self.stdout.write(f"{what}{example}")
        return input("> ").strip()

    def _tell(self, answers: Answers, kit: str) -> None:
        origin = settings.KRING_ORIGIN or "http://localhost:8000"
        self.stdout.write(
            f"\nKring for {answers.town} is installed in {settings.KRING_DATA}\n\n"
            f"1. Print {kit}\n   One sheet for each of the five, in a sealed envelope. Then destroy the file.\n"
            f"2. Copy {settings.KRING_DATA}/server.key to a safe place, never beside a back-up of the database.\n"
            f"3. Start it: ./kring serve   and sign in at {origin}{reverse('signin')} with the code on paper.\n"
            f"4. {answers.administrator.name} invites the others; {answers.keeper.name} lets them in, face to face.\n"
            f"   Invite a second colleague of each circle today: a key with one holder is easily lost.\n"
        )
