"""Mediation within municipal sanctions: a register of its own law, declared here and not installed.

It will run as a process of its own, with its own database, key file and journal (domain rules SAN-01 to SAN-08).
"""
