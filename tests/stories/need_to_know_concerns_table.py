"""Who gets to see what of concerns: a part of need_to_know_table.py, read in one go."""

CONCERN = """
A concern that somebody at a school shared: who that is, what was seen, and what Noor answered. The circle of intake
answers; who carries dossiers elsewhere, directs or counts has no part in it.

                                | who                | seen               | answer
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
samir   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
eline   Welfare and SAMEN       | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
tom     circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
lotte   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
nele    circle SAMEN            | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""
