"""What colleagues do around a meeting: plan it, put something on the agenda, bring something in, note, agree.

Words are added to what stands there when they arrive, so two who bring something in at once both do. The notes are one
text, written on top of what was read. A key of sending goes with the words: the same is written once, and something
else that is sent with the same key is not dropped.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils import timezone

from kring.exchange import access
from kring.exchange.meetings import rules
from kring.exchange.meetings.codelists import OF_A_CASE
from kring.exchange.meetings.content import Brought, MeetingContent, TeamAgreement, TopicContent
from kring.exchange.meetings.models import Meeting, MeetingRecord
from kring.exchange.meetings.opening import OpenMeeting
from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import Colleague, Group
from kring.vault import sharing
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Session
from kring.vault.models import Envelope
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

Kind = MeetingRecord.Kind


def circles_of(person: str) -> list[Group]:
    """The circles of casework whose key somebody holds."""
    held = team.groups_with_key(person)
    return [one for one in held if one.kind == Group.Kind.CIRCLE and one.code in access.CIRCLES]


def plan_meeting(session: Session, content: MeetingContent, *, circle: str, on: date, once: str) -> str:
    """A meeting of one circle by code ("" for all together); its id. Raises `NotYet`, `Refused` to who is in none."""
    rules.check_day(on, today=today())
    own = {one.code for one in circles_of(session.person)}
    if not own or (circle and circle not in own):
        raise Refused
    with acting("exchange.plan", by=session.person) as act:
        fresh = new_id()
        if (known := act.once(once, lock=session.person, outcome=fresh)) is not None:
            return known
        keys = sharing.found(act, bundle=fresh, parts=dict.fromkeys(access.MEETING, holders(circle)))
        row = act.add(Meeting(id=fresh, circle=circle, on=on))
        record = MeetingRecord(meeting=row, kind=Kind.FRAME)
        keys.seal(record, content, bundle=fresh, part="meeting")
        act.add(record)
        act.on.append(fresh)
    return fresh


def put_topic(opened: OpenMeeting, topic: TopicContent, *, once: str) -> str:
    """Put something on the agenda; its id. What tells of a case lies where it is destroyed after the day."""
    rules.check_open(over=opened.over)
    part = "vignettes" if topic.kind in OF_A_CASE else "meeting"
    said = f"{topic.kind} {topic.title} {topic.words} {topic.question}"
    return _add(opened, "exchange.put", Kind.TOPIC, topic, part=part, once=f"{once} {said}")


def bring_in(opened: OpenMeeting, topic: str, words: str, *, once: str) -> None:
    """Say on a topic what worked elsewhere, or what to think of. Raises `NotYet`, `Refused`."""
    rules.check_open(over=opened.over)
    line = opened.topic(topic)
    with acting("exchange.bring_in", by=opened.keys.actor, on=[opened.id]) as act:
        if act.once(f"{once} {words}", lock=line.record.lock, outcome=line.id) is not None:
            return
        record = MeetingRecord.objects.select_for_update(no_key=True).filter(id=topic, meeting=opened.id).first()
        if record is None:
            raise Refused
        now = opened.keys.open(record, TopicContent)
        said = Brought(opened.keys.actor, timezone.now(), words)
        part = "vignettes" if now.kind in OF_A_CASE else "meeting"
        opened.keys.seal(record, replace(now, brought=(*now.brought, said)), bundle=opened.id, part=part)
        act.rewrite(record)


def write_notes(opened: OpenMeeting, notes: str, *, seen: int, once: str) -> None:
    """Write what the team takes away on top of what was read. Raises `Conflict`."""
    record = opened.frame.record
    with acting("exchange.notes", by=opened.keys.actor, on=[opened.id]) as act:
        if act.once(f"{once} {notes}", lock=record.lock, outcome=record.id) is not None:
            return
        if record.revision != seen:
            raise Conflict
        _reseal(act, opened, record, replace(opened.frame.content, notes=notes))


def agree(opened: OpenMeeting, deal: TeamAgreement, *, once: str) -> str:
    """Write down what somebody will do; its id. Raises `Refused` when the owner takes no part."""
    if deal.owner not in {one.principal for one in participants(opened.row)[0]}:
        raise Refused
    said = f"{once} {deal.what} {deal.owner} {deal.due_on}"
    return _add(opened, "exchange.agree", Kind.DEAL, deal, part="meeting", once=said)


def settle(opened: OpenMeeting, deal: str) -> None:
    """It was done, says who would do it. Raises `Refused`."""
    line = opened.deal(deal)
    if not rules.may_settle(line.content.owner, opened.keys.actor):
        raise Refused
    if line.content.done_on is not None:
        return
    with acting("exchange.settle", by=opened.keys.actor, on=[opened.id]) as act:
        _reseal(act, opened, line.record, replace(line.content, done_on=today()))


def participants(row: Meeting, others: Iterable[str] = ()) -> tuple[list[Colleague], dict[str, Colleague]]:
    """Who takes part, in alphabetical order; and who they and these others are, by principal. One query."""
    return team.members_of_all(codes_of(row.circle), others)


def codes_of(circle: str) -> tuple[str, ...]:
    """The circles that meet."""
    return (circle,) if circle else access.CIRCLES


def _reseal(act: Act, opened: OpenMeeting, record: MeetingRecord, content: Content) -> None:
    opened.keys.seal(record, content, bundle=opened.id, part="meeting")
    act.rewrite(record)


def _add(opened: OpenMeeting, act_name: str, kind: str, content: Content, *, part: str, once: str) -> str:
    with acting(act_name, by=opened.keys.actor, on=[opened.id]) as act:
        fresh = new_id()
        if (known := act.once(once, lock=opened.frame.record.lock, outcome=fresh)) is not None:
            return known
        record = MeetingRecord(id=fresh, meeting=opened.row, kind=kind)
        opened.keys.seal(record, content, bundle=opened.id, part=part)
        act.add(record)
    return fresh


def holders(circle: str) -> list[sharing.Holder]:
    """Who holds the parts of what this circle shares: the circle ("": each of them), and recovery."""
    circles = [one.principal for one in team.groups(codes_of(circle))]
    behind = team.recovery()
    recovery = sharing.holders([behind], Envelope.Kind.RECOVERY) if behind else []
    return [*sharing.holders(circles), *recovery]
