"""A briefing: a letter upward, never a door. A question, options, what is needed, and lines copied with an end.

The head of service has no key of a dossier. Who carries one asks in a letter under a lock of its own, which closes by
itself; each letter is a disclosure too, on a ground (SEC-04). Going further up, to the head of department, is a new
decision by the head of service, with a letter and a disclosure of its own.
"""
