"""The page from which a case is directed: who carries it, who works along until when, how we work in which period.

Who: everybody around the dossier reads; holder and deputy change. Verbs: `along.let_along`, `along.end`,
`modes.change`.
"""
