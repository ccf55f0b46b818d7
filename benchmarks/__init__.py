"""Measures what Kring's protection costs: the same journeys in Kring and in a plain Django project.

Here live the floor (the plain project), the driver that walks both, and the budgets. Nothing in the
product imports from here, and nothing here is imported by the running product.
"""
