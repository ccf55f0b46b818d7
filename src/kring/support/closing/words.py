"""The words of an ending: reasons, goals, linkage."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.closing.content import Held, Reached, Reason

REASONS: dict[Reason, Promise] = {
    Reason.TOGETHER: _("Goals reached together"),
    Reason.NETWORK: _("The network carries it on"),
    Reason.HANDED_OVER: _("Handed over to a service"),
    Reason.STOPPED: _("The client stops"),
    Reason.LOST: _("Contact lost"),
    Reason.MOVED: _("Moved"),
    Reason.DETAINED: _("Detained"),
    Reason.ADMITTED: _("Admitted"),
    Reason.DECEASED: _("Deceased"),
    Reason.OUTSIDE: _("Outside our mission"),
    Reason.ELSEWHERE: _("Taken up again elsewhere"),
    Reason.OTHER: _("Something else"),
}
HELD: dict[Held, Promise] = {
    Held.YES: _("Yes, it still runs"),
    Held.NO: _("No, it stopped"),
    Held.UNKNOWN: _("We do not know"),
}
REACHED_LOOK: dict[Reached, tuple[str, str]] = {
    Reached.AGREED: ("brand", "check"),
    Reached.ABOVE: ("brand", "flag"),
    Reached.BELOW: ("", ""),
    Reached.NOT_SAID: ("", ""),
}
"""Class and icon of the tag; an icon and a word, never a colour alone."""
REACHED: dict[Reached, Promise] = {
    Reached.AGREED: _("as agreed"),
    Reached.ABOVE: _("further than agreed"),
    Reached.BELOW: _("not quite"),
    Reached.NOT_SAID: _("not said"),
}
