"""The first installation, without a demo: the town, three trustees, the first administrator, the first who holds keys.

Everybody gets a code on paper in an envelope; nobody's password is chosen for him and nobody else learns one. What the
plan is stands in plan.py, the printed pages in kit.py, the order of steps in installing.py.
"""
