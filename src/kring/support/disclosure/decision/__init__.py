"""Deciding in words whether something is told outside: to whom, what line by line, on which ground, what was weighed.

Nothing is sent from here: it records what somebody says or shows, or that he chose not to (LIV-04). Law: articles 352
and 353 of the new Criminal Code (SEC-04, SEC-05, SEC-08, SEC-14).
"""
