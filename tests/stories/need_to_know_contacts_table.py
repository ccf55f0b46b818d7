"""Who gets to see what of the contacts and of a case consultation: a part of need_to_know_table.py, read in one go."""

JOURNAL = """
The journal of a dossier of Noor, with Joris as deputy and Fatma working along: a contact, what stood there before it
was corrected, an appointment, and how Robin was told that we wrote him down: a page of holder and deputy (GDP-06). Only
who carries it finds it by its words.

                                | contact            | before             | meeting            | telling
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   yes -   -  | yes -   yes -   -  | yes yes -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   yes -   -  | yes -   yes -   -  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes -   yes -   -  | yes -   yes -   -  | yes -   -   -   -  | -   -   -   -   -
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

ATTACHED = """
A file in the journal of a dossier of Noor, with Joris as deputy and Fatma working along: what stands beside it, what it
is called, and what is in it.

                                | beside             | name               | content
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
fatma   works along             | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   yes
samir   same circle, not on it  | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
greet   head of service         | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
bart    head of department      | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
hilde   DPO, trustee            | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
karel   director, trustee       | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
marc    trustee                 | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
saar    statistics              | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
jonas   statistics              | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
ann     administrator           | -   -   -   -   -| -   -   -   -   -| -   -   -   -   -
"""

NOTES = """
Notes under a lock of their own. Noor named Joris and Fatma with the first and nobody with the second; she keeps one for
herself, and so does Fatma. Whoever works on the dossier sees that a sensitive note is there, and never what it says.

                                | named              | alone              | own                | of Fatma
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   yes -   -  | -   -   -   -   -
joris   deputy                  | yes -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   works along             | yes -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | yes -   yes -   -
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

HOUSEHOLD = """
A sister's dossier of Noor, with Samir as deputy, is linked to Robin's: Noor again, with Joris as deputy and Fatma
working along. Asked is what Robin's pages say of the sister; lists and searches find her for who has her key.

                                | sister
                                | pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -
noor    holds both              | yes yes yes -   -
joris   deputy of Robin         | -   -   -   -   -
fatma   works along, Robin      | -   -   -   -   -
samir   deputy of the sister    | -   yes yes -   -
eline   same circle, not on it  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -
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

STREET = """
The street lies in the circle Welfare: a spot, the round Noor walks now with Joris, one that is over, and a contact
outside any round. A round that goes on is read by who walks it; what is over, by the circle.

                                | spot               | now                | over               | loose
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    walks                   | yes yes -   -   -  | yes yes -   -   -  | yes -   -   -   -  | yes yes -   -   -
joris   walks along             | yes yes -   -   -  | yes yes -   -   -  | yes -   -   -   -  | yes yes -   -   -
fatma   same circle             | yes -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
samir   same circle             | yes -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
eline   same circle             | yes -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
tom     same circle             | yes -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
lotte   same circle             | yes -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes yes -   -   -
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

PASSED_ON = """
A word that Noor left for Samir. It lies in his letterbox alone: she reads it no more herself.

                                | nickname           | sentence
                                | pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -
noor    wrote it                | -   -   -   -   -  | -   -   -   -   -
joris   same circle             | -   -   -   -   -  | -   -   -   -   -
fatma   same circle             | -   -   -   -   -  | -   -   -   -   -
samir   is meant                | yes yes -   -   -  | yes yes -   -   -
eline   same circle             | -   -   -   -   -  | -   -   -   -   -
tom     same circle             | -   -   -   -   -  | -   -   -   -   -
lotte   same circle             | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -
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

CASE = """
A case consultation of a dossier of Noor, with Joris as deputy; Fatma works along. On which document it rests, what for,
who may sit there, and what Noor took upon herself. There is no place for what others said.

                                | document           | purpose            | permitted          | taken
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

AGREED = """
What the client agreed to share about a dossier of Noor, with Joris as deputy; Fatma works along: what for, and who told
us that the client wants it no more. Whoever may tell something outside has to see it: it lies with the plan.

                                | purpose            | withdrawn
                                | pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | yes -   -   -   -  | yes -   -   -   -
fatma   works along             | yes -   -   -   -  | yes -   -   -   -
samir   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -
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

TOLD = """
What left the circle about a dossier of Noor, with Joris as deputy; Fatma works along. Noor told something, and chose
not to tell; Fatma told in haste, and spoke at a local security cell. Who tells and who holds the dossier read it; what
was said at the cell is its speaker's alone. The others see that something was told, and on which day.

                                | told               | not told           | in haste           | cell
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder                  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | -   -   -   -   -
joris   deputy                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   works along, told two   | -   -   -   -   -  | -   -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
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

BRIEFING = """
A letter that Noor wrote to the head of service about a dossier of hers, with Joris as deputy; Fatma works along. A
question and a line of the dossier, an answer by a word, and a letter of its own that Greet sent one step further up.
Who is asked reads the letter; the holder reads what each of them told. Nobody above has a key of the dossier.

                                | question           | line               | answer             | further
                                | pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil| pag lis sea fig fil
nobody  not signed in           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
noor    holder, wrote it        | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
joris   deputy                  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
fatma   works along             | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
samir   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
eline   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
tom     same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
lotte   same circle, not on it  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
nele    circle SAMEN            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
wout    neighbour mediation     | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ines    sanction mediation      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
greet   head of service, asked  | yes yes -   -   -  | yes -   -   -   -  | yes -   -   -   -  | yes -   -   -   -
bart    head of department      | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | yes yes -   -   -
hilde   DPO, trustee            | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
karel   director, trustee       | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
marc    trustee                 | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
saar    statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
jonas   statistics              | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
ann     administrator           | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -  | -   -   -   -   -
"""
