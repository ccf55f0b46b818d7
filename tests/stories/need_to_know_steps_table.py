"""Who gets to see what a step of the work brings: a part of need_to_know_table.py."""

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
