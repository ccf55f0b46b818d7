"""For tests: a question that comes in and is answered on the pages, step by step."""

import re

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from kring.reporting.composer import queries
from kring.reporting.composer.queries import Open
from kring.reporting.models import CouncilQuestion
from kring.team.testing import Town

LIST, BEGIN = reverse("reporting:questions"), reverse("reporting:question_begin")
CAME = {
    "body": "council",
    "asker": "Raadslid Peeters",
    "number": "024",
    "text": "Hoeveel dossiers lopen er, en bij wie?",
    "asked_on": "2021-02-15",
    "due_on": "2021-03-20",
    "language": "nl",
    "year": "2020",
}


def hidden(body: str) -> dict[str, str]:
    """The revision and the id of the first form of a page."""
    return {name: re.search(rf'name="{name}" value="([^"]+)"', body)[1] for name in ("seen", "once")}  # type: ignore[index]  # it is there


def send(browser: Client, path: str, *, at: str = "", **given: str) -> str:
    """Fill in the form of a page and send it; the page that follows."""
    form = hidden(browser.get(at or path).content.decode())
    answer = browser.post(path, {**form, **given}, follow=True)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def begun(town: Town, **more: str) -> str:
    """The id of a question that came in."""
    send(town.saar.client, BEGIN, **{**CAME, **more})
    return CouncilQuestion.objects.get().id


def with_figure(town: Town, **more: str) -> str:
    """The same, with the open dossiers of 1 March by programme."""
    made = begun(town)
    asked = {"measure": "cases_open", "first": "programme", "period": "op 1 maart 2021", **more}
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), **asked)
    return made


def page_of(made: str) -> str:
    return reverse("reporting:question", args=[made])


def step(town: Town, made: str, name: str, who: str = "saar", **given: str) -> str:
    return send(town.people[who].client, reverse(f"reporting:question_{name}", args=[made]), at=page_of(made), **given)


def look(town: Town, made: str) -> Open:
    return queries.opened(town.saar.session, made, act="test")


def words(body: str) -> str:
    return " ".join(strip_tags(body).split())
