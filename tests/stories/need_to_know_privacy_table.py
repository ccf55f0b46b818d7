"""Who gets to see why the glass was broken: a part of need_to_know_table.py."""

GLASS = """
Samir broke the glass of a dossier of Noor, with Joris as deputy. His reason lies with who must know it, and with nobody
else: not with himself, not with the rest of the circle. It stands among the notices, which are a list too.

                                | reason
                                | pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -
noor    holder                  | yes yes -   -   -
joris   deputy                  | yes yes -   -   -
fatma   same circle             | -   -   -   -   -
samir   broke it                | -   -   -   -   -
eline   same circle             | -   -   -   -   -
tom     same circle             | -   -   -   -   -
lotte   same circle             | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -
greet   head of service         | yes yes -   -   -
bart    head of department      | -   -   -   -   -
hilde   DPO, trustee            | yes yes -   -   -
karel   director, trustee       | -   -   -   -   -
marc    trustee                 | -   -   -   -   -
saar    statistics              | -   -   -   -   -
jonas   statistics              | -   -   -   -   -
ann     administrator           | -   -   -   -   -
"""
