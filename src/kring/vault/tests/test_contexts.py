"""What every blob is bound to: change any one piece and the context is another, so the blob does not open."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.vault import gate, letterbox, outbox, recovery, server_keys, slots, splitting
from kring.vault.acts import acting
from kring.vault.models import (
    Envelope,
    Extract,
    FactPack,
    Grant,
    Letter,
    Lock,
    OutboxRow,
    Principal,
    RecoveryRequest,
    RecoveryShare,
    Slot,
)
from kring.vault.primitives import new_id, open_kept, open_sealed
from kring.vault.refusals import Refused
from kring.vault.rows import GUARDED, MacedModel
from kring.vault.server_keys import ServerKeys
from kring.vault.tests.conftest import Words, World

NOW = timezone.now()
Pieces = Mapping[str, tuple[Any, Any]]


def record(**piece: Any) -> bytes:
    return piece["table"].context(piece["row"], piece["lock"], piece["version"], piece["revision"], piece["schema"])  # type: ignore[no-any-return]  # by keyword


def letter(**piece: Any) -> bytes:
    row = Letter(id=piece["row"], author=piece["author"], kind=piece["kind"], about=piece["about"])
    return letterbox._context(row, piece["box"], piece["schema"])


def slot(**piece: Any) -> bytes:
    return slots._context(Slot(id=piece["row"], person_id=piece["person"], kind=piece["kind"]), piece["what"])


def share(**piece: Any) -> bytes:
    columns = {name: piece[name] for name in ("recovery", "generation", "first", "second")}
    return splitting.share_context(RecoveryShare(**columns), piece["what"])


def scope(**piece: Any) -> bytes:
    return recovery._scope(RecoveryRequest(**piece))


class Other:
    """Another schema."""


BOUND: dict[str, tuple[Callable[..., bytes], Pieces]] = {
    "record": (
        record,
        {
            "table": (Extract, FactPack),
            "row": ("r", "s"),
            "lock": ("l", "m"),
            "version": (1, 2),
            "revision": (1, 2),
            "schema": ("Words", "Other"),
        },
    ),
    "envelope": (
        gate.envelope_context,
        {
            "envelope": ("e", "f"),
            "bundle": ("b", "c"),
            "holder": ("h", "i"),
            "kind": ("work", "glass"),
            "expires": (NOW, NOW + timedelta(days=1)),
        },
    ),
    "grant": (gate.grant_context, {"envelope": ("e", "f"), "lock": ("l", "m"), "version": (1, 2)}),
    "principal": (gate.principal_context, {"principal": ("p", "q")}),
    "letterbox": (letterbox._half, {"box": ("b", "c"), "lock": ("l", "m")}),
    "letter": (
        letter,
        {
            "row": ("r", "s"),
            "box": ("b", "c"),
            "author": ("", "a"),
            "kind": ("word", "reply"),
            "about": ("a", "b"),
            "schema": (Words, Other),
        },
    ),
    "slot": (
        slot,
        {"row": ("r", "s"), "person": ("p", "q"), "kind": ("password", "link"), "what": ("private", "person")},
    ),
    "share": (
        share,
        {
            "recovery": ("r", "s"),
            "generation": (1, 2),
            "first": ("a", "b"),
            "second": ("c", "d"),
            "what": ("shell", "core"),
        },
    ),
    "scope": (
        scope,
        {
            "id": ("r", "s"),
            "receiver": ("a", "b"),
            "parts": ("a/notes", "a/notes b/notes"),
            "asked_at": (NOW, NOW - timedelta(hours=25)),
            "trustees": ("", "a b c"),
        },
    ),
    "outbox": (lambda row: outbox._context(OutboxRow(id=row)), {"row": ("r", "s")}),
}


@pytest.mark.parametrize("name", BOUND)
def test_every_piece_counts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, pieces = BOUND[name]
    usual = {piece: values[0] for piece, values in pieces.items()}
    seen = {make(**usual)}
    for piece, (_, other) in pieces.items():
        seen.add(make(**(usual | {piece: other})))
    ours = server_keys.server_keys()
    monkeypatch.setattr(server_keys, "_cached", lambda path: ServerKeys("another instance", ours.masters))
    seen.add(make(**usual))
    assert len(seen) == len(pieces) + 2


def test_the_mac_of_a_row_is_of_its_table_instance_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [model for model in GUARDED if issubclass(model, MacedModel) and not model._meta.abstract]
    values = [new_id(), 1, None, b"x"] + [""] * 40

    def stamped() -> set[bytes]:
        """Every table with the same values, as far as its columns go."""
        return {model.row_mac(values[: len(model.maced_columns())]) for model in tables}

    macs = stamped()
    assert len(macs) == len(tables)
    ours = server_keys.server_keys()
    for keys in (ServerKeys("another instance", ours.masters), ServerKeys(ours.instance, (bytes(32),))):
        monkeypatch.setattr(server_keys, "_cached", lambda path, keys=keys: keys)
        macs |= stamped()
    assert len(macs) == 3 * len(tables)


def test_the_key_file_can_rotate(monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    """MACs of before stay good under their number; one of a number that does not exist is not."""
    ours = server_keys.server_keys()
    row = Lock.objects.get(bundle=world.a)
    monkeypatch.setattr(server_keys, "_cached", lambda path: ServerKeys(ours.instance, (*ours.masters, b"new" * 11)))
    assert row.verified().mac[0] == 0
    with acting("test.change", by="system") as act:
        act.change(row, generation=2)
    assert Lock.objects.get(bundle=world.a).verified().mac[0] == 1
    monkeypatch.undo()
    with pytest.raises(Refused):
        Lock.objects.get(bundle=world.a).verified()


def test_no_row_without_a_mac_is_genuine() -> None:
    for model in (Principal, Lock, Envelope, Grant):
        assert not model.genuine([1], b"")
        assert not model.genuine([1], b"\xff" + bytes(32))


def test_a_record_opens_as_what_it_is_and_nothing_else(world: World) -> None:
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    row = world.row(world.a)
    held = keys.part(world.a, "notes")
    context = row.context(row.id, row.lock, row.lock_version, row.revision, "Words")
    assert open_sealed(held.newest, bytes(row.blob), context)
    for other in ("Identity", "words", ""):
        with pytest.raises(Refused):
            open_sealed(
                held.newest, bytes(row.blob), row.context(row.id, row.lock, row.lock_version, row.revision, other)
            )


@pytest.mark.django_db
def test_a_mail_of_the_outbox_opens_in_its_own_row_only() -> None:
    other = OutboxRow()
    with acting("test.mail", by="") as act:
        row = outbox.post(act, to="noor@example.org", template="asked")
    key = server_keys.server_keys().of("outbox", 0)
    assert open_kept(key, bytes(row.sealed), outbox._context(row))
    with pytest.raises(Refused):
        open_kept(key, bytes(row.sealed), outbox._context(other))
