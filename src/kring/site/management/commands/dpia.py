"""`dpia`: print what the program says of itself for an impact assessment, drawn from the code."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from kring.privacy.desk import dpia

LIST = Path(__file__).parents[5] / "docs/reference/asvs.md"


class Command(BaseCommand):
    help = "Print the kit for an impact assessment (GDPR art. 35)."

    def handle(self, *args: Any, **options: Any) -> None:
        measures = dpia.read_measures(LIST.read_text(encoding="utf-8")) if LIST.exists() else []
        self.stdout.write(dpia.as_markdown(measures), ending="")
