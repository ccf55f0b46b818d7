"""`demo_mediation`: the register of mediation with invented people in this data folder, and as whom to look."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kring.site.founding import found_house
from kring.site.town.claim import NotHere, begin_afresh, finish, holds_town
from kring.site.town.passwords import new_password
from kring.site.town.personas import write_personas
from kring.team import clock

LOOK = (
    ("wout.hermans", "mediator", "four files: a call, an intake, a follow-up, one that did not start"),
    ("dries.aerts", "volunteer", "one file, for a time"),
    ("greet.aerts", "head of service", "that there is nothing to open"),
)


class Command(BaseCommand):
    help = "Found the demo of mediation between neighbours (invented people); a second time it adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="throw the demo in this folder away and begin again")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.KRING_REGISTER != "mediation":
            raise CommandError("This folder does not hold the register mediation: ./kring demo --register mediation.")
        try:
            if options["fresh"]:
                begin_afresh()
            stands = holds_town()
        except NotHere as sentence:
            raise CommandError(str(sentence)) from None
        if not stands:
            self._found()
        self.stdout.write(f"\nSign in: {settings.KRING_ORIGIN or 'http://127.0.0.1:8001'}{reverse('signin')}")
        for sign_in, who, what in LOOK:
            self.stdout.write(f"  {sign_in:<15} {who:<22} {what}")
        self.stdout.write(f"Their passwords, and the other people: {clock.personas_path()}")

    def _found(self) -> None:
        from kring.site.town.neighbours import DAY, HOUSE, mediate

        passwords = {one.key: new_password() for one in HOUSE.people}
        house = found_house(HOUSE, passwords, demo_on=DAY, tell=self.stdout.write)
        write_personas(clock.personas_path(), HOUSE.people, passwords)
        mediate(house)
        finish()
