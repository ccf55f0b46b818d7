"""`checkpoint`: write a signed checkpoint of the journal and print it, with the public key that verifies it."""

from typing import Any

from django.core.management.base import BaseCommand

from kring.vault import checkpoints


class Command(BaseCommand):
    help = "Write a signed checkpoint of the journal."

    def handle(self, *args: Any, **options: Any) -> None:
        path = checkpoints.make_checkpoint()
        self.stdout.write(path.read_text())
        self.stdout.write(f"public key: {checkpoints.note_key()}")
