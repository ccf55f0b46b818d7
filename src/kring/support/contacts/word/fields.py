"""The line of every field of a word for a colleague in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "until the receiver filed it or threw it away"

FIELDS = {
    "support.ColleagueWord.nickname": Field("about whom it is; never a name", Category.ORDINARY, TERM, sealed=True),
    "support.ColleagueWord.sentence": Field("what the colleague must know", Category.SPECIAL, TERM, sealed=True),
}
