"""One published answer, of the document that was frozen before, and one for inside the house that is not."""

from dataclasses import replace

import pytest

from kring.reporting.document import Document
from kring.reporting.exports.tests.conftest import made
from kring.reporting.published import actions
from kring.reporting.published.models import PublishedAnswer
from kring.vault.acts import acting

__all__ = ["made", "other", "published"]


@pytest.fixture
def published(db: None, made: Document) -> PublishedAnswer:
    with acting("figures.publish", by="system") as act:
        return actions.publish(act, made)


@pytest.fixture
def other(made: Document) -> Document:
    return replace(made, period="in 2018")
