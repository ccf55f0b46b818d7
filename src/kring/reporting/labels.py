"""The groups of a figure in words: programmes, functions, registers, places, outcomes. In the reader's language."""

from collections.abc import Callable
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from kring.figures.tables import UNKNOWN
from kring.support.closing.content import Reason
from kring.support.closing.words import REASONS
from kring.support.consultation.rules import Result
from kring.support.dossier.codelists import Area
from kring.support.intake.models import Referral
from kring.team.models import Function
from kring.team.programmes import PROGRAMMES, Programme


def began(programme: Programme, on: date) -> bool:
    """Whether a programme existed on a day; of one without a day nobody knows better."""
    return programme.started_on is None or programme.started_on <= on


def not_known() -> str:
    """The group of what is not known."""
    return _("not known")


def of_list(choices: type[TextChoices]) -> Callable[[str], str]:
    """The label of a code list, or the code when it is no longer in it."""
    return lambda code: str(choices(code).label) if code in choices.values else code


def programme_name(code: str) -> str:
    """The name of a programme in the town."""
    return {one.code: one.name for one in PROGRAMMES}.get(code, code)


def function_name(code: str) -> str:
    """The name of a function."""
    return str(Function(code).label) if code in Function.values else code


def register_name(code: str) -> str:
    """The register of individual support, the only one that is counted."""
    return _("individual support") if code == "support" else code


def area_name(code: str) -> str:
    """A part of town."""
    return str(Area(code).label) if code in Area.values else code


def outcome_name(code: str) -> str:
    """How a case, a referral or a consultation ended."""
    if code in Reason:
        return str(REASONS[Reason(code)])
    if code in Referral.Outcome.values:
        return str(Referral.Outcome(code).label)
    return str(Result(code).label) if code in Result.values else code


def days(code: str) -> str:
    """A band of days."""
    return not_known() if code == UNKNOWN else _("%(band)s days") % {"band": code}
