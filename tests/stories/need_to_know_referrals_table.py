"""Who gets to see what of a referral: a part of need_to_know_table.py."""

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
