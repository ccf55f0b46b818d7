"""Who gets to see what of the team exchange: a part of need_to_know_table.py, read in one go."""

MEETING = """
A meeting of all circles together, planned by Noor: where, what a colleague brought in on its agenda, the notes, and
what was agreed. Who belongs to no circle of casework has no part in it.

                                | place              | brought            | notes              | agreed
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
joris   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
fatma   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
samir   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
eline   Welfare and SAMEN       | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
tom     circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
lotte   circle Welfare          | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
nele    circle SAMEN            | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
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

WITHIN = """
A meeting of the circle SAMEN alone, planned by Nele: Welfare has no part in it.

                                | place              | topic
                                | pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -
noor    circle Welfare          | -   -   -   -   -  | -   -   -   -   -
joris   circle Welfare          | -   -   -   -   -  | -   -   -   -   -
fatma   circle Welfare          | -   -   -   -   -  | -   -   -   -   -
samir   circle Welfare          | -   -   -   -   -  | -   -   -   -   -
eline   Welfare and SAMEN       | yes yes -   -   -  | yes -   -   -   -
tom     circle Welfare          | -   -   -   -   -  | -   -   -   -   -
lotte   circle Welfare          | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | yes yes -   -   -  | yes -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | -   -   -   -   -  | -   -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -
"""

LESSON = """
A lesson card that Noor wrote, in a collection of Nele: one library for the circles that carry dossiers.

                                | title              | helped             | collection
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
joris   circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
fatma   circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
samir   circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
eline   Welfare and SAMEN       | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
tom     circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
lotte   circle Welfare          | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
nele    circle SAMEN            | yes yes yes -   -  | yes yes yes -   -  | yes yes -   -   -
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
