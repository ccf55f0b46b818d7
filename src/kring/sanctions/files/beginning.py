"""The beginning of a file: an officer opens it with what article 44 names, and puts right what was typed wrongly."""

from contextlib import suppress
from dataclasses import replace

from kring.sanctions import access, offices
from kring.sanctions.figures import telling
from kring.sanctions.files import rules, terms
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.sanctions.files.models import DecisionRecord, PersonRecord, ResultRecord, SanctionFile
from kring.sanctions.files.opening import OpenFile
from kring.sanctions.files.writing import SentBefore, writing
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Keys, Session
from kring.vault.models import Envelope
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


def begin(session: Session, person: PersonContent, *, prosecutor: str, once: str) -> str:
    """Open a file; its id. Sent twice it is one file. Raises `Refused` to who is no officer, `NotYet`."""
    rules.check_person(person, today())
    if not offices.is_officer(offices.functions(session.person)):
        raise Refused
    office, circle = team.office(access.OFFICE).principal, team.circle(access.CIRCLE).principal
    gate.entering(session, act="sanctions.begin", of=[office], parts=[OWN_KEY])
    decision = DecisionContent(prosecutor=prosecutor)
    with acting("sanctions.begin", by=session.person) as act:
        fresh = new_id()
        if (known := act.once(once, lock=office, outcome=fresh)) is not None:
            return known
        keys = _found(act, fresh, office)
        row = SanctionFile(id=fresh, office=office, circle=circle, opened_on=today())
        row.expires_on = terms.expires_on(person, decision)
        act.add(row)
        for record, content, part in (
            (PersonRecord(file=row), person, "person"),
            (ResultRecord(file=row), ResultContent(), "result"),
            (DecisionRecord(file=row), decision, "decision"),
        ):
            keys.seal(record, content, bundle=fresh, part=part)
            act.add(record)
        act.on.append(fresh)
        telling.tell(act, keys, fresh, person, ResultContent(), decision)
    return fresh


def amend(opened: OpenFile, person: PersonContent, *, seen: int, once: str) -> None:
    """Put right who it is and what was established; the days of the procedure stay. Raises `Conflict`, `NotYet`."""
    stands = opened.person
    person = replace(person, lawyer_told_on=stands.lawyer_told_on, offered_on=stands.offered_on)
    rules.check_person(person, today())
    if terms.minor(person) != terms.minor(stands) and stands.offered_on:
        raise rules.NotYet(rules.NO_OTHER_AGE, "born_on")
    now = replace(opened, person=person)
    with suppress(SentBefore), writing(now, "person", act="sanctions.amend", seen=seen, once=once):
        pass


def _found(act: Act, file: str, office: str) -> Keys:
    """A lock a part; the office holds each by work, two trustees can give it again."""
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    holders = [*sharing.holders([office]), *behind]
    return sharing.found(act, bundle=file, parts=dict.fromkeys(access.NEED_TO_KNOW, holders))
