"""One file between two neighbours: the call, both sides, how they talk, what came of it for each, and its end.

Who: mediators of the circle; a volunteer for a time. Law: Judicial Code art. 1728, domain rule SAN-09: both parties
have the same sheet, and no lock holds the words of both. Verbs: `actions.register_call`, `actions.write_side`,
`actions.write_file`, `ending.end_file`; `volunteers.let_help`.
"""
