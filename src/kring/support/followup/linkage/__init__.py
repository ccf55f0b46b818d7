"""Onward referral and warm linkage: to which service, whether somebody went along, and whether it still runs.

Written under the part `plan` of the dossier. After three months a task asks its holder: yes, no or unknown, which is an
answer too. Law: SEC-04 (what is told to the service leaves as a letter, read together). The directory: team/services.
"""
