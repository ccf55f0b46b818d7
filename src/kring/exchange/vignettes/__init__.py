"""The vignette: a case told without anybody in it. Names and places of a dossier's own people go out of the text.

Who: the holder of a dossier alone starts one; what leaves is text that he read over. Law: secrecy is shared within a
circle, across circles goes a vignette (domain.md 1.1). Verbs: `building.build`, `rare.together`.
"""
