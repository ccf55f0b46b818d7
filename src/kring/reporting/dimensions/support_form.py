"""What came of a referral (advice, trajectory); for a case how we work."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import DECISION
from kring.support.dossier.figures_source import OPENED

ADVICE = {"talk_enough": "advice", "better_placed": "advice", "role": "trajectory"}
NAMES = {
    "advice": _("information and advice"),
    "trajectory": _("trajectory"),
    "none": _("neither of both"),
    "direction": _("case direction"),
    "hands_on": _("outreach"),
    "hybrid": _("direction and outreach"),
}


def _how(look: Look) -> How | None:
    if look.subject is DECISION:
        return Plain(Field(DECISION.kind, "outcome"), ADVICE, rest="none")
    return Plain(Field(OPENED, "mode")) if look.subject.of_case else None


def _label(code: str) -> str:
    """A form of support in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="support_form",
    says=_("advice or trajectory; in a dossier: directing, hands-on or both"),
    how=_how,
    label=_label,
)
