"""The end of a file by its term: destroyed by itself, with a declaration that names nobody (art. 44, SAN-04).

Who: the schedule, without a key; officers and the privacy officer read the declarations. Verb: `destroying.expire_due`.
"""
