"""The line of every field of the team in the field catalogue. Staff data: who may hold a key, and why."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the colleague works here and ten years after, for the journal"
_TABLES = {
    "Colleague": {
        "principal": "which key pair is this colleague's",
        "sign_in": "the name to sign in with",
        "name": "shown to colleagues who ask who holds a key",
        "initials": "shown beside a line",
        "language": "in which language pages and letters go",
        "email": "the work address: where an invitation and notices about his own key go, without content",
    },
    "Appointment": {
        "colleague": "whose appointment",
        "function": "what the colleague is appointed for; counts the team",
        "programme": "in which way of working",
        "employer": "who employs; secrecy follows the mission",
        "fte_percent": "part of a full time, for load",
        "from_on": "since when",
        "until_on": "until when",
    },
    "SecrecyStatus": {
        "colleague": "whose status",
        "status": "who may hold a standing key (SEC-01)",
        "document": "reference of the signed document",
        "from_on": "since when",
        "until_on": "until when",
    },
    "Group": {
        "kind": "circle, office or recovery",
        "code": "how the code names it",
        "name": "how people name it",
        "principal": "which key pair is the group's",
    },
    "Membership": {
        "group": "which circle or office",
        "colleague": "who belongs to it; passes its doors",
        "from_on": "since when",
        "until_on": "until when",
    },
    "Invitation": {
        "lookup": "finds a link without keeping its token",
        "colleague": "who is let back in; nobody yet for somebody new",
        "name": "who is invited",
        "email": "where the link went",
        "language": "in which language it went",
        "function": "what the newcomer will be appointed for",
        "programme": "in which way of working",
        "employer": "who employs; secrecy follows the mission",
        "secrecy": "by what the newcomer is bound (SEC-01)",
        "document": "reference of the signed document",
        "from_on": "since when",
        "until_on": "until when",
        "wishes": "which circles and offices are asked to give a key",
        "asked_by": "which administrator or colleague asked",
        "sent_at": "when it went",
        "expires_at": "when it ends",
    },
    "Wish": {
        "colleague": "who should get a key",
        "group": "of which circle or office",
        "asked_by": "which administrator asked",
        "asked_at": "since when somebody waits",
    },
    "Admission": {
        "colleague": "who got a key",
        "group": "of which circle or office",
        "by": "who gave it, face to face",
        "at": "when; shown to the circle for two days",
        "again": "whether after a lost phone or password",
    },
    "CityAccount": {
        "colleague": "whose account of the city it is",
        "account": "finds it again without keeping how the city names somebody",
        "bound_at": "since when the colleague bound it",
    },
    "RecoveryDrill": {
        "bundle": "which lock was made to rehearse on",
        "request": "which request was rehearsed",
        "first": "the trustee who began",
        "second": "the trustee who finished",
        "begun_at": "when it began",
        "first_paper_at": "when the code on paper of the first opened",
        "second_paper_at": "when the code on paper of the second opened",
        "opened_at": "when the lock of the drill was opened again: it worked",
        "ended_at": "when the record was closed",
        "misses": "how often a code on paper did not fit",
        "went_wrong": "what went wrong, from a fixed list",
    },
    "RecoveryAnew": {
        "trustees": "who become trustees",
        "keys": "which keys they had when it was asked",
        "asked_by": "who asked",
        "asked_at": "since when; a week must pass",
        "confirmed_by": "who confirmed it first",
        "office": "for which office",
        "ended_at": "when it was done or stopped",
        "done": "whether it was done",
    },
    "DrillReminder": {"sent_at": "when trustees and privacy officer were told that a drill is due"},
    "DirectoryEntry": {
        "kind": "organisation, service, service at a place, or place",
        "outside_id": "its id in the open standard, to know it again at the next import",
        "name": "how it is called",
        "words": "what it is searched by; public words",
        "current": "whether it is offered now",
        "document": "the whole entry in the open standard: public facts of an organisation, with contacts at work",
        "changed_by": "who kept it last",
        "changed_at": "since when it stands so",
    },
    "Wording": {
        "code": "which letter or which fact of the town",
        "language": "in which language the text is",
        "number": "which version; a letter says what held on its day",
        "text": "the town's own words for everybody; about nobody",
        "by": "who worded it",
        "written_at": "since when it holds",
    },
    "SelectionRule": {
        "series": "which sort of record the rule is about",
        "number": "which version; what was destroyed names it",
        "code": "how the published rule is called",
        "months": "the term",
        "most_months": "the longest term, also for who was a minor",
        "trigger": "from when the term runs",
        "destination": "whether it is destroyed or kept for good",
        "reference": "where the rule was published",
        "from_on": "since when it holds",
        "until_on": "until when it holds",
        "by": "who wrote this version",
        "written_at": "when it was written",
        "sample": "whether one in so many is kept",
        "seed": "what the sample is drawn with, so that anybody can draw it again",
    },
    "SwitchDate": {
        "number": "which confirmation; the newest counts",
        "from_on": "from which day the new articles hold",
        "source": "where that day was published",
        "by": "who confirmed it",
        "confirmed_at": "when it was confirmed",
    },
    "SharingProtocol": {
        "protocol": "which protocol, the same in each version",
        "number": "which version; what was told names it (GDP-13)",
        "parties": "with which bodies; never a person",
        "purpose": "for what it was made",
        "categories": "which sorts of information it is about",
        "published": "where it was published",
        "document": "the number of the document",
        "from_on": "since when it holds",
        "until_on": "until when it holds",
        "ended_on": "from when it holds no more, when it was ended",
        "by": "who wrote this version",
        "written_at": "when it was written",
    },
    "Installation": {
        "town": "for which town Kring is installed",
        "installed_at": "since when; a second installation is refused",
    },
    "Demo": {
        "today_on": "the day it always is in a demo of invented people",
        "founded_at": "when the demo was complete",
    },
}
_SEALED = {
    "Rehearsed": {"drill": "which drill it was made for; about nobody"},
    "LockedNote": {
        "text": "what a colleague wrote while locked, for himself alone",
        "how": "by which channel, if he said",
    },
    "Unsent": {
        "path": "where a form was going that came to a locked door",
        "fields": "what was typed in it, so that nothing is lost",
        "files": "whether files came with it, which are not kept",
    },
    "Draft": {
        "form": "which form a colleague was filling in",
        "on": "which record the form is about",
        "path": "on which page one goes on with it",
        "about": "a few words to know it by in the list of what is unfinished",
        "fields": "what was typed in it so far, so that nothing is lost",
    },
}
UNTIL_READ = "until its writer sends it on or throws it away"
FIELDS = {
    f"team.{table}.{field}": Field(purpose, Category.ORDINARY, TERM)
    for table, columns in _TABLES.items()
    for field, purpose in (
        {"id": "names the row; random", "mac": "shows that nobody else wrote the row"} | columns
    ).items()
} | {
    f"team.{kind}.{name}": Field(purpose, Category.ORDINARY, UNTIL_READ, sealed=True)
    for kind, names in _SEALED.items()
    for name, purpose in names.items()
}
