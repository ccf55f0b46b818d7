"""The document: an answer in words and tables, frozen, of which every export is made.

    answered = answering.answer(session, question, audience)
    made = document.of(answered, "nl", title="Hoeveel dossiers lopen er?")
    frozen = document.write(made)            # canonical JSON, the same bytes each time
    document.read(frozen) == made
    document.fingerprint(made)               # SHA-256 of that JSON

`of` takes what release gave to an audience and nothing else; `reworded` changes the words around the numbers, `bare`
leaves out all that somebody wrote.
"""

from kring.reporting.document.keeping import fingerprint, read, write
from kring.reporting.document.making import bare, of, reworded
from kring.reporting.document.values import Document

__all__ = ["Document", "bare", "fingerprint", "of", "read", "reworded", "write"]
