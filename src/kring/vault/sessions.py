"""Signed-in browsers: a private key sealed under the cookie *and* a runtime secret; locked after idling.

The row keeps who it was, so that writing goes on while locked (into the own letterbox). A cookie and a back-up together
open nothing: the epoch secret is in neither.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from kring.vault import facts
from kring.vault.acts import Act, acting
from kring.vault.epochs import current_epoch, epoch_secret
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.models import Principal, SessionKey
from kring.vault.primitives import Key, Private, derive, encode, mac, open_sealed, seal
from kring.vault.reading import columns, pairs
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded
from kring.vault.server_keys import server_keys
from kring.vault.slots import Opened

IDLE = timedelta(minutes=15)
ABSOLUTE = timedelta(hours=10)
PROOF = timedelta(minutes=5)
"""How long a way in that was shown once more lets its owner change ways in."""
DEVICE_TRIES = 5
TOUCH = timedelta(seconds=60)
"""How stale `seen_at` may get: a page is not worth a write."""


_WITH_PERSON = (
    f"SELECT {columns(SessionKey, 's')}, {columns(Principal, 'p')}"  # noqa: S608  column names of our own models
    " FROM vault_sessionkey s JOIN vault_principal p ON p.id = s.person_id WHERE s.lookup = %s"
)


@dataclass(frozen=True, slots=True)
class Locked:
    """A session whose key is gone: we know who it was; reading needs unlocking, writing goes to the letterbox."""

    id: str
    person: str


def start(opened: Opened, *, place: str = "", proved: bool = False) -> str:
    """Begin a session; returns the cookie's value.

    place: what sort of device, for its owner's list. proved: a way in was shown once more on purpose (`proven`).
    """
    cookie = secrets.token_urlsafe(32)
    now = timezone.now()
    row = SessionKey(person_id=opened.person, person_generation=opened.generation, lookup=_lookup(cookie))
    row.place, row.proved_at = place, now if proved else None
    row.epoch, row.seen_at, row.ends_at = current_epoch(), now, now + ABSOLUTE
    row.blob = seal(_key(cookie, row.epoch), opened.private, _context(row))
    facts.give_own(opened.session())
    with acting("session.start", by=opened.person, verb=Verb.SIGNED_IN) as act:
        act.add(row)
    _lock_idle()
    return cookie


def resume(cookie: str) -> Session | Locked | None:
    """The session behind a cookie: open, locked, or None (unknown, ended, forged)."""
    found = pairs(SessionKey, Principal, _WITH_PERSON, [_lookup(cookie)])
    if not found:
        return None
    [(row, person)], now = found, timezone.now()
    try:
        row.verified()
        person.verified()
    except Refused:
        return None
    if row.ends_at <= now or person.state != Principal.State.ACTIVE or row.person_generation != person.generation:
        return None
    if row.blob is None:
        return Locked(row.id, person.id)
    if row.seen_at + IDLE <= now:
        lock(row.id)
        return Locked(row.id, person.id)
    if row.seen_at + TOUCH <= now:
        _stamp(row, seen_at=now)
    try:
        private = open_sealed(_key(cookie, row.epoch), bytes(row.blob), _context(row))
    except Refused:
        return None
    return Session(row.id, person.id, person.generation, Private(private))


def proven(cookie: str) -> Opened | None:
    """The person behind a cookie with the raw key, when a way in was shown in the last minutes; else None."""
    found = resume(cookie)
    row = SessionKey.objects.filter(lookup=_lookup(cookie)).first()
    if not isinstance(found, Session) or row is None or row.verified().blob is None:
        return None
    if row.proved_at is None or row.proved_at + PROOF <= timezone.now():
        return None
    private = open_sealed(_key(cookie, row.epoch), bytes(row.blob or b""), _context(row))
    return Opened(found.person, found.generation, private)


def let_device_unlock(cookie: str, opened: Opened, device: str, answer: bytes) -> None:
    """From now on, when this session is locked, what the browser's own key makes of a short code opens it again.

    device: the random name of that key. answer: 32 bytes that no other browser and no other code gives. It ends with
    the session. Raises `Refused`.
    """
    row = SessionKey.objects.filter(lookup=_lookup(cookie)).first()
    if row is None or opened.person != row.verified().person_id or row.blob is None:
        raise Refused
    blob = seal(_device_key(cookie, row.epoch, answer), opened.private, _context(row, device))
    _stamp(row, device=device, device_tries=DEVICE_TRIES, device_blob=blob)


def open_by_device(cookie: str, answer: bytes) -> tuple[Opened, str]:
    """The person of a locked session and the name of the device, by what its key makes of the code.

    A try is taken before the answer is looked at; after five wrong ones only another way in opens. Raises `Refused`.
    """
    locked = isinstance(resume(cookie), Locked)
    row = SessionKey.objects.filter(lookup=_lookup(cookie)).first()
    if not locked or row is None or row.device_blob is None or not _take_a_try(row):
        raise Refused
    private = open_sealed(_device_key(cookie, row.epoch, answer), bytes(row.device_blob), _context(row, row.device))
    return Opened(row.person_id, row.person_generation, private), row.device


def device_of(cookie: str) -> str:
    """The name of the browser's key that may unlock this session, or "" when none may (any more)."""
    row = SessionKey.objects.filter(lookup=_lookup(cookie), device_tries__gt=0).first()
    return row.device if row is not None else ""


def _take_a_try(row: SessionKey) -> bool:
    """One try fewer, unless there is none or somebody takes one in the same moment."""
    left = row.verified().device_tries
    return left > 0 and _stamp(row, device_tries=max(left - 1, 0))


def _device_key(cookie: str, epoch: str, answer: bytes) -> Key:
    return derive(encode(_key(cookie, epoch), mac(server_keys().of("pepper", 0), answer)), "session by device")


def sessions_of(person: str) -> list[SessionKey]:
    """A person's living sessions, the last used first; rows that are not ours are as if absent."""
    living = SessionKey.objects.filter(person=person, ends_at__gt=timezone.now()).select_related("person")
    return [row for row in living.order_by("-seen_at") if _alive(row)]


def _alive(row: SessionKey) -> bool:
    try:
        return bool(row.verified().person_generation == row.person.generation)
    except Refused:
        return False


def lock(session_id: str) -> None:
    """Forget the key, keep who it was."""
    row = SessionKey.objects.filter(id=session_id).first()
    if row is not None and row.blob is not None:
        _stamp(row, blob=None)


def unlock(cookie: str, opened: Opened) -> None:
    """Put the key back into a locked session of the same person. Raises `Refused`."""
    row = SessionKey.objects.filter(lookup=_lookup(cookie)).first()
    if row is None or row.verified().person_id != opened.person or row.ends_at <= timezone.now():
        raise Refused
    epoch = current_epoch()
    blob = seal(_key(cookie, epoch), opened.private, _context(row))
    with acting("session.unlock", by=opened.person, verb=Verb.SIGNED_IN):
        _stamp(row, blob=blob, seen_at=timezone.now(), epoch=epoch)


def end(session_id: str, person: str) -> None:
    """Sign out: the row goes."""
    with acting("session.end", by=person, verb=Verb.SIGNED_OUT) as act:
        act.remove(list(SessionKey.objects.filter(id=session_id)))


def end_all(person: str) -> None:
    """End every session of a person (disabled, lost phone)."""
    with acting("session.end_all", by=person, verb=Verb.SIGNED_OUT) as act:
        end_all_in(act, person)


def end_all_in(act: Act, person: str) -> None:
    """The same within an act that has another reason: a way in that was changed or removed."""
    act.remove(list(SessionKey.objects.filter(person=person)))


def _lock_idle() -> None:
    now = timezone.now()
    stale = SessionKey.objects.filter(Q(seen_at__lte=now - IDLE) | Q(ends_at__lte=now), blob__isnull=False)
    for row in stale[:100]:
        with suppress(Refused):  # a forged row stays what it is: worth nothing
            _stamp(row, blob=None)


def _stamp(row: SessionKey, **values: object) -> bool:
    """Sessions are the vault's own and not swept: written without an act, with a new MAC if the old one was ours.

    Whether it was still the row that was read.
    """
    before = row.verified().mac
    for name, value in values.items():
        setattr(row, name, value)
    row.stamp()
    columns = {name: getattr(row, name) for name in (*values, "mac")}
    return bool(unguarded(SessionKey).filter(id=row.id, mac=before).update(**columns))  # who came later leaves it


def _lookup(cookie: str) -> str:
    return derive(cookie.encode(), "cookie lookup").hex()


def _key(cookie: str, epoch: str) -> Key:
    secret = epoch_secret(epoch)
    if secret is None:
        raise Refused
    return derive(encode(cookie, secret), "session")


def _context(row: SessionKey, device: str = "") -> bytes:
    return encode(server_keys().instance, "session", row.id, row.person_id, row.person_generation, device)
