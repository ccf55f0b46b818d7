"""Mediation between neighbours: a register of its own law, declared here and not installed.

It will run as a process of its own, with its own database, key file and journal (domain rule SAN-09).
"""
