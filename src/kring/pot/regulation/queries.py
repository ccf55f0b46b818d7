"""Which rules hold on a day, and which version an application was made under. Every row is verified."""

from datetime import date

from kring.pot.regulation.models import GrantRegulation


def in_force(day: date) -> GrantRegulation | None:
    """The rules of a day, or None while there are none."""
    found = GrantRegulation.objects.filter(from_on__lte=day).order_by("-from_on", "-number").first()
    return found.verified() if found else None


def newest() -> GrantRegulation | None:
    """The version that was published last, whether it began or not."""
    found = GrantRegulation.objects.order_by("-number").first()
    return found.verified() if found else None
