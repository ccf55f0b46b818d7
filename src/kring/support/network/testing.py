"""Networks for tests: people around an invented client, put there through the product's own verbs. Nobody exists."""

from collections.abc import Iterable
from datetime import date

from kring.support.dossier.opening import Opened, opening
from kring.support.network.actions import add_tie
from kring.support.network.content import Kin, Relation, Ring, Side, Tie, TieKind, TieState
from kring.support.network.queries import Network, TieRow, network_of
from kring.team.testing import Persona
from kring.vault.primitives import new_id

DRAWN_ON = date(2020, 11, 5)
ORG, PRO = TieKind.ORGANISATION, TieKind.PROFESSIONAL
CLOSE, REGULAR, FAR = Ring
SUPPORT, NEUTRAL, THIN, TENSE, BROKEN = Relation


def a_tie(
    name: str = "Kobe",
    ring: Ring = CLOSE,
    relation: Relation = SUPPORT,
    domain: str = "network",
    *,
    kind: TieKind = TieKind.PERSON,
    role: str = "",
    from_on: date = DRAWN_ON,
    kin: Kin = Kin.NONE,
    side: Side = Side.NONE,
) -> Tie:
    """One tie, since the day it was drawn together."""
    return Tie(name, kind, domain, (TieState(from_on, ring, relation),), role=role, kin=kin, side=side)


AROUND_ROBIN: tuple[Tie, ...] = (
    a_tie("Mama", CLOSE, SUPPORT, "family", kin=Kin.PARENT, side=Side.MOTHER),
    a_tie("Oma Rita", CLOSE, SUPPORT, "family", kin=Kin.GRANDPARENT, side=Side.MOTHER),
    a_tie("Papa", FAR, THIN, "family", role="woont ver weg", kin=Kin.PARENT, side=Side.FATHER),
    a_tie("FC Oever", REGULAR, THIN, "leisure", kind=ORG, role="proeftraining"),
    a_tie("Yusuf", REGULAR, SUPPORT, "leisure", role="trainer", from_on=date(2021, 2, 27)),
    a_tie("De Brug", REGULAR, TENSE, "school", kind=ORG, role="school"),
    a_tie("Mevr. Lens", CLOSE, SUPPORT, "school"),
    a_tie("Huisarts", FAR, THIN, "physical_health", kind=ORG),
    a_tie("Tom", REGULAR, SUPPORT, "mental_health", kind=PRO, role="straattherapeut"),
    a_tie("Noor", CLOSE, SUPPORT, "rights", kind=PRO),
    a_tie("Samir", REGULAR, NEUTRAL, "rights", kind=PRO, role="casusregie"),
    a_tie("OCMW", FAR, NEUTRAL, "money", kind=ORG),
    a_tie("Kobe"),
    a_tie("Groep station", REGULAR, TENSE),
    a_tie("Senna", FAR, BROKEN, role="geen contact meer"),
)


def entered(who: Persona, dossier: str) -> Opened:
    """The dossier with its network, as this colleague opens it."""
    return opening(who.session, dossier, act="test.network", parts=["network"])


def drawn(who: Persona, dossier: str, ties: Iterable[Tie] = AROUND_ROBIN) -> Network:
    """Put them on the map; the network as it stands then."""
    for tie in ties:
        add_tie(entered(who, dossier), tie, once=new_id())
    return network_of(entered(who, dossier))


def named(network: Network, name: str) -> TieRow:
    """The one tie of that name."""
    [row] = [row for row in network.ties if row.tie.name == name]
    return row
