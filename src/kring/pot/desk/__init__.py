"""The desk of the pot: every application for the office, the pot of the year, and one application with all of it.

Who: the office of the pot. Opening goes through the gate, and the journal says who opened what.
"""
