"""Which referral a mail of ours was about: the id of the mail itself says so, sealed under the server key file.

A subject proves nothing and can be the same for two referrals, so it is never asked. Nothing is stored: whoever answers
sends the id back in In-Reply-To or References, and a mail server that returns a mail sends it inside. Nobody else can
make such an id, read which referral it names, or see that two of them name the same.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from kring.vault.primitives import encode, is_id, keep, open_kept
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

_SEALED: Final = 68
"""Characters of a sealed id: format, nonce, 22 characters, tag."""
_OURS = re.compile(rf"kring\.([\w-]{{{_SEALED}}})@", re.ASCII)
_MOST: Final = 50


def message_id(referral: str, *, domain: str) -> str:
    """A fresh id, brackets included, for a mail about this referral."""
    sealed = keep(server_keys().of("message id", 0), referral.encode("ascii"), _context())
    return f"<kring.{urlsafe_b64encode(sealed).decode()}@{domain}>"


def referral_of(*texts: str) -> str:
    """The referral of the first id of ours in these texts; "" when there is none, or it was tampered with."""
    found = [match[1] for text in texts for match in _OURS.finditer(text)]
    return next((referral for sealed in found[:_MOST] if (referral := _opened(sealed))), "")


def _opened(sealed: str) -> str:
    try:
        blob = urlsafe_b64decode(sealed)
        referral = open_kept(server_keys().of("message id", 0), blob, _context()).decode("ascii")
    except (Refused, ValueError):
        return ""
    return referral if is_id(referral) else ""


def _context() -> bytes:
    return encode(server_keys().instance, "message id")
