"""`manage build_catalogues`: build the catalogues of words from their parts."""

from typing import Any

from django.core.management.base import BaseCommand

from kring.site import catalogues


class Command(BaseCommand):
    """Writes locale/<language>/LC_MESSAGES/django.po and .mo."""

    help = "Build the Dutch and French catalogues from locale/parts/*.json."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        count = catalogues.build()
        self.stdout.write(f"{count} texts in Dutch and French.")
