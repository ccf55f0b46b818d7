"""The end of a role and what comes after: how it ended, the client's verdict, aftercare, retention, taking it up again.

Who: the holder or the deputy. Law: domain rules ARC-01, ARC-02 (retention), the code list of domain.md 7.4b. A death
silences everything at once (docs/decisions/0051). Verbs: `actions.close`, `actions.reopen`, `actions.write_aftercare`.
"""
