"""The code of an application, and how an applicant is recognised a second time: both under the server key."""

from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys
from kring.vault.written import grouped, plain, written

_PARTS = 4


def new_code(submission: str) -> str:
    """The code of a submission, like M82R-7VTC-2XKD-9HQ4: sent twice it is the same."""
    return written(mac(server_keys().of("pot code", 0), encode(submission)), _PARTS)


def code_hash(code: str) -> str:
    """What is stored of a code."""
    return mac(server_keys().of("pot code hash", 0), encode(grouped(plain(code)))).hex()


def applicant_of(iban: str) -> str:
    """The same for the same account, and nothing can be read from it."""
    return mac(server_keys().of("pot applicant", 0), encode(iban)).hex()
