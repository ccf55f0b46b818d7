"""`answer QUESTION.json`: a question of measures, dimensions, filters and a period, answered as text or JSON."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils import translation

from kring.reporting import answering, asking, console, saying
from kring.reporting.console import NobodyToSignIn
from kring.reporting.content import Audience
from kring.reporting.periods import NotUnderstood
from kring.team.clock import today
from kring.vault.facts import NoFactsOffice
from kring.vault.refusals import Busy, Refused


class Command(BaseCommand):
    help = "Answer a question about the work: what may be shown, what is withheld, and what is not held here."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "question", type=Path, metavar="QUESTION.json", help="measures, dimensions, filters, period"
        )
        parser.add_argument("--format", choices=["text", "json"], default="text")
        audiences = [each.value for each in Audience]
        parser.add_argument("--audience", choices=audiences, default=Audience.PUBLIC.value)
        parser.add_argument("--language", choices=["nl", "fr", "en"], default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                question = asking.read(_written(options["question"]), today())
                found = answering.answer(console.statistics_session(), question, Audience(options["audience"]))
            except (NotUnderstood, NoFactsOffice, NobodyToSignIn, Busy) as sentence:
                raise CommandError(str(sentence)) from None
            except (OSError, UnicodeDecodeError):
                raise CommandError("This file cannot be read.") from None
            except Refused:
                raise CommandError("This was refused: only a statistics officer can count.") from None
            except OperationalError:
                raise CommandError("There is no database here yet: run migrate, or ./kring demo.") from None
            if options["format"] == "json":
                self.stdout.write(json.dumps(saying.as_json(found, options["audience"]), ensure_ascii=False, indent=2))
            else:
                self.stdout.write("\n".join(saying.text(found)))


def _written(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(asking.MOST_SIGNS + 1)
