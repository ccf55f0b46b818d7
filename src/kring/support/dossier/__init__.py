"""The dossier: the file of one person in one secrecy circle, opened when a role is taken and not before.

Who: a holder and a deputy, both of the circle and both under professional secrecy. Law: GDPR art. 5, 6, 14; domain
rules SEC-01, SEC-02, GDP-03, GDP-06, NRN-02. Verbs: `actions.open_dossier`, `actions.open_dossiers`,
`actions.close_dossier`, `actions.make_part`, `queries.*`.
"""
