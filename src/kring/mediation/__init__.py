"""Mediation between neighbours: a register of its own law, in a process, database, key file and journal of its own.

Who: mediators of its own circle, and volunteers for a time on one file. Two equal parties A and B; neither is a client.
Law: voluntary mediation, confidential (Judicial Code art. 1728); domain rule SAN-09. Off until `./kring register
enable mediation`; casework installs none of it (docs/decisions/0107). It knows the vault and the team alone.
"""
