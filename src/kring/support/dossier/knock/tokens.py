"""Blind tokens: 24 bits of a keyed digest over the whole name and the birth date, never over one of them.

token = HMAC(server key, HMAC(registry key of the circle, composite)). A database alone, a server key file alone, a
member with a database but without the file: none of them can try names (security.md 4.11). So short that a match
proves nothing: it is a reason to ask. What does not live here: asking (asking.py), what a composite is (likeness).
"""

import base64
from collections.abc import Iterable, Mapping

from kring.support.access import REGISTRY
from kring.support.dossier.content import Identity
from kring.support.dossier.knock.content import Referent
from kring.support.dossier.likeness.verdict import composite, person
from kring.support.dossier.models import BlindToken, Dossier
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys

BYTES = 3


def whole(identity: Identity) -> tuple[str, ...] | None:
    """What a token is made of; None without a whole name and a birth date."""
    return composite(person(identity.name, identity.born_on))


def tokens_of(registry: Keys, circle: str, identity: Identity) -> dict[int, int]:
    """Version of the registry key -> token; empty without a whole name and a birth date."""
    message = whole(identity)
    if message is None or not registry.holds(circle, REGISTRY):
        return {}
    ours = server_keys().of("blind token", 0)
    versions = registry.part(circle, REGISTRY).versions
    return {
        number: int.from_bytes(mac(ours, mac(key, encode("knock", *message)))[:BYTES])
        for number, key in versions.items()
    }


def write(act: Act, registry: Keys, identities: Mapping[Dossier, Identity]) -> None:
    """Write the token of each dossier that opens; none without a whole name and birth date, or in another circle."""
    rows = []
    for dossier, identity in identities.items():
        if found := tokens_of(registry, dossier.circle, identity):
            token = found[registry.part(dossier.circle, REGISTRY).version]
            row = BlindToken(id=row_id(dossier.id), circle=dossier.circle, token=token)
            registry.seal(row, Referent(dossier.id, token), bundle=dossier.circle, part=REGISTRY)
            rows.append(row)
    act.add_all(rows)


def rewrite(act: Act, registry: Keys, dossier: Dossier, identity: Identity) -> None:
    """The token of a dossier whose identity changed."""
    act.remove(_of([dossier.id]))
    write(act, registry, {dossier: identity})


def forget(act: Act, dossiers: Iterable[str]) -> None:
    """Remove the tokens of dossiers for good: needs no key, so that whoever erases a dossier can."""
    act.erase(_of(dossiers))


def _of(dossiers: Iterable[str]) -> list[BlindToken]:
    return list(BlindToken.objects.filter(id__in=[row_id(dossier) for dossier in dossiers]))


def row_id(dossier: str) -> str:
    """The id of a dossier's token: found with the server key file, not with the database alone."""
    raw = mac(server_keys().of("blind token row", 0), dossier.encode())[:16]
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
