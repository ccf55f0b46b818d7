"""Recovery by two trustees: together they give *named* locks again; nobody can become somebody else.

The recovery key is nested-sealed for every ordered pair of trustees: the first opens a shell, the second the core.
The first one's part lies, until the request is closed, under a key that exists only in a file beside the server key.
After use the recovery pair rotates at once. The scope of a request is enforced by the program, and we say so.
The pages and who may ask stand in team/recovering; `found_recovery` belongs to the first install.
"""

import os
from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path

from django.utils import timezone

from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Session, envelope_context
from kring.vault.journal import Verb
from kring.vault.kdf import runtime_folder
from kring.vault.models import Envelope, Principal, RecoveryRequest, RecoveryShare
from kring.vault.primitives import Key, Private, encode, give, new_key, new_pair, open_sealed, seal
from kring.vault.refusals import Conflict, Refused
from kring.vault.server_keys import server_keys
from kring.vault.sharing import Holder

WAIT = timedelta(hours=24)
TRUSTEES = 3


def found_recovery(act: Act, trustees: Sequence[Holder]) -> str:
    """Make the recovery principal and split its key over three trustee persons; its id."""
    if len({trustee.principal for trustee in trustees}) != TRUSTEES:
        raise ValueError("recovery takes three different trustees")
    pair = new_pair()
    principal = act.add(Principal(kind=Principal.Kind.RECOVERY, public_key=pair.public))
    _split(act, principal.id, 1, pair.private, trustees)
    return principal.id


def ask(act: Act, *, recovery: str, receiver: str, parts: Sequence[tuple[str, str]]) -> RecoveryRequest:
    """Request that named (bundle, part)s be given to `receiver`; notices go out by the caller."""
    row = RecoveryRequest(recovery=recovery, asked_by=act.actor, receiver=receiver, asked_at=timezone.now())
    row.parts = " ".join(f"{bundle}/{part}" for bundle, part in parts)
    return act.add(row)


def release(session: Session, request: RecoveryRequest, second: str) -> None:
    """The first trustee opens his shell for `second` and leaves the core under the request's own key."""
    request.verified()
    if request.released_at is not None:
        raise Refused
    share = _share(request, first=session.person, second=second)
    core = session.private.take(bytes(share.blob), _context(share, "shell"))
    key = new_key()
    with acting("recovery.release", by=session.person, on=[request.id]) as act:
        sealed = seal(key, core, _scope(request))
        act.change(request, first=session.person, second=second, released=sealed, released_at=timezone.now())
        _keep_key(request, key)  # once nobody else can have been first


def finish(session: Session, request: RecoveryRequest) -> None:
    """The second trustee gives exactly the named parts to the receiver; the recovery pair rotates. Raises `Refused`."""
    request.verified()
    if not may_finish(session, request):
        raise Refused
    key = _request_key(request)
    share = _share(request, first=request.first, second=session.person)
    core = open_sealed(key, bytes(request.released or b""), _scope(request))
    raw = session.private.take(core, _context(share, "core"))
    principal = Principal.objects.get(id=request.recovery).verified()
    opened = Session(id="", person=principal.id, generation=principal.generation, private=Private(raw))
    wanted = [tuple(name.rsplit("/", 1)) for name in request.parts.split()]
    bundles, parts = [bundle for bundle, _ in wanted], sorted({part for _, part in wanted})
    keys = gate.entering(
        opened, act="recovery.finish", of=bundles, parts=parts, strict=False, kind=Envelope.Kind.RECOVERY
    )
    with acting("recovery.finish", by=session.person, verb=Verb.GAVE, on=[request.id, *bundles]) as act:
        for bundle, part in wanted:
            sharing.give_parts(act, keys, bundle=bundle, parts=[part], to=sharing.holders([request.receiver]))
        act.change(request, finished_at=timezone.now(), released=None)
        _rotate(act, principal, opened.private)
    _key_path(request).unlink(missing_ok=True)


def call_off(session: Session, request: RecoveryRequest) -> None:
    """End a request that was not finished: the half that was opened is destroyed, nothing is given."""
    with acting("recovery.call_off", by=session.person, on=[request.id, request.receiver]) as act:
        act.change(request, finished_at=timezone.now(), released=None)
    _key_path(request).unlink(missing_ok=True)


def trustees(recovery: str) -> list[str]:
    """The three persons over whom the recovery key is split now."""
    shares = RecoveryShare.objects.filter(recovery=recovery)
    return list(dict.fromkeys(share.verified().first for share in shares))


def may_finish(session: Session, request: RecoveryRequest) -> bool:
    """Whether this is the second of two persons, and a day has passed since it was asked."""
    if request.finished_at is not None or request.released_at is None:
        return False
    two_persons = session.person == request.second and session.person != request.first
    return two_persons and request.asked_at + WAIT <= timezone.now()


def _split(act: Act, recovery: str, generation: int, private: bytes, trustees: Sequence[Holder]) -> None:
    shares = []
    for first, second in permutations(trustees, 2):
        share = RecoveryShare(recovery=recovery, generation=generation)
        share.first, share.second = first.principal, second.principal
        core = give(second.public_key, private, _context(share, "core"))
        share.blob = give(first.public_key, core, _context(share, "shell"))
        shares.append(share)
    act.add_all(shares)


def _rotate(act: Act, principal: Principal, old: Private) -> None:
    """A new recovery pair for every recovery envelope and every pair of trustees, in the same act."""
    pair, generation = new_pair(), principal.generation + 1
    for envelope in Envelope.objects.filter(holder=principal, holder_generation=principal.generation):
        context = envelope_context(
            envelope.id, envelope.bundle, principal.id, envelope.kind, envelope.verified().expires_at
        )
        wrapped = give(pair.public, old.take(bytes(envelope.wrapped), context), context)
        act.change(envelope, wrapped=wrapped, holder_generation=generation)
    shares = list(RecoveryShare.objects.filter(recovery=principal.id))
    trustees = sharing.holders(dict.fromkeys(share.verified().first for share in shares))
    act.remove(shares)
    act.change(principal, public_key=pair.public, generation=generation)
    _split(act, principal.id, generation, pair.private, trustees)


def _share(request: RecoveryRequest, *, first: str, second: str) -> RecoveryShare:
    row = RecoveryShare.objects.filter(recovery=request.recovery, first=first, second=second).first()
    if row is None or first == second:
        raise Refused
    share: RecoveryShare = row.verified()
    if Principal.objects.get(id=request.recovery).verified().generation != share.generation:
        raise Conflict
    return share


def _request_key(request: RecoveryRequest) -> Key:
    try:
        return Key(_key_path(request).read_bytes())
    except FileNotFoundError:
        raise Refused from None


def _keep_key(request: RecoveryRequest, key: Key) -> None:
    descriptor = os.open(_key_path(request), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)


def _key_path(request: RecoveryRequest) -> Path:
    return runtime_folder() / f"recovery-{request.id}"


def _context(share: RecoveryShare, what: str) -> bytes:
    keys = server_keys()
    return encode(keys.instance, "recovery", what, share.recovery, share.generation, share.first, share.second)


def _scope(request: RecoveryRequest) -> bytes:
    """Binds the request's id, receiver, named parts and time."""
    asked = int(request.asked_at.timestamp() * 1_000_000)
    return encode(server_keys().instance, "recovery request", request.id, request.receiver, request.parts, asked)
