"""Knock, don't search: at opening a dossier, ask inside the circle whether a colleague may know this person already.

Who: the colleague who is about to open, inside the circle the dossier will belong to. Law: professional secrecy (the
existence of a dossier is secret, SEC-09), GDPR art. 5. An answer names a colleague and never says more; only of the
asker's own dossiers it gives the number. Verbs: `asking.knock`, `tokens.write`, `tokens.forget`, `registry.entered`.
"""
