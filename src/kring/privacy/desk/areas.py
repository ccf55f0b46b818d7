"""The journal in plain words: what was done, and in which part of the house, by the name of the act."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.vault.journal import Verb

VERBS: dict[str, tuple[Promise, str]] = {
    Verb.LISTED: (_("listed"), "doc"),
    Verb.SEARCHED: (_("searched"), "search"),
    Verb.OPENED: (_("read"), "eye"),
    Verb.WROTE: (_("wrote"), "pen"),
    Verb.GAVE: (_("gave a key"), "key"),
    Verb.WITHDREW: (_("took a key away"), "key"),
    Verb.SHREDDED: (_("destroyed a key"), "x"),
    Verb.REFUSED: (_("refused"), "lock"),
    Verb.KNOWN: (_("known by the city, nothing opened"), "hand"),
    Verb.SIGNED_IN: (_("signed in"), "hand"),
    Verb.SIGNED_OUT: (_("signed out"), "hand"),
    Verb.RELEASED: (_("released a figure"), "chart"),
    Verb.BACKED_UP: (_("made a back-up"), "down"),
    Verb.RESTORED: (_("put a back-up back"), "down"),
}
"""verb -> words, icon."""

AREAS: dict[str, Promise] = {
    "agenda": _("Agenda"),
    "agreement": _("Agreed to share"),
    "appointment": _("Appointments"),
    "attachments": _("Attachments"),
    "back": _("Evening out"),
    "backup": _("Back-up"),
    "briefing": _("What left the circle"),
    "case_consultation": _("Case consultation"),
    "checkin": _("How the team stands"),
    "clarification": _("Referral and talk"),
    "closing": _("Closing"),
    "consultation": _("Client consultation"),
    "city": _("The town"),
    "contacts": _("Contacts"),
    "composer": _("Figures"),
    "demo": _("Setting up"),
    "desk": _("Dossier"),
    "disclosure": _("What left the circle"),
    "dossier": _("Dossier"),
    "draft": _("Drafts"),
    "concerns": _("Concerns"),
    "exchange": _("Team exchange"),
    "pot": _("Project pot"),
    "facts": _("Figures"),
    "fields": _("Unused fields"),
    "figures": _("Figures"),
    "followup": _("Follow-up"),
    "glass": _("Behind glass"),
    "house": _("Setting up"),
    "household": _("Household"),
    "intake": _("Referral and talk"),
    "law": _("Legal references"),
    "letters": _("Letters"),
    "link": _("Links"),
    "linkage": _("Onward referral"),
    "locked": _("Written while locked"),
    "moments": _("Moments for a talk"),
    "network": _("Network"),
    "outbox": _("Mails"),
    "plan": _("Plan"),
    "privacy": _("Privacy desk"),
    "protocols": _("Protocols"),
    "pulse": _("How the team stands"),
    "recovery": _("Recovery"),
    "referral": _("Referral and talk"),
    "referrer": _("Referral and talk"),
    "retention": _("Retention"),
    "services": _("Services"),
    "session": _("Signing in"),
    "site": _("Setting up"),
    "street": _("Street round"),
    "team": _("Team"),
    "town": _("Setting up"),
    "ways_in": _("Ways in"),
    "word": _("Words for a colleague"),
}


FOR_THE_CLIENT = frozenset(
    f"privacy.{name}"
    for name in (
        *("person", "reads", "looked", "copy", "worksheet", "give", "answer"),
        *("asked", "longer", "decided", "beside", "freeze", "lift", "erase_early"),
    )
)
"""What a caseworker does with the rights of a person, in the dossier: none of it is the privacy officer's."""
PAGES_ONLY = (Verb.LISTED, Verb.SEARCHED, Verb.OPENED, Verb.REFUSED)
LEAVING = frozenset(
    {
        *("disclosure.tell", "disclosure.urgent", "disclosure.complete", "privacy.give"),
        *("briefing.write", "briefing.pass_on", "link.opened"),
    }
)
"""What brings something to somebody outside the circle; a page of it that is only looked at brings nothing."""


def left(verb: str, act: str) -> bool:
    """Whether something left the circle. A letter is printed by opening it."""
    return (act == "letters.print" and verb == Verb.OPENED) or (act in LEAVING and verb not in PAGES_ONLY)


def area(act: str) -> str | Promise:
    """In which part of the house an act was; its own name where it has no words."""
    if act in FOR_THE_CLIENT:
        return _("For the client")
    return AREAS.get(act.partition(".")[0], act)


def verb(entry_verb: str, act: str) -> tuple[str | Promise, str]:
    """What was done, in words, and its icon."""
    if act == "glass.break" and entry_verb == Verb.OPENED:
        return _("behind glass"), "glass"
    if act == "privacy.give" and entry_verb == Verb.GAVE:
        return _("gave the copy of the dossier"), "doc"
    return VERBS.get(entry_verb, (entry_verb, "doc"))
