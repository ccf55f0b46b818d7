"""Write down who it is, for the first time or anew, and what the dossier is called. For holder and deputy."""

from kring.support.dossier.actions import change_identity, rename
from kring.support.dossier.content import Identity
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.who.queries import PART, row_of
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused


class NothingWritten(Exception):
    """Nothing was filled in, and there was nothing to take away."""


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open what is needed, for holder and deputy. Raises `Refused`."""
    opened = opening(session, dossier, act=act, parts=[PART])
    _check_carries(opened.dossier, session.person)
    return opened


def write(
    session: Session,
    opened: Opened,
    identity: Identity,
    *,
    told_by_client: bool,
    renamed: tuple[str, str] | None = None,
    seen: int,
    once: str,
) -> None:
    """Keep it in place of what stood there; all of it empty takes that away. The same form twice writes once.

    renamed: what the dossier was called, and is to be called. seen: the revision that the form was written on, 0 when
    nothing stood there. Who carries it counts as it is now, not as it was when it opened: the task is the holder's.
    Raises `NothingWritten`, `Refused`, and `Conflict` when a colleague wrote meanwhile.
    """
    dossier, keys = opened.dossier, opened.keys
    registry = entered(session, dossier.circle, act="dossier.who")
    with acting("dossier.who", by=keys.actor, on=[dossier.id]) as act:
        key = f"who {once} {digest(repr((identity, told_by_client, renamed)).encode()).hex()}"
        if act.once(key, lock=dossier.id, outcome=dossier.id) is not None:
            return
        dossier = Dossier.objects.select_for_update(no_key=True).get(id=dossier.id).verified()
        _check_carries(dossier, session.person)
        row = row_of(opened)
        if (row.revision if row else 0) != seen:
            raise Conflict
        before = keys.open(row, Identity) if row else Identity()
        if identity == before == Identity() and not renamed:
            raise NothingWritten
        if renamed:
            rename(act, keys, dossier, *renamed, nickname=identity.nickname)
        if identity != before:
            change_identity(act, keys, dossier, identity, registry, told_by_client=told_by_client)


def _check_carries(dossier: Dossier, person: str) -> None:
    if person not in (dossier.holder, dossier.deputy):
        raise Refused
