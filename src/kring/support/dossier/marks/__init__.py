"""Marks of what is written about a client: about whom, in confidence, for a court, closed to the client for now.

They are made at writing time and decide later who may read an item (MIN-01, MIN-02; domain.md 3.4). A contact, a
sensitive note and a line of the network carry the same ones; each says whom it is about when nothing is said.
"""
