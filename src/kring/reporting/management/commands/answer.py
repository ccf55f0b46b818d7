"""`answer QUESTION.json`: a question of measures, dimensions, filters and a period, answered as text or in a form.

`--format json` is the answer itself, for programs that ask; `-o answer.json` beside the other forms is the document.
"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils import translation

from kring.reporting import answering, asking, console, document, exports, saying
from kring.reporting.answers import Answer
from kring.reporting.console import NobodyToSignIn
from kring.reporting.content import ASKED_FOR, Audience
from kring.reporting.periods import NotUnderstood
from kring.team.clock import today
from kring.team.printing import CannotPrint
from kring.vault.facts import NoFactsOffice
from kring.vault.refusals import Busy, Refused

BINARY = frozenset({"docx", "pdf", "ods", "xlsx"})


class Command(BaseCommand):
    help = "Answer a question about the work: what may be shown, what is withheld, and what is not held here."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "question", type=Path, metavar="QUESTION.json", help="measures, dimensions, filters, period"
        )
        parser.add_argument("--format", choices=["text", *exports.FORMS], default="text")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the document there, by its ending")
        audiences = [each.value for each in ASKED_FOR]
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
            self._give(found, options)

    def _give(self, found: Answer, options: dict[str, Any]) -> None:
        path: Path | None = options["output"]
        ending = path.suffix.removeprefix(".") if path else options["format"]
        if path is None and ending == "text":
            self.stdout.write("\n".join(saying.text(found)))
        elif path is None and ending == "json":
            self.stdout.write(json.dumps(saying.as_json(found, options["audience"]), ensure_ascii=False, indent=2))
        elif ending not in exports.FORMS:
            raise CommandError(f"A file ends in one of: {', '.join(exports.FORMS)}.")
        else:
            self._write(_exported(found, options["language"], ending), path, binary=ending in BINARY)

    def _write(self, made: bytes, path: Path | None, *, binary: bool) -> None:
        if path is not None:
            try:
                path.write_bytes(made)
            except OSError:
                raise CommandError("This file cannot be written.") from None
        elif binary:
            raise CommandError("This form is no text: name a file with -o.")
        else:
            self.stdout.write(made.decode())


def _exported(found: Answer, language: str, ending: str) -> bytes:
    try:
        return exports.export(document.of(found, language), ending)
    except CannotPrint as why:
        raise CommandError(str(why.sentence)) from None


def _written(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(asking.MOST_SIGNS + 1)
