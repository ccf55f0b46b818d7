"""The pulses of the team, for the head of service: the newest of each colleague who does casework today."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from kring.support.desk.checkin import queries as checkins
from kring.support.desk.checkin.content import CheckIn
from kring.support.desk.checkin.sealing import CHECK_IN
from kring.support.desk.pulse.content import Pulse
from kring.support.desk.pulse.sealing import OFFICE, PULSE
from kring.team import queries as team
from kring.team.models import CASEWORK, Appointment, Colleague, Group
from kring.vault import gate, letterbox
from kring.vault.gate import OWN_KEY, Session
from kring.vault.models import Letter


@dataclass(frozen=True, slots=True)
class Line:
    """A colleague with what he carries. pulse: None as long as he never opened Today; at: when it was counted.

    shut: what lies there does not open, somebody changed it outside Kring; the numbers of others are shown.
    said: how the work goes, in this colleague's own words of the last two weeks.
    """

    colleague: Colleague
    works_as: tuple[Appointment, ...]
    pulse: Pulse | None = None
    at: datetime | None = None
    shut: bool = False
    said: CheckIn | None = None


def lines(session: Session, on: date) -> list[Line]:
    """Who does casework, in alphabetical order; one entry in the journal. Raises `Refused` without the office's key."""
    sealed = _sealed()
    owner = sealed[0].letterbox.owner if sealed else team.office(OFFICE).principal
    keys = gate.entering(session, act="pulse.read", of=[owner], parts=[OWN_KEY])
    people = [
        (colleague, tuple(row for row in works_as if row.function in CASEWORK))
        for colleague, works_as in team.roster(on)
        if any(row.function in CASEWORK for row in works_as)
    ]
    theirs = {colleague.principal for colleague, _ in people}
    own = [row for row in sealed if row.about == row.author and row.about in theirs]
    known = [row for row in own if row.kind == PULSE]
    box = sealed[0].letterbox if sealed else None
    read = letterbox.read_each(keys, known, Pulse, owner=owner, box=box)
    pairs = list(zip(known, read, strict=True))
    told = {row.about: (pulse, row.dropped_at) for row, pulse in pairs if pulse is not None}
    said = checkins.of_the_team(keys, owner, [row for row in own if row.kind == CHECK_IN], on)
    return [
        replace(_line(one, works_as, told, {row.about for row in known}), said=said.get(one.principal))
        for one, works_as in people
    ]


def _line(
    one: Colleague, works_as: tuple[Appointment, ...], told: dict[str, tuple[Pulse, datetime]], known: set[str]
) -> Line:
    pulse, at = told.get(one.principal, (None, None))
    return Line(one, works_as, pulse, at, shut=pulse is None and one.principal in known)


def together(of: list[Line]) -> Pulse:
    """The numbers of the whole team: each dossier stands with its holder alone."""
    known = [line.pulse for line in of if line.pulse is not None]
    phases: Counter[str] = Counter()
    for one in known:
        phases.update(one.phases)
    return Pulse(
        phases=dict(phases),
        quiet=sum(one.quiet for one in known),
        table_waits=sum(one.table_waits for one in known),
        without_action=sum(one.without_action for one in known),
        beside=sum(one.beside for one in known),
        waits=sum(one.waits for one in known),
    )


def _sealed() -> list[Letter]:
    """The oldest first: of two windows that sealed at once, the newest stands."""
    offices = Group.objects.filter(code=OFFICE, kind=Group.Kind.OFFICE).values("principal")
    found = Letter.objects.filter(kind__in=[PULSE, CHECK_IN], letterbox__owner__in=offices)
    return list(found.select_related("letterbox").order_by("dropped_at", "id"))
