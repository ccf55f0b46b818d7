"""Networks of the town: invented people around one client of a few holders, put there by the actions of the pages."""

from datetime import date, timedelta

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.network import actions
from kring.support.network.content import (
    Drawing,
    Factor,
    Kin,
    Pull,
    Relation,
    Ring,
    Side,
    Tie,
    TieKind,
    TieState,
)
from kring.support.network.queries import network_of
from kring.vault.gate import Session

HOLDERS = ("samir", "noor")
SINCE = timedelta(days=40)
CLOSE, REGULAR, FAR = Ring
SUPPORT, NEUTRAL, THIN, TENSE, BROKEN = Relation
ORGANISATION, PROFESSIONAL = TieKind.ORGANISATION, TieKind.PROFESSIONAL
Row = tuple[str, str, Ring, Relation, str, TieKind]
AROUND: tuple[Row, ...] = (
    ("FC Oever", "leisure", REGULAR, THIN, "proeftraining", ORGANISATION),
    ("Yusuf", "leisure", FAR, SUPPORT, "trainer", TieKind.PERSON),
    ("De Brug", "school", REGULAR, TENSE, "school", ORGANISATION),
    ("Mevr. Lens", "school", CLOSE, SUPPORT, "", TieKind.PERSON),
    ("Huisarts", "physical_health", FAR, THIN, "", ORGANISATION),
    ("Tom", "mental_health", REGULAR, SUPPORT, "straattherapeut", PROFESSIONAL),
    ("Sociaal Huis", "money", FAR, NEUTRAL, "", ORGANISATION),
    ("Kobe", "network", CLOSE, SUPPORT, "", TieKind.PERSON),
    ("Groep station", "network", REGULAR, TENSE, "", TieKind.PERSON),
    ("Senna", "network", FAR, BROKEN, "geen contact meer", TieKind.PERSON),
)
FAMILY: tuple[tuple[str, Kin, Side, Ring, Relation], ...] = (
    ("Mama", Kin.PARENT, Side.MOTHER, CLOSE, SUPPORT),
    ("Papa", Kin.PARENT, Side.FATHER, FAR, THIN),
    ("Oma Rita", Kin.GRANDPARENT, Side.MOTHER, CLOSE, SUPPORT),
    ("Lina", Kin.SIBLING, Side.NONE, CLOSE, NEUTRAL),
)
FACTORS = (
    (Pull.LOSS, "school", "dreigende uitsluiting", "samen naar het gesprek op school"),
    (Pull.BOND, "leisure", "vaste plek bij de club", "Yusuf vragen voor het overleg"),
)


def draw_networks(house: House) -> int:
    """Draw one network of each of these holders; how many."""
    drawn = 0
    for holder in HOLDERS:
        found = Dossier.objects.filter(holder=house.principal(holder), state=Dossier.State.OPEN)
        if (dossier := found.order_by("-opened_on", "number").first()) is not None:
            _draw(house.session(holder), dossier.id, max(dossier.opened_on, DAY - SINCE))
            drawn += 1
    return drawn


def _draw(session: Session, dossier: str, on: date) -> None:
    def opened() -> Opened:
        return opening(session, dossier, act="town.network", parts=["network"])

    for name, kin, side, ring, relation in FAMILY:
        state = TieState(on, ring, relation)
        tie = Tie(name, TieKind.PERSON, "family", (state,), kin=kin, side=side, trusted=name == "Oma Rita")
        actions.add_tie(opened(), tie, once=f"town {name}")
    for name, domain, ring, relation, role, kind in AROUND:
        actions.add_tie(opened(), Tie(name, kind, domain, (TieState(on, ring, relation),), role), once=f"town {name}")
    for pull, domain, words, action in FACTORS:
        actions.add_factor(opened(), Factor(pull, domain, words, action, on), once=f"town {words}")
    said = Drawing(on, "Kobe weet alles. Op het station moet ik stoer doen.")
    actions.draw_together(opened(), said, once="town drawn")
    [yusuf] = [row for row in network_of(opened()).ties if row.tie.name == "Yusuf"]
    nearer = TieState(max(on, DAY - timedelta(days=2)), REGULAR, SUPPORT, "haalde hem af aan de poort")
    actions.move_tie(opened(), yusuf.seen, yusuf.tie, nearer, once="town nearer")
