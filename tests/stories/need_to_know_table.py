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

from tests.stories.need_to_know_contacts_table import (
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
from tests.stories.need_to_know_person_table import ASKED
from tests.stories.need_to_know_privacy_table import GLASS

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

NETWORK = """
The network of a dossier of Noor, with Joris as deputy and Fatma working along: somebody on the map with a mark, what
the client said while drawing, and what loosens the bond. It stands on its own pages alone.

                                | tie                | mark               | voice              | factor
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
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

ARRIVED = """
A referral by mail that has just arrived and that nobody has opened yet. Whoever of Intake opens it files it. On the
board stands the name of its card and nothing of what was written.

                                | card               | concern            | referrer           | original
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
eline   Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
tom     Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
noor    Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
joris   Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
fatma   Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
lotte   Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
nele    Intake                  | yes yes -   -   -  | yes -   -   -   yes| yes -   -   -   yes| -   -   -   -   yes
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

PUT_TOGETHER = """
Two referrals that Noor put together, waiting on the list: the words, the message and the card of the second lie with
the first. The board shows the card of the first and the day, and not why it waits.

                                | card               | second             | why                | original
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
eline   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
tom     Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
noor    Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
joris   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
fatma   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
lotte   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
nele    Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
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

IN_TALK = """
A referral of which Noor had a talk with the referrer: filed under a lock of its own, notes written, outcome proposed.

                                | card               | concern            | notes              | proposal
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
eline   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
tom     Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
noor    Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
lotte   Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
nele    Intake                  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
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

FORGOTTEN = """
A referral where the talk was enough: the referrer confirmed it. It is counted, and nothing of anybody is kept; of
what was decided the board tells numbers alone.

                                | card               | concern            | notes              | proposal
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
joris   Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    Intake                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
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

MOMENT = """
A half hour that Noor offers for a talk. Its place is shown to Noor alone; the public form, which everybody asks here
up to its last step, offers the hour without it.

                                | place
                                | pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -
samir   Intake                  | -   -   -   -   -
eline   Intake                  | -   -   -   -   -
tom     Intake                  | -   -   -   -   -
noor    offers it               | yes -   -   -   -
joris   Intake                  | -   -   -   -   -
fatma   Intake                  | -   -   -   -   -
lotte   Intake                  | -   -   -   -   -
nele    Intake                  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -
greet   head of service         | -   -   -   -   -
bart    head of department      | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -
marc    trustee                 | -   -   -   -   -
saar    statistics              | -   -   -   -   -
jonas   statistics              | -   -   -   -   -
ann     administrator           | -   -   -   -   -
"""


PLAN = """
The plan of a dossier in the circle Welfare. Noor holds it, Joris is deputy, Fatma works along. A row and an action, a
version that was agreed and changed since, and the client's own words. Who owns the action has no account: what stands
behind his link is tried in test_links.py.

                                | row                | action             | agreed             | own words
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
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

TABLE = """
A consultation of Robin: its agenda, the notes beside it, what was agreed, and the lines a teacher was given. Noor holds
the dossier, Joris is deputy, Fatma works along and is not at the table. The teacher has no account.

                                | agenda             | notes              | agreed             | lines
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
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

ONWARD = """
An onward referral of Noor, with Joris as deputy and Fatma working along: which service, with whom it was agreed, what
for, and whether it still runs. It stands on its own page and in the letter that comes from it.

                                | service            | with               | request            | answer
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
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

KEPT = """
Two dossiers in the circle Welfare that Noor holds, with Joris as deputy. One is offered to Tom: what matters in it lies
under a lock of its own. One was closed, Fatma worked along on it. And Noor went out alone and is not back in time:
where, she said to Samir and to nobody else.

                                | note               | ending             | verdict            | where
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   -
fatma   worked along            | -   -   -   -   -  | yes -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     is asked to take over   | yes -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   watches over Noor       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | yes -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
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
    "told": TOLD,
    "briefing": BRIEFING,
    "glass": GLASS,
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
