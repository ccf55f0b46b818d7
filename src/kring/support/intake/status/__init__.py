"""Where a referral stands, for who has its code: received, read, talk, decision, closed. Never a word of what was told.

No key is needed: everything stands in the clear row, but the place of a confirmed talk. A wrong code and one that never
was are one answer, and whoever tries many waits. Moving or withdrawing is for the referrer's own link (clarification).
"""
