"""For tests: a saved question answered over an invented town, as an answer and as a document."""

import json
from dataclasses import dataclass
from typing import Any

from kring.reporting import answering, asking, document, questions
from kring.reporting.answers import Answer
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.tests.invented import LAST, Caseload
from kring.team.testing import Town

ANSWERED: dict[str, Answer] = {}


@dataclass
class House:
    """The town, and what it was made of."""

    town: Town
    made: Caseload

    def ask(self, code: str, audience: Audience = Audience.PUBLIC, **said: Any) -> Answer:
        question = asking.understood({**json.loads(questions.path(code).read_text()), **said}, LAST)
        return answering.answer(self.town.saar.session, question, audience)

    def document(self, code: str, language: str = "nl", audience: Audience = Audience.PUBLIC, **said: Any) -> Document:
        """In any language of one answer: it is asked once for all tests, the town is the same in each."""
        key = f"{code} {audience} {json.dumps(said)}"
        if key not in ANSWERED:
            ANSWERED[key] = self.ask(code, audience, **said)
        return document.of(ANSWERED[key], language)
