"""A record under a key that nobody was given: it lies in other records, and whoever opens one of those opens it.

For content that is written once and belongs to several bundles. It is gone for good when the last record that holds its
key is.
"""

from kring.vault.acts import Act
from kring.vault.codec import Content
from kring.vault.gate import Keys, PartKey
from kring.vault.models import Lock
from kring.vault.primitives import Key, new_key
from kring.vault.rows import SealedRow

ENCLOSED = "enclosed"
"""The part of the lock of such a record; its bundle is the record."""


def enclose[Row: SealedRow](act: Act, row: Row, content: Content) -> bytes:
    """Seal a fresh row under a lock without holders and add it; its key, to be sealed into other records."""
    key = new_key()
    lock = act.add(Lock(bundle=row.id, part=ENCLOSED))
    keys = _keys(act.actor, row.id, lock.id, key)
    keys.seal(row, content, bundle=row.id, part=ENCLOSED)
    act.add(row)
    return bytes(key)


def read[C: Content](actor: str, row: SealedRow, key: bytes, kind: type[C]) -> C:
    """The content of such a row, with the key that lay in another record. Raises `Refused`."""
    return _keys(actor, row.id, row.lock, Key(key)).open(row, kind)


def _keys(actor: str, bundle: str, lock: str, key: Key) -> Keys:
    return Keys(actor, {(bundle, ENCLOSED): PartKey(lock, 1, {1: key})})
