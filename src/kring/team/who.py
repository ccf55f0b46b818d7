"""Who is at the screen: what the shell shows of a colleague and where he may go."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from kring.team import queries
from kring.team.models import Colleague, Function

(
    TODAY,
    LOG,
    BOARD,
    MINE,
    STREET,
    FIGURES,
    TEAM,
    MANAGE,
    LETTERS,
    SERVICES,
    RETENTION,
    JOURNAL,
    GLASS,
    INCIDENT,
    ASKED,
    REQUESTS,
    BREAK,
    PULSE,
    QUESTIONS,
    NEIGHBOURS,
    DEPARTMENT,
    OF_NEIGHBOURS,
    EXCHANGE,
    SANCTIONS,
    POT,
    EXPIRED,
    OF_SANCTIONS,
    CONCERNS,
) = (
    "desk:today",
    "desk:log",
    "clarification:board",
    "desk:my_dossiers",
    "contacts:street",
    "reporting:council_answer",
    "team:colleagues",
    "team:manage",
    "team:wording",
    "team:services",
    "privacy:retention",
    "privacy:journal",
    "privacy:glass",
    "privacy:incident",
    "disclosure:briefings",
    "privacy:requests",
    "desk:glass",
    "desk:pulse",
    "reporting:questions",
    "mediation:files",
    "reporting:department",
    "mediation:figures",
    "exchange:meetings",
    "sanctions:files",
    "pot:applications",
    "sanctions:gone",
    "sanctions:figures",
    "concerns:concerns",
)
DESTINATIONS: dict[str, frozenset[str]] = {
    Function.COACH: frozenset({TODAY, MINE, LOG, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}),
    Function.STREET_THERAPIST: frozenset({TODAY, MINE, LOG, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}),
    Function.STREET_WORKER: frozenset({TODAY, MINE, LOG, STREET, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}),
    Function.EARLY_WORKER: frozenset({TODAY, MINE, LOG, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}),
    Function.CASE_DIRECTOR: frozenset({TODAY, MINE, LOG, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}),
    Function.NEIGHBOUR_MEDIATOR: frozenset({NEIGHBOURS, TEAM}),
    Function.SANCTION_MEDIATOR: frozenset({SANCTIONS, TEAM}),
    Function.SANCTIONING_OFFICER: frozenset({SANCTIONS, EXPIRED, TEAM}),
    Function.HEAD_OF_SERVICE: frozenset({PULSE, FIGURES, ASKED, TEAM, LETTERS, SERVICES, RETENTION, GLASS}),
    Function.HEAD_OF_DEPARTMENT: frozenset({DEPARTMENT, ASKED, TEAM}),
    Function.DPO: frozenset({REQUESTS, JOURNAL, GLASS, INCIDENT, RETENTION, EXPIRED, TEAM}),
    Function.STATISTICIAN: frozenset({FIGURES, QUESTIONS, OF_NEIGHBOURS, OF_SANCTIONS, TEAM}),
    Function.ADMINISTRATOR: frozenset({MANAGE, TEAM, LETTERS, SERVICES}),
    Function.POT_OFFICER: frozenset({POT, TEAM}),
}
"""function -> route names in the navigation; the doors decide, this only shows."""

STARTS = (TODAY, PULSE, FIGURES, MANAGE, JOURNAL, POT, NEIGHBOURS, SANCTIONS)
"""Where somebody begins: the first of these he may go to."""


@dataclass(frozen=True, slots=True)
class Present:
    """The colleague of this request."""

    principal: str
    name: str
    initials: str
    function: Any
    destinations: frozenset[str]

    @property
    def called(self) -> str:
        """What one says to a colleague: the first name."""
        return self.name.split(" ", 1)[0]

    @property
    def start(self) -> str:
        """The route to begin at."""
        return next((name for name in STARTS if name in self.destinations), TEAM)


def who(principal: str) -> Present | None:
    """The colleague behind a principal, with functions of today; None when we do not know that person."""
    rows = queries.functions_of(principal)
    colleague: Colleague | None = rows[0].colleague if rows else queries.colleague(principal)
    if colleague is None:
        return None
    places = [DESTINATIONS.get(row.function, frozenset({TEAM})) for row in rows]
    label = rows[0].get_function_display() if rows else ""
    return Present(principal, colleague.name, colleague.initials, label, frozenset().union(*places))


def start_path(principal: str) -> str:
    """The path where this colleague begins after signing in."""
    present = who(principal)
    if present is None or queries.waits_for_key(principal):
        return reverse("waiting")
    try:
        return reverse(present.start)
    except NoReverseMatch:
        return reverse(TEAM)
