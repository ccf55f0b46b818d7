"""The words of a plan: how far, who, the sign of a step, where a piece may stand."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.plan.content import HowFar, Owner, Place

HOW_FAR: Mapping[HowFar, Promise] = {
    HowFar.AGREED: _("agreed"),
    HowFar.BUSY: _("busy"),
    HowFar.DONE: _("is done"),
    HowFar.CANNOT: _("it does not work out"),
}
HOW_FAR_LOOK: Mapping[HowFar, tuple[str, str]] = {
    HowFar.AGREED: ("", ""),
    HowFar.BUSY: ("", ""),
    HowFar.DONE: ("brand", "check"),
    HowFar.CANNOT: ("sun", "hand"),
}
"""Class and icon of the tag; an icon and a word, never a colour alone."""
OWNERS: Mapping[Owner, Promise] = {
    Owner.COLLEAGUE: _("A colleague"),
    Owner.ORGANISATION: _("An organisation"),
    Owner.CLIENT: _("The client"),
    Owner.NETWORK: _("Somebody around the client"),
}
PLACES: Mapping[Place, Promise] = {
    Place.TRUSTED: _("who I trust"),
    Place.PAPER: _("paper"),
    Place.LINK: _("link"),
}


def sign(level: int) -> str:
    """A step as it is said: −2, 0, +1."""
    return f"−{-level}" if level < 0 else f"+{level}" if level else "0"
