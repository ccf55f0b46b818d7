"""Dossiers that belong together: brothers and sisters, one home. Linked by who holds both, seen by who has both keys.

A link lies under a lock of its own, held by who stands around both dossiers; no row says between which dossiers it is.
Law: SEC-02, SEC-09. Verbs: `actions.link`, `actions.unlink`; docs/decisions/0068.
"""
