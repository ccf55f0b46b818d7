"""Fills the floor with dossiers, contacts and actions of invented people, one holder per forty."""

from datetime import timedelta
from random import Random
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from benchmarks.floor.cases.models import Action, Client, Contact, Dossier, Phase, Referral

FIRST = [
    "Robin",
    "Jade",
    "Bilal",
    "Senne",
    "Mila",
    "Finn",
    "Julie",
    "Milan",
    "Nora",
    "Arne",
    "Rayan",
    "Sem",
    "Wout",
    "Anouk",
    "Malik",
    "Kaat",
    "Lars",
    "Noah",
    "Sara",
]
LAST = [
    "Peeters",
    "Vos",
    "Aerts",
    "Willems",
    "Jacobs",
    "Maes",
    "Claes",
    "Hermans",
    "Goossens",
    "Dubois",
    "Lambert",
    "Yilmaz",
    "Amrani",
    "Nowak",
    "Diallo",
]
STEPS = ["See the doctor together", "Complete the network", "Ring about youth work", "Visit the trainee place"]
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
TODAY = timezone.localdate()


class Command(BaseCommand):
    help = "Make a town: --dossiers N --held H --joined J (of the first worker) --password P"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dossiers", type=int, default=276)
        parser.add_argument("--held", type=int, default=31)
        parser.add_argument("--joined", type=int, default=9)
        parser.add_argument("--password", required=True)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        dice = Random(2021)
        total, held, joined = options["dossiers"], options["held"], options["joined"]
        workers = self.workers(max(7, total // 40), options["password"])
        others = workers[1:]
        dossiers = []
        for at in range(total):
            holder = workers[0] if at < held else others[at % len(others)]
            deputy = workers[0] if held <= at < held + joined else others[(at + 1) % len(others)]
            dossiers.append(self.dossier(dice, at, holder, deputy))
        Client.objects.bulk_create([dossier.client for dossier in dossiers], batch_size=500)
        Dossier.objects.bulk_create(dossiers, batch_size=500)
        Contact.objects.bulk_create([c for d in dossiers for c in self.contacts(dice, d)], batch_size=500)
        Action.objects.bulk_create([a for d in dossiers for a in self.actions(dice, d)], batch_size=500)
        for at in range(6):
            Referral.objects.create(code=f"town{at}", text="Not seen at school.", assigned_to=workers[0])

    def workers(self, count: int, password: str) -> list[Any]:
        users = get_user_model()
        hashed = make_password(password)
        made = [users(username="noor", first_name="Noor", last_name="Claes", password=hashed)]
        made += [users(username=f"worker{at}", password=hashed) for at in range(1, count)]
        return users.objects.bulk_create(made)

    def dossier(self, dice: Random, at: int, holder: Any, deputy: Any) -> Dossier:
        return Dossier(
            number="K-" + "".join(ALPHABET[at // 30**place % 30] for place in range(3, -1, -1)),
            client=Client(first_name=dice.choice(FIRST), last_name=dice.choice(LAST)),
            programme="street",
            holder=holder,
            deputy=deputy,
            phase=dice.choice(Phase.values),
            rhythm_days=dice.choice([7, 14, 21, None]),
            opened_on=TODAY - timedelta(days=dice.randrange(100, 700)),
        )

    def contacts(self, dice: Random, dossier: Dossier) -> list[Contact]:
        days = dice.sample(range(90), 6)
        text = "Spoke a while at the square, will ring on Monday. " * 4
        return [
            Contact(dossier=dossier, author=dossier.holder, held_on=TODAY - timedelta(days=day), text=text)
            for day in days
        ]

    def actions(self, dice: Random, dossier: Dossier) -> list[Action]:
        return [
            Action(dossier=dossier, text=dice.choice(STEPS), due_on=TODAY + timedelta(days=dice.randrange(30)))
            for _ in range(3)
        ]
