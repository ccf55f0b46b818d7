"""Questions of council and management, answered once and frozen. One file per question (`individual_cases`).

Who: a statistics officer counts and freezes; the head of service reads. Law: domain rules COU-01 to COU-05, GDP-17.
Verbs: `actions.draft`, `actions.freeze`, `queries.*`. Numbers come from `vault.release` alone: no dossier is opened.
"""
