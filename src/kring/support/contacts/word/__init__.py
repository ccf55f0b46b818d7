"""A word for a colleague: a nickname and a sentence, into the letterbox of somebody of the same circle.

It says nothing about whether there is a dossier, to nobody: whoever sends gets the same answer whatever the colleague
carries. The receiver reads it at the next opening, and files it with a dossier of his own or throws it away.
"""
