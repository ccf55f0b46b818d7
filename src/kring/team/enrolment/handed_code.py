"""The code somebody who waits hands over to the colleague in front of him: eight signs, ten minutes, once.

Nothing is stored. It follows from the server key, the person's present key and what was given to him so far: a code
that was used, or of a key that is gone, fits no more.
"""

from datetime import timedelta

from django.utils import timezone

from kring.team.models import Admission, Colleague
from kring.vault.models import Principal
from kring.vault.primitives import encode, mac, same
from kring.vault.server_keys import server_keys

LIFE = timedelta(minutes=10)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: I, L, O and U are left out."""
_HALF, _LOOKALIKES = 4, str.maketrans("OIL", "011")


def code_for(colleague: Colleague, person: Principal) -> str:
    """The code of this moment, like M82R-7VTC."""
    return _code(colleague, person, _window())


def code_fits(colleague: Colleague, person: Principal, typed: str) -> bool:
    """Whether this was the code now or in the ten minutes before."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LOOKALIKES)
    fitting = (_code(colleague, person, _window() - back).replace("-", "") for back in (0, 1))
    return any(same(plain.encode(), each.encode()) for each in fitting)


def _code(colleague: Colleague, person: Principal, window: int) -> str:
    given = Admission.objects.filter(colleague=colleague).count()
    bound = encode(person.id, person.generation, bytes(person.public_key), given, window)
    number = int.from_bytes(mac(server_keys().of("handed code"), bound)[:8], "big")
    signs = "".join(ALPHABET[number >> place * 5 & 31] for place in range(2 * _HALF))
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def _window() -> int:
    return int(timezone.now().timestamp() // LIFE.total_seconds())
