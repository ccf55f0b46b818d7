"""Who gets to see an application to the project pot: a part of need_to_know_table.py."""

APPLIED = """
An application to the project pot: its project, who takes the initiative, a file, and what Greet weighed, which her
colleagues read once they weighed it too. The office of the pot opens it, and
nobody through casework.

                                | project            | initiators         | sent along         | weighing
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
joris   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   outreacher              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    office of the pot       | yes yes -   -   -  | yes -   -   -   -  | -   -   -   -   yes| -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   office of the pot       | yes yes -   -   -  | yes -   -   -   -  | -   -   -   -   yes| yes -   -   -   -
bart    office of the pot       | yes yes -   -   -  | yes -   -   -   -  | -   -   -   -   yes| -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""

PAID = """
A grant whose advance went to finance. The file for the bank and the table are made when the office asks for them.

                                | title              | account holder
                                | pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -
noor    outreacher              | -   -   -   -   -  | -   -   -   -   -
joris   outreacher              | -   -   -   -   -  | -   -   -   -   -
fatma   outreacher              | -   -   -   -   -  | -   -   -   -   -
samir   outreacher              | -   -   -   -   -  | -   -   -   -   -
eline   outreacher              | -   -   -   -   -  | -   -   -   -   -
tom     outreacher              | -   -   -   -   -  | -   -   -   -   -
lotte   outreacher              | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -
wout    office of the pot       | yes yes -   -   yes| yes -   -   -   yes
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -
greet   office of the pot       | yes yes -   -   yes| yes -   -   -   yes
bart    office of the pot       | yes yes -   -   yes| yes -   -   -   yes
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -
"""
