"""The services directory: organisations and services one refers people to, in the open standard HSDS 3.0.

A document is kept as it came, with everything in it; columns beside it are an index for searching. Nothing of a client.
Who reads: every colleague. Who keeps it: the head of service and the administrator (docs/decisions/0055).
"""
