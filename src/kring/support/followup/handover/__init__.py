"""A dossier changes hands: offered with what matters, accepted, and only then the keys move.

Who: the holder or deputy offers to a colleague of the circle; the receiver answers; whoever holds the keys moves them,
dossier by dossier, each in one act. Law: SEC-01, SEC-02, SEC-10; security.md 4.5-4.7. Verbs: `offering.offer`,
`answering.answer`, `moving.move_accepted`.
"""
