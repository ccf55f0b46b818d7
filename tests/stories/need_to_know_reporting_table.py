"""Who gets to see a question that is composed: a part of need_to_know_table.py."""

COMPOSED = """
A question of the council that the statistics office answers: the question as it came, own words that were frozen, and
words of after that. The head of service composes too, and counts nothing; nobody else sees any of it before it is sent.

                                | question           | own words          | later words
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
joris   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service         | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics, wrote it    | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
jonas   statistics              | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""
