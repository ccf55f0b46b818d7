"""How far a case came: the furthest step that was done by the end of the period."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Reached
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CASE, CLOSED_ON, DECISION, FIRST_CONTACT_ON, OPENED_ON, REFERRAL, TALK
from kring.support.dossier.figures_source import step

NAMES = {
    "role": _("role taken"),
    "contact": _("first contact"),
    "network": _("network drawn"),
    "consultation": _("client consultation"),
    "plan": _("plan made"),
    "closing": _("closed"),
    "talk": _("talk held"),
    "decision": _("decided"),
    "arrival": _("came in"),
}
OF_CASE = (
    ("role", OPENED_ON),
    ("contact", FIRST_CONTACT_ON),
    ("network", Field(step("network"), "on")),
    ("consultation", Field(step("consultation"), "on")),
    ("plan", Field(step("plan"), "on")),
    ("closing", CLOSED_ON),
)
OF_REFERRAL = (("arrival", REFERRAL.on), ("talk", TALK.on), ("decision", DECISION.on))


def _how(look: Look) -> How | None:
    if look.subject is CASE:
        return Reached(OF_CASE, look.span.end)
    return Reached(OF_REFERRAL, look.span.end) if look.subject is REFERRAL else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every step, in order."""
    return tuple(name for name, _on in (OF_REFERRAL if look.subject is REFERRAL else OF_CASE))


def _label(code: str) -> str:
    """A step in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="milestone",
    says=_("furthest step that was done"),
    how=_how,
    groups=_groups,
    label=_label,
)
