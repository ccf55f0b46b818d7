"""The function of who carries it on the last day of the period; of what began, of who took the role."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import How, Plain
from kring.figures.tables import UNKNOWN
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import function_name


def _how(look: Look) -> How | None:
    if look.worker is None:
        return None
    return Plain(look.worker, look.roles, rest=UNKNOWN)


DIMENSION = Dimension(
    code="worker_role",
    says=_("function of who carries it on the last day; of what began, of who took the role"),
    how=_how,
    label=function_name,
    staff=0,
    version=2,
)
