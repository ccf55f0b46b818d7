"""Recovery by two trustees: together they give *named* locks again; nobody can become somebody else.

The recovery key is nested-sealed for every ordered pair of trustees: the first opens a shell, the second the core.
The first one's part lies, until the request is closed, under a key that exists only in a file beside the server key.
After use the recovery pair rotates at once. The scope of a request is enforced by the program, and we say so.
The pages and who may ask stand in team/recovering; `found_recovery` belongs to the first install.
"""

import os
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from kring.vault import gate, sharing, splitting
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.kdf import runtime_folder
from kring.vault.models import Envelope, Principal, RecoveryRequest, RecoveryShare
from kring.vault.primitives import Key, Private, encode, new_key, new_pair, open_sealed, seal
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys
from kring.vault.sharing import Holder
from kring.vault.splitting import TRUSTEES, share_context

WAIT = timedelta(hours=24)
DRILL = "drill"
"""The part of a lock that was made to rehearse on: nothing of anybody lies under it, so nobody waits a day for it."""


def found_recovery(act: Act, trustees: Sequence[Holder]) -> str:
    """Make the recovery principal and split its key over three trustee persons; its id."""
    if len({trustee.principal for trustee in trustees}) != TRUSTEES:
        raise ValueError("recovery takes three different trustees")
    pair = new_pair()
    principal = act.add(Principal(kind=Principal.Kind.RECOVERY, public_key=pair.public))
    splitting.split(act, principal.id, 1, pair.private, trustees)
    return principal.id


def ask(act: Act, *, recovery: str, receiver: str, parts: Sequence[tuple[str, str]]) -> RecoveryRequest:
    """Request that named (bundle, part)s be given to `receiver`; notices go out by the caller."""
    row = RecoveryRequest(recovery=recovery, asked_by=act.actor, receiver=receiver, asked_at=timezone.now())
    row.parts = " ".join(f"{bundle}/{part}" for bundle, part in parts)
    return act.add(row)


def ask_places(act: Act, *, recovery: str, newcomer: str, trustees: Sequence[str]) -> RecoveryRequest:
    """Request that the key be split anew over these three persons, of whom at most `newcomer` has no share yet."""
    row = RecoveryRequest(recovery=recovery, asked_by=act.actor, receiver=newcomer, asked_at=timezone.now())
    row.trustees = " ".join(sorted(trustees))
    return act.add(row)


def release(session: Session, request: RecoveryRequest, second: str) -> None:
    """The first trustee opens his shell for `second` and leaves the core under the request's own key."""
    request.verified()
    if request.released_at is not None or second not in splitting.present(request.recovery).holding:
        raise Refused
    share = _share(request, first=session.person, second=second)
    core = session.private.take(bytes(share.blob), share_context(share, "shell"))
    key = new_key()
    with acting("recovery.release", by=session.person, on=[request.id]) as act:
        sealed = seal(key, core, _scope(request))
        act.change(request, first=session.person, second=second, released=sealed, released_at=timezone.now())
        _keep_key(request, key)  # once nobody else can have been first


def finish(session: Session, request: RecoveryRequest, also: Callable[[Act], None] = lambda act: None) -> None:
    """The second trustee gives exactly the named parts to the receiver; the recovery pair rotates. Raises `Refused`.

    The split is made anew over who still holds a share, or over the three that the request names.
    also: what else belongs in the act.
    """
    request.verified()
    if not may_finish(session, request):
        raise Refused
    key = _request_key(request)
    share = _share(request, first=request.first, second=session.person)
    core = open_sealed(key, bytes(request.released or b""), _scope(request))
    raw = session.private.take(core, share_context(share, "core"))
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
        splitting.rotate(act, principal, opened.private, _places(request))
        _begin_again(act, request)
        also(act)
    _key_path(request).unlink(missing_ok=True)


def call_off(session: Session, request: RecoveryRequest) -> None:
    """End a request that was not finished: the half that was opened is destroyed, nothing is given."""
    with acting("recovery.call_off", by=session.person, on=[request.id, request.receiver]) as act:
        end(act, request)


def end(act: Act, request: RecoveryRequest) -> None:
    """The same within an act."""
    act.change(request, finished_at=timezone.now(), released=None)
    _key_path(request).unlink(missing_ok=True)


def trustees(recovery: str) -> list[str]:
    """The persons who hold a share of the recovery key now."""
    return list(splitting.present(recovery).holding)


def may_finish(session: Session, request: RecoveryRequest) -> bool:
    """Whether this is the second of two persons, and a day has passed since it was asked."""
    if request.finished_at is not None or request.released_at is None:
        return False
    two_persons = session.person == request.second and session.person != request.first
    return two_persons and (rehearses(request) or request.asked_at + WAIT <= timezone.now())


def rehearses(request: RecoveryRequest) -> bool:
    """Whether a request names locks of drills alone."""
    parts = [name.rsplit("/", 1)[1] for name in request.parts.split()]
    return not request.trustees and bool(parts) and set(parts) == {DRILL}


def _places(request: RecoveryRequest) -> list[Holder]:
    """Over whom the key is split from now on.

    Raises `Refused` when the first trustee, or one who should stay, holds no share any more.
    """
    now = set(splitting.present(request.recovery).holding)
    named = set(request.trustees.split()) or now
    if request.first not in now:
        raise Refused
    if request.trustees and (len(named) != TRUSTEES or named - now - {request.receiver}):
        raise Refused
    return sharing.holders(sorted(named), waiting=True)


def _begin_again(act: Act, done: RecoveryRequest) -> None:
    """Halves of other requests that lie open belong to the pair of before: those begin again, asked as they were."""
    others = RecoveryRequest.objects.filter(recovery=done.recovery, finished_at=None).exclude(released_at=None)
    for other in others:
        act.change(other, first="", second="", released=None, released_at=None)
        _key_path(other).unlink(missing_ok=True)


def _share(request: RecoveryRequest, *, first: str, second: str) -> RecoveryShare:
    """The share of the present split for this pair; one of before that was put back is as absent."""
    generation = Principal.objects.get(id=request.recovery).verified().generation
    row = RecoveryShare.objects.filter(
        recovery=request.recovery, first=first, second=second, generation=generation
    ).first()
    if row is None or first == second:
        raise Refused
    share: RecoveryShare = row.verified()
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


def _scope(request: RecoveryRequest) -> bytes:
    """Binds the request's id, receiver, named parts and time, and the places it names."""
    asked = int(request.asked_at.timestamp() * 1_000_000)
    places = [request.trustees] if request.trustees else []
    return encode(
        server_keys().instance, "recovery request", request.id, request.receiver, request.parts, asked, *places
    )
