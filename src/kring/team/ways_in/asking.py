"""What a page needs to ask a device for a passkey; `static/kring/passkey.js` reads it. Nothing of it is secret."""

from dataclasses import dataclass

from kring.vault import passkeys
from kring.vault.challenges import new_challenge
from kring.vault.written import for_page


@dataclass(frozen=True, slots=True)
class Asked:
    """As text for the page: base64url without padding. known: ids of the passkeys that may answer, or any."""

    challenge: str
    salt: str
    site: str
    known: str = ""


def for_whoever_comes() -> Asked:
    """At the front door: nobody said yet who he is."""
    return _asked("sign-in")


def for_again(person: str) -> Asked:
    """Unlocking, or showing a way in once more: only that person's passkeys answer."""
    return _asked("again", person)


def for_a_new_one(person: str) -> Asked:
    """Making one: a device that has one already is not asked for another."""
    return _asked("enrol", person)


def _asked(purpose: str, person: str = "") -> Asked:
    known = " ".join(for_page(one) for one in passkeys.known_ids(person)) if person else ""
    return Asked(for_page(new_challenge(purpose, person)), for_page(passkeys.salt()), passkeys.site_name(), known)
