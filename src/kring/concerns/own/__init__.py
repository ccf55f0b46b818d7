"""The page of a partner: its own concerns alone, behind a link and a word; what it writes lands in a letterbox.

Public verbs: `give_page`, `end_page`, `open_page`, `share` (links.py), `take_in` (filing.py), `renew` (copying.py).
"""
