"""Who looked this week, for the page behind the client's own link: sentences alone, from the journal, with no key."""

from kring.privacy.looked import queries, words
from kring.team import queries as team


def sentences(dossier: str) -> list[str]:
    """One sentence a person, and that nobody else looked; in the language that is on."""
    this = queries.weeks(dossier).this
    return words.summary(this, team.colleagues(this.actors))
