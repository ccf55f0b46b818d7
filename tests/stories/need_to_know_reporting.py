"""What a question that is composed brings, with a word in it."""

from dataclasses import replace

from django.urls import reverse

from kring.reporting.composer import actions, queries, rules
from kring.reporting.composer.testing import a_question, figure
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing, figures, get, original, searches


def composed(town: Town) -> Thing:
    """A question that Saar answered: frozen once, with other words since."""
    thing = Thing()
    own = thing.text("own words")
    thing.id = a_question(town, replace(figure(), before=own), text=thing.text("question"), frozen=True)
    session = town.saar.session
    open_ = queries.opened(session, thing.id, act="test.open")
    [reply] = open_.frozen
    later = thing.text("later words")
    actions.change(
        session,
        open_,
        lambda now: rules.written(now, session.person, closing=later),
        act="test.change",
        seen=open_.row.revision,
        once=new_id(),
    )
    pages = [reverse("reporting:question", args=[thing.id]), reverse("reporting:frozen", args=[thing.id, reply])]
    pages += [reverse(f"reporting:question_{name}", args=[thing.id]) for name in ("words", "received")]
    thing.ways = {
        "page": [get(path) for path in pages],
        "list": [get(reverse("reporting:questions"))],
        "search": searches(thing.handles),
        "figures": figures(),
        "file": [get(original(thing.id))],
    }
    return thing
