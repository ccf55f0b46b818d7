"""How the demo of a register of another law is founded in its folder, and who is named to look as."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.module_loading import import_string

from kring.site.founding import found_house
from kring.site.town.claim import NotHere, begin_afresh, finish, holds_town
from kring.site.town.passwords import new_password
from kring.site.town.personas import write_personas
from kring.team import clock


class RegisterDemo(BaseCommand):
    """Found it once. register, port: of `./kring demo`; look: sign-in, who, what to see.

    house, fill: dotted paths, since a process of another register cannot read what they name.
    """

    register = ""
    port = 0
    look: tuple[tuple[str, str, str], ...] = ()
    house = fill = ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="throw the demo in this folder away and begin again")

    def handle(self, *args: Any, **options: Any) -> None:
        if self.register != settings.KRING_REGISTER:
            asked = f"./kring demo --register {self.register}"
            raise CommandError(f"This folder does not hold the register {self.register}: {asked}.")
        try:
            if options["fresh"]:
                begin_afresh()
            stands = holds_town()
        except NotHere as sentence:
            raise CommandError(str(sentence)) from None
        if not stands:
            self._found()
        origin = settings.KRING_ORIGIN or f"http://127.0.0.1:{self.port}"
        self.stdout.write(f"\nSign in: {origin}{reverse('signin')}")
        for sign_in, who, what in self.look:
            self.stdout.write(f"  {sign_in:<15} {who:<22} {what}")
        self.stdout.write(f"Their passwords, and the other people: {clock.personas_path()}")

    def _found(self) -> None:
        plan, day = import_string(self.house), import_string(f"{self.house.rpartition('.')[0]}.DAY")
        passwords = {one.key: new_password() for one in plan.people}
        house = found_house(plan, passwords, demo_on=day, tell=self.stdout.write)
        write_personas(clock.personas_path(), plan.people, passwords)
        import_string(self.fill)(house)
        finish()
