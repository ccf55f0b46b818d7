"""Signing in at the command line as a member of the statistics office: the same slot, gate and journal as the pages.

A demo folder holds `personas.json` with invented people and signs in by itself; elsewhere the password is asked for,
never taken from an argument or the environment (security.md 4.23).
"""

import json
import stat
from getpass import getpass
from pathlib import Path

from kring.team import clock, queries
from kring.vault import slots
from kring.vault.gate import Session


class NobodyToSignIn(Exception):
    """There is no usable statistics officer; the sentence may be shown."""


def statistics_session() -> Session:
    """A session of a member of the statistics office. Raises `Refused`, `NobodyToSignIn`."""
    personas = clock.personas_path()
    sign_in, password = _from_demo(personas) if personas.exists() else _asked()
    colleague = queries.colleague_by_sign_in(sign_in)
    return slots.open_password(colleague.principal if colleague else None, password).session()


def _from_demo(personas: Path) -> tuple[str, str]:
    if not clock.is_demo():
        raise NobodyToSignIn("personas.json lies beside a Kring that is no demo: move it away first.")
    if personas.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NobodyToSignIn("personas.json may be read by others: chmod 600 it first.")
    members = {one.sign_in for one in queries.members_of(queries.office("statistics").principal)}
    for persona in json.loads(personas.read_text(encoding="utf-8")):
        sign_in = str(persona.get("sign_in") or persona.get("sign-in", ""))
        if sign_in.lower() in members:
            return sign_in, persona["password"]
    raise NobodyToSignIn("No persona of this demo is in the statistics office.")


def _asked() -> tuple[str, str]:
    return input("Statistics officer, sign-in name: "), getpass("Password: ")
