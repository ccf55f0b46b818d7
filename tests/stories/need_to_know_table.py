"""Who gets to see what: the expected answers, written by hand from the law of the house and from nothing else.

This is the privacy officer's page. A line is a colleague, a block of columns is a part, a column is a way to look:

    page      on the page of the thing itself (printing it is the same page)
    list      in any list: my dossiers and its filters, the board, the start page, the team
    search    among what a search finds: by label, by name, by number, by phase
    figures   on the page of figures, public and internal
    file      as a download

`yes` and `-` are the only answers. Sources: professional secrecy (art. 352), the parts of a dossier and who holds them
(src/kring/support/access.py says the same in another form; a test holds this table against the running house, not
against that file). What does not live here: how the question is asked (need_to_know_town.py).
"""

from tests.stories.need_to_know_concerns_table import CONCERN
from tests.stories.need_to_know_contacts_table import (
    AGREED,
    ATTACHED,
    BRIEFING,
    CASE,
    HOUSEHOLD,
    JOURNAL,
    NOTES,
    PASSED_ON,
    STREET,
    TOLD,
)
from tests.stories.need_to_know_exchange_table import LESSON, MEETING, WITHIN
from tests.stories.need_to_know_person_table import ASKED
from tests.stories.need_to_know_pot_table import APPLIED, PAID
from tests.stories.need_to_know_privacy_table import GLASS
from tests.stories.need_to_know_referrals_table import ARRIVED, FORGOTTEN, IN_TALK, MOMENT, PUT_TOGETHER
from tests.stories.need_to_know_reporting_table import COMPOSED
from tests.stories.need_to_know_steps_table import KEPT, NETWORK, ONWARD, PLAN, TABLE

WAYS = ("page", "list", "search", "figures", "file")

ROBIN = """
Robin's dossier lies in the circle Welfare. Noor holds it, Joris is deputy, Fatma works along.

                                | summary            | identity           | referral           | talk
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes yes yes -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes yes yes -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes yes yes -   -  | yes -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""

KIM = """
Kim's dossier lies in the circle SAMEN. Nele holds it, Eline is deputy. Welfare has no part in it.

                                | summary            | identity           | referral           | talk
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    holder                  | yes yes yes -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
eline   deputy                  | yes yes yes -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
noor    other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
joris   other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   other circle            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""

SAM = """
Sam's dossier was closed. Noor held it, Joris was deputy. It is in no list any more; its page stays for who held it.

                                | summary            | identity           | referral           | talk
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    held it                 | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   was deputy              | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""


COUNCIL = """
The answer to the council: the public table, the internal one, the draft for a day that is not frozen, and the facts
it is counted from (a line tells which worker opened which dossier when), which nobody ever sees.

                                | public             | internal           | draft              | facts
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   yes -  | -   -   -   yes -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   yes -  | -   -   -   yes -  | -   -   -   yes -  | -   -   -   -   -
jonas   statistics              | -   -   -   yes -  | -   -   -   yes -  | -   -   -   yes -  | -   -   -   -   -
samir   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
joris   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    case director           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""

TABLES = {
    "robin": ROBIN,
    "kim": KIM,
    "sam": SAM,
    "network": NETWORK,
    "arrived": ARRIVED,
    "in talk": IN_TALK,
    "put together": PUT_TOGETHER,
    "forgotten": FORGOTTEN,
    "moment": MOMENT,
    "plan": PLAN,
    "council": COUNCIL,
    "table": TABLE,
    "onward": ONWARD,
    "kept": KEPT,
    "case": CASE,
    "journal": JOURNAL,
    "attached": ATTACHED,
    "notes": NOTES,
    "asked": ASKED,
    "household": HOUSEHOLD,
    "street": STREET,
    "passed on": PASSED_ON,
    "agreed": AGREED,
    "told": TOLD,
    "briefing": BRIEFING,
    "glass": GLASS,
    "composed": COMPOSED,
    "concern": CONCERN,
    "meeting": MEETING,
    "meeting within": WITHIN,
    "applied": APPLIED,
    "lesson": LESSON,
    "paid": PAID,
}

Cell = tuple[str, str, str, str]
"""Thing, part, colleague, way to look."""


def expected() -> dict[Cell, bool]:
    """Every cell of every table. Raises ValueError when a line says anything but yes and -."""
    return {cell: answer for thing, table in TABLES.items() for cell, answer in _read(thing, table).items()}


def _read(thing: str, table: str) -> dict[Cell, bool]:
    lines = [line.split("|") for line in table.splitlines() if "|" in line]
    parts, rows = [name.strip() for name in lines[0][1:]], lines[2:]
    found: dict[Cell, bool] = {}
    for who, *blocks in rows:
        for part, block in zip(parts, blocks, strict=True):
            for way, answer in zip(WAYS, block.split(), strict=True):
                found[thing, part, who.split()[0], way] = {"yes": True, "-": False}[answer]
    return found
