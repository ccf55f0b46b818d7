"""Back-up and restore: the database in one place, the key file in another, the ledger with both.

Whoever has a back-up without the key file can read nothing; that is why they go apart. A restore puts the database
back, replays the ledger so that what was destroyed stays destroyed, ends all sessions and says what was given up.
"""
