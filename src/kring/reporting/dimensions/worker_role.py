"""The function of the holder on the last day of the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import function_name
from kring.vault.asked import How, Plain
from kring.vault.tables import UNKNOWN


def _how(look: Look) -> How | None:
    if look.subject.worker is None:
        return None
    return Plain(look.subject.worker, look.roles, rest=UNKNOWN)


DIMENSION = Dimension(
    code="worker_role",
    says=_("function of the holder on the last day"),
    how=_how,
    label=function_name,
    staff=0,
)
