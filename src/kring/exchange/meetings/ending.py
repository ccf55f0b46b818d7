"""The end of a meeting: what was told of a case is destroyed, key and rows; the schedule does it the day after.

Thirteen months later the rest goes too. None of it needs a key: what is destroyed is the lock.
"""

from kring.exchange import access
from kring.exchange.meetings.models import Meeting, MeetingRecord
from kring.exchange.meetings.opening import OpenMeeting
from kring.team.clock import months_after, today
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Lock

KEPT_MONTHS = 13


def end_meeting(opened: OpenMeeting) -> None:
    """The meeting is over: nothing of a case stays. Done twice it is done once."""
    _end(opened.id, by=opened.keys.actor)


def end_due() -> int:
    """Meetings whose day is over end by themselves; those of thirteen months ago go as a whole. How many."""
    passed = list(Meeting.objects.filter(ended_on=None, on__lt=today()).order_by("on", "id"))
    for row in passed:
        _end(row.id, by="system")
    old = list(Meeting.objects.filter(on__lt=months_after(today(), -KEPT_MONTHS)).order_by("on", "id"))
    for row in old:
        _forget(row.id)
    return len(passed) + len(old)


def _end(meeting: str, *, by: str) -> None:
    with acting("exchange.end", by=by, on=[meeting]) as act:
        row = _locked(meeting)
        if row is None or row.ended_on is not None:
            return
        shut = Lock.objects.filter(bundle=meeting, part="vignettes").exclude(state=Lock.State.SHREDDED)
        act.erase(MeetingRecord.objects.filter(meeting=meeting, lock__in=[one.id for one in shut]))
        sharing.shred(act, bundle=meeting, parts=["vignettes"])
        act.change(row, ended_on=today())


def _forget(meeting: str) -> None:
    with acting("exchange.forget", by="system", on=[meeting]) as act:
        if (row := _locked(meeting)) is None:
            return
        left = Lock.objects.filter(bundle=meeting, part__in=access.MEETING).exclude(state=Lock.State.SHREDDED)
        sharing.shred_locks(act, list(left))
        act.erase_whole([row])


def _locked(meeting: str) -> Meeting | None:
    row: Meeting | None = Meeting.objects.select_for_update(no_key=True).filter(id=meeting).first()
    return row.verified() if row else None
