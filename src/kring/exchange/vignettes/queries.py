"""Which meetings a vignette may go to; whether one opens is decided by its key."""

from django.db.models import Q

from kring.exchange.access import CIRCLES
from kring.exchange.meetings.models import Meeting
from kring.team.clock import today
from kring.team.models import Membership

MOST = 6


def meetings_ahead(person: str) -> list[Meeting]:
    """The next meetings of all circles and of somebody's own, in one query."""
    own = Membership.objects.filter(colleague__principal=person, until_on=None, group__code__in=CIRCLES)
    which = Q(circle="") | Q(circle__in=own.values("group__code"))
    rows = Meeting.objects.filter(which, on__gte=today(), ended_on=None).order_by("on", "id")
    return [row.verified() for row in rows[:MOST]]
