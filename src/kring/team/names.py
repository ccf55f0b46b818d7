"""What somebody is called on a page: a colleague in full or by first name, and the two letters in a circle.

Looks nothing up: the page fetched its colleagues in one query (`queries.colleagues`). No personal data but names.
"""

from collections.abc import Mapping

from django.utils.translation import gettext

from kring.team.models import Colleague

Names = Mapping[str, Colleague]
"""Principal -> colleague."""


def name_of(names: Names, principal: str) -> str:
    """A colleague in full, or that it is somebody who left."""
    return names[principal].name if principal in names else gettext("Somebody who left")


def first_name(names: Names, principal: str) -> str:
    """What colleagues call each other."""
    return names[principal].name.split()[0] if principal in names else gettext("Somebody who left")


def initials(name: str) -> str:
    """At most two capitals: the begin of the first and of the last word."""
    parts = [part for part in name.split() if part[0].isalnum()]
    return "".join(part[0] for part in (*parts[:1], *parts[1:][-1:])).upper()
