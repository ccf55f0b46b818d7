"""Pages of a town where nothing has happened yet."""

from collections.abc import Iterator

from tests.stories.screens.screen import Screen


def empty() -> Iterator[Screen]:
    """Pages of a town where nothing has happened yet."""
    yield Screen("empty-street", "noor", "street")
    yield Screen("empty-board", "noor", "board")
    yield Screen("empty-concerns", "noor", "concerns")
    yield Screen("empty-partners", "noor", "concerns/partners")
    yield Screen("empty-figures", "greet", "figures")
    yield Screen("empty-questions", "saar", "figures/questions")
    yield Screen("empty-trends", "greet", "figures/trends")
    yield Screen("empty-pot", "greet", "pot")
    yield Screen("empty-pot-rules", "greet", "pot/rules")
    yield Screen("empty-pot-payments", "greet", "pot/payments")
    yield Screen("empty-pot-call", "", "projectpot")
    yield Screen("empty-pulse", "greet", "stand")
