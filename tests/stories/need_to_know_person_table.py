"""Who gets to see what of the rights of the person: a part of need_to_know_table.py."""

ASKED = """
The person asked for a copy of a dossier of Noor, with Joris as deputy and Fatma working along: in words, and with a
piece of the file on the worksheet; and objects to something. Asked is what the pages of requests say. The privacy
officer sees clocks alone; who works along reads how his pieces will be read, and no request.

                                | request            | piece              | objection
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | -   -   -   -   -  | yes -   -   -   -  | -   -   -   -   -
samir   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
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
