"""What one does with a dossier: open, close, let somebody work along, change the summary, make a further part.

Every verb runs inside an act of the caller: one transaction, one line in the journal. Keys are arguments.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kring.support import access
from kring.support.access import Who
from kring.support.dossier import figures_source, numbers, phases, queries, rules
from kring.support.dossier.ages import rules as ages
from kring.support.dossier.content import Begun, Identity, Mode, Phase, SummaryContent
from kring.support.dossier.household import actions as household
from kring.support.dossier.keyring import Carried, Keyring
from kring.support.dossier.knock import tokens
from kring.support.dossier.models import CoWorker, Dossier, IdentityRecord, ReferralCopy, Summary, Task
from kring.support.dossier.rows import check_own
from kring.team.clock import today
from kring.vault import facts, sharing
from kring.vault.acts import Act
from kring.vault.codec import Content
from kring.vault.facts import Entry
from kring.vault.gate import Keys
from kring.vault.models import Envelope, Grant, Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing to keep with the referral; `kind` tells which content class it is: referral, talk, attachment."""

    kind: str
    content: Content


@dataclass(frozen=True, slots=True)
class Opening:
    """A dossier to open. `told_by_client`: the identity came from the person, so there is nothing left to tell."""

    carried: Carried
    summary: SummaryContent
    opened_on: date
    identity: Identity | None = None
    told_by_client: bool = False
    referral: Sequence[Kept] = ()


@dataclass(frozen=True, slots=True)
class OpenedDossier:
    """A fresh dossier with the open keys of the parts it has."""

    dossier: Dossier
    keys: Keys


def open_dossier(
    act: Act,
    *,
    circle: str,
    programme: str,
    holder: str,
    deputy: str,
    mode: Mode,
    label: str,
    opened_on: date,
    identity: Identity | None = None,
    told_by_client: bool = False,
    referral: Sequence[Kept] = (),
    begun: Begun | None = None,
    registry: Keys | None = None,
) -> OpenedDossier:
    """Open one dossier: `circle`, `holder` and `deputy` are principals. Raises `MayNotCarry`.

    begun: how it came to us. registry: the circle's registry key, so that a colleague who knocks later is pointed to
    the holder.
    Nothing about the person is mandatory: the label may be a nickname, `identity` may be absent (GDP-03).
    """
    nickname = identity.nickname if identity and identity.nickname != label else ""
    summary = SummaryContent(label=label, programme=programme, mode=mode, nickname=nickname, begun=begun)
    carried = Carried(circle, holder, deputy)
    [opened] = open_dossiers(act, [Opening(carried, summary, opened_on, identity, told_by_client, referral)], registry)
    return opened


def open_dossiers(act: Act, openings: Sequence[Opening], registry: Keys | None = None) -> list[OpenedDossier]:
    """Open many at once, in few queries and bulk inserts. Raises `MayNotCarry` before anything is written."""
    queries.check_carried(opening.carried for opening in openings)
    keyring = Keyring(opening.carried for opening in openings)
    fresh = [_row(opening, number) for opening, number in zip(openings, numbers.fresh(len(openings)), strict=True)]
    act.add_all(fresh)
    opened = [
        OpenedDossier(dossier, _found(act, dossier.id, opening.carried, keyring, _parts(opening)))
        for dossier, opening in zip(fresh, openings, strict=True)
    ]
    pairs = list(zip(opened, openings, strict=True))
    act.add_all([_sealed(Summary, one, "summary", _with_age(opening)) for one, opening in pairs])
    act.add_all(
        [_sealed(IdentityRecord, one, "identity", opening.identity) for one, opening in pairs if opening.identity]
    )
    act.add_all(
        [
            _sealed(ReferralCopy, one, "referral", kept.content, kind=kept.kind)
            for one, opening in pairs
            for kept in opening.referral
        ]
    )
    to_tell = [one.dossier for one, opening in pairs if opening.identity and not opening.told_by_client]
    act.add_all([_to_tell(dossier, dossier.opened_on) for dossier in to_tell])
    if registry is not None:
        tokens.write(act, registry, {one.dossier: opening.identity for one, opening in pairs if opening.identity})
    facts.write_all(act, [fact for one, opening in pairs for fact in _facts(one, opening)])
    act.on += [dossier.id for dossier in fresh]
    return opened


def close_dossier(
    act: Act,
    keys: Keys,
    dossier: Dossier,
    on: date,
    *,
    silent: bool = False,
    retention_year: int | None = None,
    reason: str = "",
) -> None:
    """End the role on a day; the dossier leaves the lists and the figure, its parts stay as they are.

    silent: nothing goes out about it any more. retention_year: when its term is over. reason: code, for the figures.
    """
    summary = keys.open(Summary.objects.get(dossier=dossier), SummaryContent)
    kept = figures_source.kept_key(keys, dossier.id, summary)
    ended = {"state": Dossier.State.CLOSED, "closed_on": on, "silent": silent, "retention_year": retention_year}
    act.change(dossier, **ended, fact_key=kept)
    fact = figures_source.closed(keys, dossier=dossier.id, summary=summary, closed_on=on, reason=reason)
    facts.write_all(act, [fact])


def reopen_dossier(act: Act, keys: Keys, dossier: Dossier, on: date) -> SummaryContent:
    """Take up the role again in the same dossier; the figure counts it again from this day. Raises `Conflict`."""
    closed_on, known_since = dossier.closed_on or on, dossier.opened_on
    act.change(dossier, state=Dossier.State.OPEN, closed_on=None, silent=False, retention_year=None)
    row = _summary(dossier.id)
    summary = phases.reopened(keys.open(row, SummaryContent), on)
    summary = replace(summary, closed_before=(*summary.closed_before, closed_on))
    keys.seal(row, summary, bundle=dossier.id, part="summary")
    act.rewrite(row)
    told: dict[str, Any] = {"dossier": dossier.id, "summary": summary}
    since: dict[str, Any] = {"opened_on": on, "known_since": known_since}
    found = [figures_source.opened(keys, **told, **since, holder=dossier.holder)]
    identity = IdentityRecord.objects.filter(dossier=dossier).first()
    if identity is not None and keys.holds(dossier.id, "identity"):
        found.append(figures_source.person(keys, **told, identity=keys.open(identity, Identity)))
    facts.write_all(act, found)
    return summary


def change_summary(act: Act, keys: Keys, dossier: str, **changes: Any) -> SummaryContent:
    """Write what changed in the summary (a next step, a phase), on top of what stands there now. Raises `Refused`."""
    return change_summary_as_read(act, keys, _summary(dossier), **changes)


def change_summary_as_read(act: Act, keys: Keys, row: Summary, **changes: Any) -> SummaryContent:
    """The same on top of a row that was read before the act. Raises `Conflict` when somebody wrote meanwhile, and
    `Refused` when it was moved: what it says would go to who reads another dossier.
    """
    return write_summary(act, keys, row, replace(keys.open(row, SummaryContent), **changes))


def write_summary(act: Act, keys: Keys, row: Summary, content: SummaryContent) -> SummaryContent:
    """Write what the summary says now over a row that was read before the act. Raises `Conflict`, `Refused`."""
    check_own(keys, row)
    keys.seal(row, content, bundle=row.dossier_id, part="summary")
    act.rewrite(row)
    return content


def step_done(act: Act, keys: Keys, dossier: str, phase: Phase, on: date) -> SummaryContent:
    """Write that a step of the journey was done; the phase follows. Raises `Refused`."""
    row = _summary(dossier)
    before = keys.open(row, SummaryContent)
    after = phases.done(before, phase, on)
    if after != before:
        keys.seal(row, after, bundle=dossier, part="summary")
        act.rewrite(row)
        if phase in figures_source.STEPS:
            fact = figures_source.stepped(keys, dossier=dossier, summary=after, phase=phase, on=on)
            facts.write_all(act, [fact])
    return after


def _summary(dossier: str) -> Summary:
    """The summary as it stands now; nobody else writes it before this act is over."""
    return Summary.objects.select_for_update(no_key=True).get(dossier=dossier)


def change_identity(
    act: Act, keys: Keys, dossier: Dossier, identity: Identity, registry: Keys, *, told_by_client: bool = False
) -> None:
    """Write who it is, for the first time or anew, and its token with it. Raises `Conflict`, `Refused`.

    told_by_client: counts the first time alone; what was written before starts no second task to tell it (GDP-06).
    """
    row = IdentityRecord.objects.filter(dossier=dossier).first()
    before = keys.open(row, Identity) if row is not None else Identity()
    _follow(act, keys, dossier, before, identity)
    keys = at_hand(act, keys, dossier, "identity")
    if row is not None:
        keys.seal(row, identity, bundle=dossier.id, part="identity")
        act.rewrite(row)
    else:
        row = IdentityRecord(dossier=dossier)
        keys.seal(row, identity, bundle=dossier.id, part="identity")
        act.add(row)
        if not told_by_client and not dossier.silent:
            act.add(_to_tell(dossier, today()))
    tokens.rewrite(act, registry, dossier, identity)
    act.on.append(dossier.id)


def rename(act: Act, keys: Keys, dossier: Dossier, before: str, after: str, *, nickname: str = "") -> None:
    """Call a dossier otherwise. Raises `Refused`, and `Conflict` when it is not called as before any more.

    nickname: of who it is, so that the dossier is found by it again once it is not called so any more.
    """
    row = _summary(dossier.id)
    summary = keys.open(row, SummaryContent)
    if summary.label != before:
        raise Conflict
    second = nickname or summary.nickname
    write_summary(act, keys, row, replace(summary, label=after, nickname=second if second != after else ""))


def _follow(act: Act, keys: Keys, dossier: Dossier, before: Identity, identity: Identity) -> None:
    """What the summary says of who it is: the age that is looked at next, and the second name it is found by."""
    if not keys.holds(dossier.id, "summary"):
        return
    row = _summary(dossier.id)
    summary = after = keys.open(row, SummaryContent)
    if identity.born_on != before.born_on:
        after = replace(after, milestone=ages.first(identity.born_on, today()) if identity.born_on else None)
    if identity.nickname != before.nickname:
        after = replace(after, nickname=identity.nickname if identity.nickname != summary.label else "")
    if after != summary:
        write_summary(act, keys, row, after)
    facts.write_all(act, [figures_source.person(keys, dossier=dossier.id, summary=after, identity=identity)])


def make_part(act: Act, dossier: Dossier, part: str) -> Keys:
    """Found one more part of a dossier, for the holders in the table; done at the first thing written in it."""
    carried = queries.carried(dossier)
    return _found(act, dossier.id, carried, Keyring([carried]), [part])


def at_hand(act: Act, keys: Keys, dossier: Dossier, part: str) -> Keys:
    """`keys` with this part in it: made now when nothing was ever written in it. Raises `Refused` when it is shut.

    The dossier's row is locked meanwhile, so that two who write first at once find one lock and not two.
    """
    if keys.holds(dossier.id, part):
        return keys
    locked = Dossier.objects.select_for_update(no_key=True).get(id=dossier.id).verified()
    if Lock.objects.filter(bundle=dossier.id, part=part).exists():
        raise keys.refusal(dossier.id, part)
    return keys.joined(make_part(act, locked, part))


def add_co_worker(
    act: Act, keys: Keys, dossier: Dossier, person: str, *, from_on: date, agreed_until: date | None = None
) -> CoWorker:
    """Let a colleague of the circle work along: the parts of the table that `keys` opens. Raises `MayNotCarry`."""
    queries.check_carried([Carried(dossier.circle, dossier.holder, dossier.deputy, (person,))])
    theirs = [part for part in access.FOUNDED if access.by_default(part, Who.CO_WORKER)]
    open_ones = [part for part in theirs if keys.holds(dossier.id, part)]
    sharing.give_parts(act, keys, bundle=dossier.id, parts=open_ones, to=sharing.holders([person]))
    return act.add(CoWorker(dossier=dossier, person=person, from_on=from_on, agreed_until=agreed_until))


def end_co_worker(act: Act, along: CoWorker, on: date) -> None:
    """Somebody works along no more: his keys go and every lock he had moves on. Needs no key. Raises `Conflict`."""
    act.change(along, until_on=on)
    dossier = along.dossier
    if along.person not in (dossier.holder, dossier.deputy):
        withdraw_all(act, dossier.id, along.person)


def withdraw_all(act: Act, dossier: str, person: str) -> None:
    """Take from somebody every key of a dossier he holds for his work, and of its links; every such lock moves on."""
    household.withdraw(act, dossier, person)
    if parts := parts_held(dossier, person):
        sharing.withdraw(act, bundle=dossier, parts=parts, holder=person)


def parts_held(dossier: str, person: str) -> list[str]:
    """The parts of a dossier of which somebody has a key for his work, in order."""
    rows = Grant.objects.filter(lock__bundle=dossier, envelope__holder=person)
    rows = rows.exclude(lock__state=Lock.State.SHREDDED)
    return sorted(set(rows.filter(envelope__kind=Envelope.Kind.WORK).values_list("lock__part", flat=True)))


def _row(opening: Opening, number: str) -> Dossier:
    carried = opening.carried
    return Dossier(
        id=new_id(),
        number=number,
        circle=carried.circle,
        holder=carried.holder,
        deputy=carried.deputy,
        opened_on=opening.opened_on,
    )


def _with_age(opening: Opening) -> SummaryContent:
    """The summary, with the age that is looked at first (MIN-05)."""
    if opening.identity is None or opening.identity.born_on is None:
        return opening.summary
    return replace(opening.summary, milestone=ages.first(opening.identity.born_on, today()))


def _parts(opening: Opening) -> list[str]:
    """Only parts that something is written in get a lock."""
    written = {"summary": True, "identity": opening.identity is not None, "referral": bool(opening.referral)}
    return [part for part in access.AT_OPENING if written[part]]


def _found(act: Act, dossier: str, carried: Carried, keyring: Keyring, parts: Sequence[str]) -> Keys:
    return sharing.found(act, bundle=dossier, parts={part: keyring.of(part, carried) for part in parts})


def _sealed[Row: (Summary, IdentityRecord, ReferralCopy)](
    table: type[Row], opened: OpenedDossier, part: str, content: Content, **columns: str
) -> Row:
    row = table(dossier=opened.dossier, **columns)
    opened.keys.seal(row, content, bundle=opened.dossier.id, part=part)
    return row


def _facts(opened: OpenedDossier, opening: Opening) -> Iterator[Entry]:
    keys, dossier, summary = opened.keys, opened.dossier.id, opening.summary
    on, holder = opening.opened_on, opening.carried.holder
    yield figures_source.opened(keys, dossier=dossier, summary=summary, opened_on=on, known_since=on, holder=holder)
    if opening.identity is not None:
        yield figures_source.person(keys, dossier=dossier, summary=summary, identity=opening.identity)
    for done in summary.steps:
        if done.phase in figures_source.STEPS:
            yield figures_source.stepped(keys, dossier=dossier, summary=summary, phase=done.phase, on=done.on)


def _to_tell(dossier: Dossier, on: date) -> Task:
    """Somebody else told on a day who this is, so the person is told (GDP-06)."""
    return Task(
        dossier=dossier,
        kind=Task.Kind.TELL_AT_FIRST_TALK,
        person=dossier.holder,
        due_on=rules.tell_by(on),
        contact_from=on,
    )
