"""Open or closed on the last day of the period; on hold does not exist."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import How, Reached
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CASE, CLOSED_ON, CLOSING

NAMES = {"open": _("open"), "closed": _("closed")}


def _how(look: Look) -> How | None:
    if look.subject not in (CASE, CLOSING):
        return None
    return Reached((("closed", CLOSED_ON),), look.span.end, nothing="open")


def _groups(_look: Look) -> tuple[str, ...]:
    """Open and closed."""
    return tuple(NAMES)


def _label(code: str) -> str:
    """Where it stands, in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="status",
    says=_("open or closed on the last day"),
    how=_how,
    groups=_groups,
    label=_label,
)
