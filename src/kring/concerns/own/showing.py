"""A partner's concerns as its page shows them, each with the form to go on."""

from typing import Any

from django.utils.translation import gettext

from kring.concerns.own.content import PageShown
from kring.concerns.own.forms import LineForm
from kring.concerns.threads import rules, showing
from kring.concerns.threads.codelists import By, Outcome


def threads(shown: PageShown, *, word: str, tried: LineForm | None) -> list[dict[str, Any]]:
    """The newest first. tried: a form that was sent and not accepted yet."""
    sent = tried.data.get("concern") if tried else None
    found = []
    for one in reversed(shown.concerns):
        form = tried if tried and sent == one.concern else LineForm(word=word, concern=one.concern)
        asks = one.content.outcome == Outcome.REFERRAL.value and one.content.agreed is None
        found.append(
            {
                "id": one.concern,
                "code": rules.code(one.concern),
                "title": showing.title(one.content),
                "lines": showing.lines(one.content, mine=By.PARTNER, whose={By.US.value: gettext("a colleague")}),
                "outcome": "" if one.content.outcome == Outcome.REFERRAL.value else showing.outcome(one.content),
                "asks": asks and one.content.passed_on is None,
                "form": form,
                "tried": form is tried,
            }
        )
    return found
