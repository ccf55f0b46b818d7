"""A concern from the first sign to its outcome: a thread between who saw something and who took it up.

Public verbs: `answer`, `take_up`, `decide`, `passed_on` (actions.py).
"""
