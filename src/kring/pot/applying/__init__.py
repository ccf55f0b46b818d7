"""Asking for a grant: the public page of the call, the form in plain words, where an application stands.

What comes in is sealed at once for the office of the pot, under two locks (access.py); who sends it holds a code and
no key. Verbs: `actions.receive_application`.
"""
