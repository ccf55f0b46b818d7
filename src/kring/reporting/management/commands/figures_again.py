"""`figures_again`: a colleague tells the figures once more what the dossiers he holds say; asks for his password."""

from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kring.support.desk.telling_again import tell_again
from kring.team import queries
from kring.vault import slots
from kring.vault.facts import NoFactsOffice
from kring.vault.refusals import Busy, Refused


class Command(BaseCommand):
    help = "Write the facts of one's own dossiers again: the same figures, and what they learnt to ask since."

    def handle(self, *args: Any, **options: Any) -> None:
        colleague = queries.colleague_by_sign_in(input("Sign-in name: "))
        password = getpass("Password: ")
        try:
            session = slots.open_password(colleague.principal if colleague else None, password).session()
            many = tell_again(session)
        except (NoFactsOffice, Busy) as sentence:
            raise CommandError(str(sentence)) from None
        except Refused:
            raise CommandError("This was refused.") from None
        self.stdout.write(f"{many} dossiers told again.")
