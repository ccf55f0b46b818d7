"""The client consultation: the client and those at the table, what each may know, and what was agreed.

Two screens: the preparation on the worker's own page, and the picture for the shared screen, with agenda, spoken
agreements and actions and nothing else. Law: professional secrecy (articles 352 and 353 of the new Criminal Code),
rules SEC-01 and SEC-03 to SEC-08. Not a case consultation between professionals: see `case/`.
"""
