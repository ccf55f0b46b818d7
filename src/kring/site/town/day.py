"""The day of two colleagues of the town: hours with clients that morning and later that week, in invented words."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.contacts.appointments.actions import make
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.queries import PART
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening

HOURS = (
    (0, time(10, 45), "school", "De Brug, lokaal 12", "", "hoe het gaat sinds de nieuwe klas"),
    (0, time(15, 30), "street", "aan de brug", "", ""),
    (0, time(18, 15), "home", "", "mama is er ook bij", "de rekening van de gsm"),
    (2, time(9, 30), "along", "het loket", "", "samen het formulier afgeven"),
)
"""Days from `DAY`, hour, way, place, who else, what about."""
OF = ("noor", "samir")


def plan_days(house: House) -> int:
    """Make the appointments, each in another open dossier; how many."""
    made = 0
    for holder in OF:
        me, session = house.principal(holder), house.session(holder)
        found = Dossier.objects.filter(holder=me, state=Dossier.State.OPEN).order_by("opened_on", "number")
        for dossier, (days, hour, way, *words) in zip(found[: len(HOURS)], HOURS, strict=False):
            at = timezone.make_aware(datetime.combine(DAY + timedelta(days=days), hour))
            opened = opening(session, dossier.id, act="town.day", parts=[PART])
            make(opened, Meeting(at, way, me, *words), person=me, once=f"{days} {hour}")
            made += 1
    return made
