"""How phrases become a pattern, for the tables of what machines write (`machine_senders`, `_subjects`, `_texts`).

Written narrow on purpose. "Afwezigheid", "absences" and "bezorgd" are what referrals are about, so they are no sign by
themselves; a person may quote a machine, so only the sender's own words are held against the tables.
"""

import re


def any_of(*phrases: str) -> re.Pattern[str]:
    """A pattern that finds any of the phrases, whatever the capitals."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases), re.IGNORECASE)
