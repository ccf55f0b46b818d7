"""What each act of the journal means for who reads it: which part, and why, in plain words. A line a group of acts.

The first line whose beginning fits says it; a test wants one for every act the product can write about a dossier.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Meaning:
    """part: what was opened or written in. why: what for."""

    part: Promise
    why: Promise


FILE, LIST = _("the file"), _("the list of files")
ACTS: tuple[tuple[str, Meaning], ...] = (
    ("desk.my_dossiers", Meaning(LIST, _("to see which files need attention"))),
    ("desk.today", Meaning(LIST, _("to see what must be done today"))),
    ("desk.search", Meaning(LIST, _("to find a file"))),
    ("desk.log", Meaning(_("Contacts"), _("to note a contact"))),
    ("desk.contact", Meaning(_("Contacts"), _("to read or mend a contact"))),
    ("desk.notes", Meaning(_("Contacts"), _("to find words in the notes"))),
    ("desk.tick", Meaning(_("Plan"), _("to tick off what was done"))),
    ("desk.rhythm", Meaning(_("Basics"), _("to agree how often we meet"))),
    ("desk.", Meaning(FILE, _("to work on it"))),
    ("contacts.read_sensitive", Meaning(_("a note under its own lock"), _("to read it"))),
    ("contacts.sensitive", Meaning(_("a note under its own lock"), _("to write it"))),
    ("contacts.write_sensitive", Meaning(_("a note under its own lock"), _("to write it"))),
    ("contacts.own_note", Meaning(_("a note for oneself"), _("to remember something"))),
    ("contacts.appointment", Meaning(_("Appointments"), _("to agree when we meet"))),
    ("contacts.call_off", Meaning(_("Appointments"), _("to call off an appointment"))),
    ("contacts.", Meaning(_("Contacts"), _("to note a contact"))),
    ("appointment.", Meaning(_("Appointments"), _("to agree when we meet"))),
    ("attachments.", Meaning(_("Attachments"), _("to keep or read a file that was attached"))),
    ("plan.client_link", Meaning(_("your own link"), _("to show you your plan, or hear you"))),
    ("plan.nudge", Meaning(_("Plan"), _("to ask somebody how far an action is"))),
    ("plan.", Meaning(_("Plan"), _("to work on the plan"))),
    ("network.", Meaning(_("Network"), _("to draw who is around you"))),
    ("case_consultation.", Meaning(_("Consultation"), _("to consult between professionals, inside the law"))),
    ("consultation.", Meaning(_("Consultation"), _("to prepare or hold the consultation"))),
    ("followup.", Meaning(FILE, _("to pass on the work, or work together"))),
    ("linkage.", Meaning(_("Plan"), _("to bring you to a service"))),
    ("letters.", Meaning(FILE, _("to make a letter"))),
    ("disclosure.", Meaning(_("Passed on"), _("to see what was passed on"))),
    ("agreement.", Meaning(_("Agreed to share"), _("to see or write down what you agreed to"))),
    ("briefing.", Meaning(_("Passed on"), _("to ask something of a head, in a letter"))),
    ("household.", Meaning(FILE, _("to link it with the file of somebody you live with"))),
    ("closing.", Meaning(_("Plan"), _("to end the work, or ask how it goes"))),
    ("dossier.tell", Meaning(_("Contacts"), _("to write down that you were told of this file"))),
    ("dossier.not_told", Meaning(_("Contacts"), _("to write down why you were not told yet"))),
    ("dossier.", Meaning(_("Who it is"), _("to write down who you are"))),
    ("referral.", Meaning(_("Referral"), _("to take on the work"))),
    ("circle.", Meaning(FILE, _("to see whether a colleague knows you"))),
    ("knock", Meaning(FILE, _("to see whether a colleague knows you"))),
    ("glass.check", Meaning(_("the list of broken glass"), _("to check why the glass was broken"))),
    ("glass.", Meaning(_("one part of the file"), _("behind glass, in an emergency, with a reason"))),
    ("recovery.", Meaning(FILE, _("to give a lost key again, two together"))),
    ("privacy.looked", Meaning(FILE, _("to see who looked"))),
    ("privacy.", Meaning(FILE, _("to answer what you asked"))),
    ("fields.", Meaning(FILE, _("to count which fields are used; nobody read along"))),
    ("retention.preserve", Meaning(FILE, _("to keep it for good in an archive"))),
    ("retention.", Meaning(FILE, _("to keep it no longer than we may"))),
    ("link.", Meaning(_("a link"), _("to open a link that was sent"))),
    ("locked.", Meaning(FILE, _("to keep what was written while the screen was locked"))),
    ("town.", Meaning(FILE, _("to found the town of the demo"))),
    ("test.", Meaning(FILE, _("to try it out"))),
)
LISTS = frozenset({"desk.my_dossiers", "desk.today", "desk.search", "dossier.take_over"})
"""Acts that open many files at once to show a line of each."""


def meaning(act: str) -> Meaning:
    """What an act means; for one that has no line, that something was done in the file."""
    return next((said for begin, said in ACTS if act.startswith(begin)), Meaning(FILE, _("for the work")))


def has_meaning(act: str) -> bool:
    """Whether an act has a line of its own."""
    return any(act.startswith(begin) for begin, _said in ACTS)
