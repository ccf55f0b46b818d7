"""The letterbox: everything that is written without reading lands here, sealed to a public key.

One per circle, person and dossier. Whoever drops needs no key; whoever opens needs the part the letterbox lies under.
"""

from collections.abc import Collection, Iterable, Mapping

from django.utils import timezone

from kring.vault import codec, ties
from kring.vault.acts import Act
from kring.vault.codec import Content
from kring.vault.gate import Keys
from kring.vault.models import Letter, Letterbox
from kring.vault.primitives import (
    SUITE_DEVICE,
    Key,
    Private,
    encode,
    give,
    new_id,
    new_key,
    new_pair,
    open_sealed,
    seal,
)
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

_WRAPPED_DEVICE, _WRAPPED_HYBRID = 81, 1169


def found_letterbox(act: Act, keys: Keys, *, owner: str, bundle: str, part: str) -> Letterbox:
    """A letterbox for `owner` whose private halves lie under a part one can open."""
    held = keys.part(bundle, part)
    row = Letterbox(owner=owner, lock=held.lock, lock_version=held.version)
    hybrid, device = new_pair(), new_pair(SUITE_DEVICE)
    row.public_key, row.public_key_device = hybrid.public, device.public
    row.sealed_private = seal(held.newest, hybrid.private, _half(row.id, held.lock))
    row.sealed_private_device = seal(held.newest, device.private, _half(row.id, held.lock))
    return act.add(row)


def drop(
    act: Act, content: Content, *, owner: str, kind: str, about: str, author: str = "", names: Collection[str] = ()
) -> Letter:
    """Seal content into the letterbox of `owner` without being able to read what lies there.

    kind: what sort of letter, in one word. about: a public id it belongs to. author: principal or link, or "".
    names: ids that it belongs to and that nobody may see: it goes when one of them is erased as a whole.
    """
    [letter] = drop_all(act, {kind: content}, owner=owner, about=about, author=author, names=names)
    return letter


def drop_all(
    act: Act,
    contents: Mapping[str, Content],
    *,
    owner: str,
    about: str,
    author: str = "",
    names: Collection[str] = (),
) -> list[Letter]:
    """Several letters about the same, each under a key of its own: kind -> content."""
    box = Letterbox.objects.filter(owner=owner).first()
    if box is None:
        raise Refused
    box.verified()
    letters = [_sealed(box, content, kind, about, author) for kind, content in contents.items()]
    for letter in letters:
        letter.ties = ties.tied(letter.id, names)
    act.add_all(letters)
    return letters


def _sealed(box: Letterbox, content: Content, kind: str, about: str, author: str, known: str = "") -> Letter:
    letter = Letter(
        id=known or new_id(), letterbox=box, author=author, kind=kind, about=about, dropped_at=timezone.now()
    )
    context = _context(letter, box.id, content)
    key = new_key()
    letter.blob = give(bytes(box.public_key), key, context) + seal(key, codec.pack(content), context)
    return letter


def drop_anew(
    act: Act, letter: Letter, content: Content, *, kind: str, about: str, names: Collection[str] = ()
) -> None:
    """Seal other content in the place of a letter, without reading what was there. Raises `Conflict`, `Refused`."""
    anew = _sealed(letter.letterbox.verified(), content, kind, about, letter.author, letter.id)
    named = ties.tied(letter.id, names)
    act.change(letter, kind=anew.kind, about=anew.about, blob=anew.blob, dropped_at=anew.dropped_at, ties=named)


def read[C: Content](keys: Keys, letters: Iterable[Letter], kind: type[C], *, owner: str) -> list[C]:
    """The contents of letters in one letterbox, one private key for all. Raises `Refused`."""
    hybrid, box = _opened(keys, owner)
    return [_read(hybrid, letter, box, kind) for letter in map(Letter.verified, letters)]


def read_each[C: Content](
    keys: Keys, letters: Iterable[Letter], kind: type[C], *, owner: str, box: Letterbox | None = None
) -> list[C | None]:
    """The same, with None for a letter that does not open: one that was damaged does not hide the others.

    box: the letterbox of this owner, where it was read with the letters. Raises `Refused` where the letterbox itself
    does not open.
    """
    hybrid, opened = _opened(keys, owner, box)
    found: list[C | None] = []
    for letter in letters:
        try:
            found.append(_read(hybrid, letter.verified(), opened, kind))
        except Refused:
            found.append(None)
    return found


def _opened(keys: Keys, owner: str, box: Letterbox | None = None) -> tuple[Private, str]:
    """The private half of a letterbox, and its id."""
    box = box or Letterbox.objects.filter(owner=owner).first()
    if box is None or box.owner != owner:
        raise Refused
    box.verified()
    held = next((part for part in keys.all_parts.values() if part.lock == box.lock), None)
    if held is None or box.lock_version not in held.versions:
        raise Refused
    half = _half(box.id, box.lock)
    under = held.versions[box.lock_version]
    return Private(open_sealed(under, bytes(box.sealed_private), half)), box.id


def _read[C: Content](private: Private, letter: Letter, box: str, kind: type[C]) -> C:
    context, blob = _context(letter, box, kind), bytes(letter.blob)
    if letter.letterbox_id != box:
        raise Refused
    size = _WRAPPED_DEVICE if blob[0] == SUITE_DEVICE else _WRAPPED_HYBRID
    key = private.take(blob[:size], context)
    return codec.unpack(kind, open_sealed(Key(key), blob[size:], context))


def _half(box: str, lock: str) -> bytes:
    return encode(server_keys().instance, "letterbox", box, lock)


def _context(letter: Letter, box: str, content: Content | type[Content]) -> bytes:
    schema = content.__name__ if isinstance(content, type) else type(content).__name__
    return encode(server_keys().instance, "letter", letter.id, box, letter.author, letter.kind, letter.about, schema)
