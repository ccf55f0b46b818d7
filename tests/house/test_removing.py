"""Removing rows has two verbs: `erase` is for ever, `remove` is undone when a back-up is put back.

So each place that removes says here why that is right (docs/decisions/0037). Whatever held words of somebody is erased.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import modules, parsed

LISTED = "the ledger lists the lock or the way in itself"
MAY_COME_BACK = {
    "vault/slots.py remove_slot": LISTED,
    "vault/sharing.py withdraw": LISTED,
    "vault/sharing.py shred_locks": LISTED,
    "vault/sharing.py _drop_empty": "an envelope without a key in it",
    "vault/replay.py _withdraw": "replays what the ledger lists",
    "vault/replay.py end_sessions": "no session outlives a restore",
    "vault/sessions.py end": "no session outlives a restore",
    "vault/sessions.py end_all_in": "no session outlives a restore",
    "vault/release.py _fold_some": "folded facts are facts again in the back-up, and folded again",
    "vault/splitting.py retire": "the recovery key of before is disabled, which is listed",
    "vault/splitting.py clear_retired": "given to a key that is disabled, which is listed",
    "vault/splitting.py rotate": "shares of the recovery pair of that day",
    "vault/renewal.py begin_anew": "given to a key that no way in opens: those are listed",
    "vault/renewal.py _forget_ways_in": LISTED,
    "vault/code_app.py forget_app": "that a code is asked stands in the way in, which is listed",
    "team/enrolment/accepting.py accept": "what it was used for is undone as well",
    "team/enrolment/admitting.py _belong": "a wish that was fulfilled is a wish again",
    "team/managing/actions.py _end_secrecy": "a mistake of that day is made right again",
    "team/leaving/actions.py leave": "who left stays disabled, which is listed; a wish alone gives no key",
    "team/leaving/actions.py _end": "who left stays disabled, which is listed",
    "support/followup/handing_over.py hand_over": "the dossier has its holder and co-workers of that day again",
    "support/followup/away/actions.py end": "somebody is said to be away again, without a word why",
    "support/followup/handover/moving.py _end_along": "the dossier has its holder and co-workers of that day again",
    "team/while_locked/actions.py sent_on": "where it went is lost with the back-up's day, so it is kept here",
    "team/drafts/actions.py accepted": "what its form did is lost with the back-up's day, so the words are kept here",
    "reporting/published/actions.py publish": "that an answer was replaced, as on the back-up's day",
    "site/post.py _send": "a mail that went out goes out once more, and the restore says how many",
    "support/dossier/knock/tokens.py rewrite": "the token of the identity as it was",
    "support/clarification/actions.py plan_talk": "sealed under the lock of the referral",
    "support/clarification/actions.py propose": "sealed under the lock of the referral",
    "support/clarification/links.py end_links": "its lock and its way in are listed; the row is clear",
    "support/clarification/links.py _destroy": "sealed under a lock that is listed",
    "support/consultation/guest_link.py _shred": "sealed under a lock that is listed",
    "support/intake/moments/actions.py withdraw": "an hour that nobody asked for",
    "support/intake/moments/actions.py release": "an hour that is over",
}


def removals(module: ast.Module) -> Iterator[str]:
    """Names of the functions in which an act removes rows."""
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="act"), attr="remove")):
                        yield function.name


def places() -> set[str]:
    found = [path for path in modules("src") if not {"tests", "migrations"} & set(path.parts)]
    return {f"{path.relative_to('src/kring')} {name}" for path in found for name in removals(parsed(path))}


def test_every_removal_says_why_a_back_up_may_bring_it_back() -> None:
    assert sorted(places() - MAY_COME_BACK.keys()) == []
    assert sorted(MAY_COME_BACK.keys() - places()) == []


def test_it_would_notice() -> None:
    module = ast.parse("def tidy(act, rows):\n    act.remove(rows)\n    act.erase(rows)")
    assert list(removals(module)) == ["tidy"]
    assert Path("src/kring/vault/sharing.py") in modules("src")
