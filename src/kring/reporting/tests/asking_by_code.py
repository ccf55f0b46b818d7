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


@dataclass
class House:
    """The town, and what it was made of."""

    town: Town
    made: Caseload

    def ask(self, code: str, audience: Audience = Audience.PUBLIC, **said: Any) -> Answer:
        question = asking.understood({**json.loads(questions.path(code).read_text()), **said}, LAST)
        return answering.answer(self.town.saar.session, question, audience)

    def document(self, code: str, language: str = "nl", audience: Audience = Audience.PUBLIC, **said: Any) -> Document:
        return document.of(self.ask(code, audience, **said), language)
