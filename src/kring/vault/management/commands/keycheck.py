"""`keycheck`: counts of locks with too few holders and other loose keys. All zero is good."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from kring.vault.keycheck import keycheck


class Command(BaseCommand):
    help = "Count locks with too few holders, stale and expired grants, people without a way in."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = keycheck()
        for name, count in counts.items():
            self.stdout.write(f"{count:6d}  {name.replace('_', ' ')}")
        if any(counts.values()):
            sys.exit(1)
