"""Moments for a talk (gespreksmomenten): a colleague says when he is free, a referrer asks for one in the form.

The form offers a day and an hour, never who or where. A moment is taken once: free, asked for, confirmed when the talk
is planned on it. Where it is lies sealed under the server key file and is told after confirmation only.

Public verbs: `publish`, `withdraw`, `request`, `confirm`, `release` (actions.py).
"""
