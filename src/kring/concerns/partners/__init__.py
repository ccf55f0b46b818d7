"""Who may raise concerns: invited for a school year, with secrecy written down; a page behind a link and a word.

Public verbs: `invite`, `give_page`, `end` (actions.py).
"""
