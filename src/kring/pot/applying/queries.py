"""Finding an application by its code, and how much of a year's pot is given and asked."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q, Sum
from django.utils import timezone

from kring.pot.applying.codelists import State
from kring.pot.applying.codes import code_hash
from kring.pot.applying.models import Application
from kring.pot.regulation import lines
from kring.pot.regulation.models import GrantRegulation
from kring.vault.refusals import Refused

GIVEN = (State.GRANTED, State.DONE)


@dataclass(frozen=True, slots=True)
class Budget:
    """The pot of one year, in euro, with how many projects were granted and are asked."""

    year: int
    whole: int
    given: int
    given_count: int
    asked: int
    asked_count: int

    @property
    def free(self) -> int:
        """What is neither given nor asked; never less than nothing."""
        return max(0, self.whole - self.given - self.asked)


def by_code(typed: str) -> Application:
    """The application of a code. Raises `Refused`."""
    row = Application.objects.select_related("regulation").filter(code_hash=code_hash(typed)).first()
    if row is None:
        raise Refused
    return row.verified()


def budget(rules: GrantRegulation | None, day: date) -> Budget:
    """The pot of the year of a day: granted in it, and still to decide whenever it was asked."""
    begin = date(day.year, 1, 1)
    given, asked = Q(state__in=GIVEN, decided_on__gte=begin, decided_on__year=day.year), Q(state=State.ASKED)
    found = Application.objects.aggregate(
        given=Sum("granted_euro", filter=given),
        given_count=Count("id", filter=given),
        asked=Sum("asked_euro", filter=asked),
        asked_count=Count("id", filter=asked),
    )
    whole = sum(line.euro for line in lines.budget(rules.budget_lines)) if rules else 0
    return Budget(day.year, whole, found["given"] or 0, found["given_count"], found["asked"] or 0, found["asked_count"])


def earlier_this_year(row: Application) -> int:
    """How many applications of the same applicant came before this one in its year and were not declined."""
    begin = timezone.make_aware(datetime.combine(date(timezone.localtime(row.arrived_at).year, 1, 1), time.min))
    same = Application.objects.filter(applicant=row.applicant, arrived_at__gte=begin, arrived_at__lt=row.arrived_at)
    return same.exclude(state=State.DECLINED).count()
