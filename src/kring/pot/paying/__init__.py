"""Paying a grant: what is owed now, and a payment file for the finance department. We pay nothing ourselves.

An advance when it is granted, the balance when it is done, or what has to come back. A run is what went to finance in
one file: a credit transfer in ISO 20022 (pain.001.001.09), and the same lines as CSV. The files are made when asked
for, from the sealed accounts, and kept nowhere. Verbs: `actions.make_run`; `opening.lines_of`.
"""
