"""The lines of this step in the field catalogue, gathered from its folders."""

from kring.support.contacts.appointments import fields as appointments
from kring.support.contacts.attachments import fields as attachments
from kring.support.contacts.log import fields as log
from kring.support.contacts.rounds import fields as rounds
from kring.support.contacts.word import fields as word

FIELDS = {**appointments.FIELDS, **attachments.FIELDS, **log.FIELDS, **rounds.FIELDS, **word.FIELDS}
