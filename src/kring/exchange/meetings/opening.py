"""A meeting as one colleague opens it: its frame, its agenda, its agreements. One entry in the journal.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist and
one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from kring.exchange import access
from kring.exchange.meetings.content import MeetingContent, TeamAgreement, TopicContent
from kring.exchange.meetings.models import Meeting, MeetingRecord
from kring.team.clock import today
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

Kind = MeetingRecord.Kind
PARTS = access.MEETING
LOOKING_BACK = timedelta(days=120)
MOST = 24


@dataclass(frozen=True, slots=True)
class Line[Content]:
    """One sealed line with its content opened."""

    record: MeetingRecord
    content: Content

    @property
    def id(self) -> str:
        """Its public id."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """A meeting that opened; topics in the order in which they were put on the agenda."""

    row: Meeting
    keys: Keys
    frame: Line[MeetingContent]
    topics: Sequence[Line[TopicContent]]
    deals: Sequence[Line[TeamAgreement]]

    @property
    def id(self) -> str:
        """Its public id."""
        return self.row.id

    @property
    def over(self) -> bool:
        """Whether what was told of a case is gone."""
        return self.row.ended_on is not None

    def topic(self, topic: str) -> Line[TopicContent]:
        """A line of the agenda. Raises `Refused`."""
        return _one(self.topics, topic)

    def deal(self, deal: str) -> Line[TeamAgreement]:
        """An agreement. Raises `Refused`."""
        return _one(self.deals, deal)


def open_meeting(session: Session, meeting: str, *, act: str) -> OpenMeeting:
    """One meeting with all that still opens. Raises `Refused`."""
    keys = gate.entering(session, act=act, of=[meeting], parts=PARTS, strict=False, needed=["meeting"])
    return _opened(keys, list(MeetingRecord.objects.filter(meeting=meeting).select_related("meeting")))


def open_meetings(session: Session, *, act: str) -> list[OpenMeeting]:
    """Those to come and of the last months that one takes part in, the newest first; without their agenda."""
    there = Q(meeting__on__gte=today() - LOOKING_BACK)
    rows = MeetingRecord.objects.filter(there).exclude(kind=Kind.TOPIC).select_related("meeting")
    of: dict[str, list[MeetingRecord]] = {}
    for one in rows.order_by("-meeting__on", "meeting"):
        if one.meeting_id in of or len(of) < MOST:
            of.setdefault(one.meeting_id, []).append(one)
    keys = gate.entering(session, act=act, of=list(of), parts=["meeting"], strict=False)
    return [_opened(keys, lines) for meeting, lines in of.items() if keys.holds(meeting, "meeting")]


def _opened(keys: Keys, records: Iterable[MeetingRecord]) -> OpenMeeting:
    held = {part.lock for part in keys.all_parts.values()}
    lines = [one for one in records if one.lock in held]
    frames = [one for one in lines if one.kind == Kind.FRAME]
    if len(frames) != 1:
        raise Refused
    topics = [Line(one, keys.open(one, TopicContent)) for one in lines if one.kind == Kind.TOPIC]
    deals = [Line(one, keys.open(one, TeamAgreement)) for one in lines if one.kind == Kind.DEAL]
    return OpenMeeting(
        frames[0].meeting.verified(),
        keys,
        Line(frames[0], keys.open(frames[0], MeetingContent)),
        sorted(topics, key=lambda one: (one.content.at, one.id)),
        sorted(deals, key=lambda one: (one.content.done_on is not None, str(one.content.due_on or ""), one.id)),
    )


def _one[Content](lines: Sequence[Line[Content]], asked: str) -> Line[Content]:
    for one in lines:
        if one.id == asked:
            return one
    raise Refused
