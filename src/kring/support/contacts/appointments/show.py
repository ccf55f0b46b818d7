"""An appointment in plain words, for every list in which it stands."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kring.support.contacts.appointments.codelists import ICONS, Way
from kring.support.contacts.appointments.queries import Planned
from kring.support.intake.callwords import call_word


def line(one: Planned) -> dict[str, Any]:
    """Day, hour, how, where: nothing left to format."""
    at, meeting = timezone.localtime(one.at), one.meeting
    way = Way(meeting.way).label if meeting.way in set(Way) else ""
    return {
        "id": one.id,
        "url": reverse("contacts:appointment", args=[one.dossier, one.id]),
        "day": date_format(at, "l j F"),
        "hour": f"{at.hour}.{at.minute:02d}",
        "clock": f"{at:%H:%M}",
        "way": way,
        "icon": ICONS.get(meeting.way, "cal"),
        "small": " · ".join(filter(None, [meeting.about, meeting.place, meeting.along])),
        "word": call_word(one.id),
    }
