"""The lines of this step in the field catalogue, gathered from its folders."""

from kring.support.contacts.rounds import fields as rounds
from kring.support.contacts.word import fields as word

FIELDS = {**rounds.FIELDS, **word.FIELDS}
