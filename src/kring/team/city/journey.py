"""There and back: the address that asks the city who somebody is, and what its answer comes to.

Source: OpenID Connect Core 1.0 (code flow), RFC 7636 (PKCE), RFC 9207 (who answers).
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from kring.team.city import actions, said, wire
from kring.team.city.errand import Errand, Outcome
from kring.team.city.provider import Provider, provider, way_back
from kring.vault import journal, throttle
from kring.vault.journal import Verb
from kring.vault.refusals import Refused

LONGEST = 4096
"""Signs in a code; real ones stay far below it."""


def address_for(errand: Errand, *, anew: bool = False) -> str:
    """Where to send the browser. anew: the city asks once more who it is. Raises `Refused` without a city, `Away`."""
    there = _provider()
    asked = {
        "response_type": "code",
        "client_id": there.client,
        "redirect_uri": way_back(),
        "scope": "openid email profile" if errand.binds else "openid",
        "state": errand.state,
        "nonce": errand.nonce,
        "code_challenge": errand.challenge,
        "code_challenge_method": "S256",
    } | ({"prompt": "login"} if anew else {})
    address = wire.endpoints(there).authorization
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


def outcome_of(errand: Errand, answer: Mapping[str, str]) -> Outcome:
    """Who came back from this errand. Raises `Refused` for every way in which that is not shown, `Away`."""
    there = _provider()
    _check_who_answers(there, answer)
    code = answer.get("code", "")
    if not 0 < len(code) <= LONGEST:
        raise Refused  # the city refused, or somebody thought better of it: `error` stands there
    token = wire.token_for(there, code, way_back=way_back(), verifier=errand.verifier)
    came = said.who_came(there, token, nonce=errand.nonce)
    if errand.binds:
        return Outcome(binds=errand.binds, account=came.account, shown=came.shown)
    person = actions.known(came.account)
    journal.record(verb=Verb.KNOWN, act="team.city_known", actor=person, on=[person])
    return Outcome(person, errand.place)


def count_refusal() -> None:
    """Of somebody who is nobody here: counted a minute, as at every door (security.md 4.17)."""
    throttle.count("refused", "anonymous")


def _provider() -> Provider:
    there = provider()
    if there is None:
        raise Refused
    return there


def _check_who_answers(there: Provider, answer: Mapping[str, str]) -> None:
    """An answer that says it is another's, or that does not say whose it is though it always does, is none."""
    issuer = answer.get("iss")
    if issuer is None and not wire.endpoints(there).names_itself:
        return
    if issuer != there.issuer:
        raise Refused
