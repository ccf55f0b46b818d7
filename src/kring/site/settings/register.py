"""Which register this process is. A data folder says it of itself, so no switch can start one on the other's data.

A folder without a mark holds casework, with its figures and the rights of its clients. A register of another law runs
from the same code with its own folder, database, key file and journal, and has no app of casework in it (docs/decisions
0107). The mark is written by `./kring register enable`, which needs no Django: `bootstrap/registers.py` knows its name.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from kring.site.settings.place import KRING_DATA

CASEWORK = "support"
APPS_OF: dict[str, tuple[str, ...]] = {
    CASEWORK: ("kring.support", "kring.concerns", "kring.exchange", "kring.pot", "kring.reporting", "kring.privacy"),
    "mediation": ("kring.mediation",),
    "sanctions": ("kring.sanctions",),
}
"""register -> the apps that are its own. Vault, team and site are in each, with tables of their own in each."""
MARK, OFF = "register", "register.off"
"""Names in the data folder: which register it holds, and that it is switched off."""


def register_of(folder: Path) -> str:
    """The register whose data lie in this folder. Raises ImproperlyConfigured when the mark names none we know."""
    mark = folder / MARK
    name = mark.read_text(encoding="utf-8").strip() if mark.exists() else CASEWORK
    if name not in APPS_OF:
        raise ImproperlyConfigured(f"{mark} names no register of this Kring.")
    return name


KRING_REGISTER = register_of(KRING_DATA)
KRING_REGISTER_OFF = (KRING_DATA / OFF).exists()
KRING_COOKIE = "kring" if KRING_REGISTER == CASEWORK else f"kring-{KRING_REGISTER}"
"""How cookies begin: a browser sends those of one host to every port of it, and two registers may share a host."""
