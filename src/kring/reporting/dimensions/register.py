"""The legal register; registers are never added to one another."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import register_name
from kring.support.dossier.figures_source import OPENED


def _how(look: Look) -> How | None:
    return Plain(Field(OPENED, "programme"), rest="support") if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """The one register that is counted."""
    return ("support",)


DIMENSION = Dimension(
    code="register",
    says=_("legal register; only individual support is counted here"),
    how=_how,
    groups=_groups,
    label=register_name,
)
