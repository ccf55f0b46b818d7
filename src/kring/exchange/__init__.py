"""Team exchange: what colleagues of all programmes learn from one another, and how they hold themselves to it.

Who: members of the circles that carry dossiers (casework). Law: shared secrecy stays within a circle (domain.md 3.1),
so nothing here names a client, and what a dossier brings in is stripped and read over by its holder first. No import
leads from here to a dossier or back: what crosses is text that somebody read, or a declaration in the team.
"""
