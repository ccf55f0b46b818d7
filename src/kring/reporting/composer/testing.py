"""A question for tests: from an invented councillor, with figures counted by the statistics office."""

from datetime import timedelta

from kring.reporting.composer import actions, counting, queries
from kring.reporting.composer.content import Body, Composed, Received, Wish
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.primitives import new_id

TEXT = "Hoeveel dossiers lopen er, en bij wie?"


def figure(period: str = "", **other: object) -> Wish:
    """The open dossiers by way of working."""
    return Wish(new_id(), ("cases_open",), ("programme",), period=period or today().isoformat(), **other)  # type: ignore[arg-type]  # fields of its own


def a_question(
    town: Town,
    *figures: Wish,
    text: str = TEXT,
    frozen: bool = False,
    asker: str = "Raadslid",
    wait: tuple[Wish, ...] = (),
) -> str:
    """One that Saar began, with these figures counted; its id. frozen: and frozen. wait: figures not counted yet."""
    session, on = town.saar.session, today()
    received = Received(Body.COUNCIL, asker, "024", text, on - timedelta(days=9), on + timedelta(days=9))
    counted = counting.drafted(session, figures, on, "nl") if figures else ()
    made = actions.begin(session, Composed(received, on, session.person, (*counted, *wait)), once=new_id())
    if frozen:
        open_ = queries.opened(session, made, act="test.open")
        actions.freeze(session, open_, seen=open_.row.revision, once=new_id())
    return made
