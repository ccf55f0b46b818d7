"""Roles and grounds in words: as a colleague reads them, and as they stand in the copy."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.privacy.access.rules import Ground, Role

ROLES: Mapping[Role, Promise] = {
    Role.CLIENT: _("the client"),
    Role.MINOR: _("a young person who decides about the own file"),
    Role.REPRESENTATIVE: _("a parent or guardian, for who does not decide yet"),
    Role.TRUSTED: _("the trusted person of a young person"),
}
OWN_NOTE, TWICE, POLICE = "own_note", "twice", "police"
GROUNDS: Mapping[str, Promise] = {
    Ground.OTHERS.value: _("It is only about somebody else."),
    Ground.AROUND.value: _("It is about people around the client."),
    Ground.CONFIDENCE.value: _("Somebody told it in confidence."),
    Ground.COURT.value: _("It was made for a court."),
    Ground.AGOGIC.value: _("The client had better not read it now."),
    OWN_NOTE: _("It is a working note of one colleague."),
    TWICE: _("It stands in the copy already."),
    POLICE: _("It came from police or justice: no copy says that it is there."),
}
"""Why a piece stays out: the first five from the marks, all of them by hand. The last one is not counted (GDP-14)."""
