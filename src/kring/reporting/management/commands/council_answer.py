"""`council_answer --on 2021-03-01`: the frozen answer to the founding question, as text, JSON or HTML."""

import json
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.template.loader import render_to_string
from django.utils import translation

from kring.reporting import actions, console, queries, spoken
from kring.reporting.actions import NotYet
from kring.reporting.console import NobodyToSignIn
from kring.reporting.content import ASKED_FOR, Audience
from kring.team.clock import today
from kring.vault.facts import NoFactsOffice
from kring.vault.refusals import Busy, Refused


class Command(BaseCommand):
    help = "Answer how many individual cases the outreachers carry on a day. Asked again, it gives the same answer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD", help="the day (default: today)")
        parser.add_argument("--format", choices=["text", "json", "html"], default="text")
        audiences = [each.value for each in ASKED_FOR]
        parser.add_argument("--audience", choices=audiences, default=Audience.PUBLIC.value)
        parser.add_argument("--language", choices=["nl", "fr", "en"], default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        on, audience = options["on"] or today(), Audience(options["audience"])
        try:
            session = console.statistics_session()
            answer = actions.freeze(session, on)
            figures = queries.figures(session, answer, audience)
        except (NotYet, NoFactsOffice, NobodyToSignIn, Busy) as sentence:
            raise CommandError(str(sentence)) from None
        except Refused:
            raise CommandError("This was refused: only a statistics officer can count.") from None
        except OperationalError:
            raise CommandError("There is no database here yet: run migrate, or ./kring demo.") from None
        with translation.override(options["language"]):
            self.stdout.write(_said(options["format"], answer, figures, audience))


def _said(form: str, answer: Any, figures: Any, audience: Audience) -> str:
    if form == "json":
        return json.dumps(spoken.as_json(answer, figures, audience), ensure_ascii=False, indent=2)
    if form == "html":
        words = spoken.for_page(figures, answer.on, audience)
        return render_to_string("reporting/pages/answer_document.html", {"answer": answer, **words})
    return spoken.as_text(answer, figures, audience)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("give the day as YYYY-MM-DD") from None
