"""Putting a back-up back: check everything, stand still, put back, replay the ledger, sign everybody out, check again.

Nothing is put back before every file, the key and the ledger were found good; nothing is served before the ledger was
replayed. What the roll-back gave up is said in the journal, where the privacy officer's own checkpoints meet it.
"""

import logging
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from kring.site.backup.making import CHECKPOINTS, ENGINES, LEDGER
from kring.site.backup.manifest import Manifest, Unfit, check_files, check_mac, copy_file
from kring.site.backup.standstill import Standstill, standing_still
from kring.vault import checkpoints, keycheck, ledger, replay, server_keys
from kring.vault.acts import Act, acting
from kring.vault.journal import Verb
from kring.vault.kdf import runtime_folder
from kring.vault.ledger import What
from kring.vault.models import OutboxRow
from kring.vault.refusals import VaultError
from kring.vault.sweeping import sweep

log = logging.getLogger("kring.restore")
GIVEN_UP = "given-up"
"""Folder below the checkpoints for those of the part of the journal that a restore gave up."""


@dataclass
class Restored:
    """What was put back and what that meant. `given_up`: entries the last known checkpoint had and the journal lost."""

    manifest: Manifest
    replayed: Counter[What] = field(default_factory=Counter)
    sessions: int = 0
    closed: int = 0
    given_up: int = 0
    outbox: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    journal: list[str] = field(default_factory=list)
    sweep: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to put back: a back-up, its key file (None: the one that is here), a ledger newer than the back-up's own.

    checkpoint: the privacy officer's newest one, which says how long the ledger must be and what is given up.
    """

    folder: Path
    keys: Path | None = None
    ledger: Path | None = None
    checkpoint: Path | None = None
    over: bool = False
    without_ledger: bool = False


def restore(wanted: Wanted) -> Restored:
    """Put it back. Raises `Unfit` or `StillRunning` before anything was changed."""
    manifest, body = Manifest.read(wanted.folder)
    _check_fits(manifest)
    engine = ENGINES[connection.vendor]
    living = engine.living()
    if living and not wanted.over:
        raise Unfit(
            "A living installation is here. Back it up first; then ask with --over to put this one in its place."
        )
    check_files(wanted.folder, manifest)
    here = server_keys.key_file()
    with standing_still() as standstill:
        brought = not here.exists()
        try:
            _bring_keys(wanted, body, living=living)
            if living:
                _last_word()
            if wanted.checkpoint and not checkpoints.take_in(wanted.checkpoint):
                raise Unfit(f"{wanted.checkpoint} is no checkpoint of this installation.")
            _bring_ledger(wanted, manifest)
            return _put_back(wanted.folder, manifest, standstill)
        except BaseException:
            if brought and not standstill.begun:
                here.unlink(missing_ok=True)
                server_keys.forget_known(here.parent)
            raise


def _last_word() -> None:
    """What the installation that is given up still has to say: ledger and checkpoint, as far as it can be read."""
    try:
        checkpoints.make_checkpoint()
    except (DatabaseError, VaultError) as problem:
        log.warning("restore: no last checkpoint (%s)", type(problem).__name__)
    connection.close()


def _put_back(folder: Path, manifest: Manifest, standstill: Standstill) -> Restored:
    restored, engine = Restored(manifest), ENGINES[connection.vendor]
    with engine.put_back(folder / manifest.database, standstill):
        call_command("migrate", verbosity=0)
        given_up = _part_checkpoints(folder, manifest.journal[0])
        with acting("backup.restore", by="system", verb=Verb.RESTORED) as act:
            restored.sessions = replay.end_sessions(act)
            restored.replayed = replay.replay(act, ledger.read())
            restored.closed = _tidy_casework(act) if apps.is_installed("kring.support") else 0
            life = ledger.read().lives + 1
            said = {"life": life, "made_at": manifest.made_at, "kept": manifest.journal, "given_up": given_up}
            act.said["restored"] = said
        _forget_runtime()
        ledger.begin_again_at(manifest.journal[0])
        checkpoints.make_checkpoint()
        restored.given_up = max(0, given_up[0] - manifest.journal[0]) if given_up else 0
        restored.outbox = OutboxRow.objects.count()
        restored.keys = keycheck.keycheck()
        restored.journal, restored.sweep = checkpoints.verify(), len(sweep())
    return restored


def _tidy_casework(act: Act) -> int:
    """Files of attachments without a row go, and referrals of which nothing is left are closed; how many of these."""
    from kring.support.contacts.attachments.actions import drop_orphans
    from kring.support.intake.actions import close_emptied

    closed = close_emptied(act)
    drop_orphans()
    return closed


def _check_fits(manifest: Manifest) -> None:
    if manifest.engine != connection.vendor:
        raise Unfit(f"This back-up is of {manifest.engine}; this installation keeps its data in {connection.vendor}.")
    if manifest.register != settings.KRING_REGISTER:
        raise Unfit(
            f"This back-up is of the register {manifest.register}; this folder holds {settings.KRING_REGISTER}."
        )
    known = {".".join(each) for each in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    if set(manifest.migrations) - known:
        raise Unfit("This back-up was made by a newer Kring: put it back with that one.")


def _bring_keys(wanted: Wanted, body: dict[str, object], *, living: bool) -> None:
    """The key file in its place. One that protects something is never replaced."""
    here = server_keys.key_file()
    if here.exists() and server_keys.read(here).instance != body["instance"]:
        if living:
            raise Unfit("The installation that is here is another one: put this back in an empty folder.")
        here.rename(here.with_name(f"server.key.of-nothing-{server_keys.read(here).instance}"))
        server_keys.forget_known(here.parent)
    if not here.exists():
        if wanted.keys is None:
            raise Unfit("The key file is not here: name the place where it was kept with --keys.")
        check_mac(body, server_keys.read(wanted.keys))
        copy_file(wanted.keys, here)
    server_keys.forget()
    check_mac(body, server_keys.server_keys())


def _bring_ledger(wanted: Wanted, manifest: Manifest) -> None:
    """The longest ledger at hand in its place; all must tell the same story. Raises `Unfit`, `BrokenLedger`."""
    own = wanted.folder / LEDGER
    newer = [path for path in (ledger.file(), wanted.ledger) if path and path.exists()]
    if wanted.ledger and not wanted.ledger.exists():
        raise Unfit(f"{wanted.ledger} is not there.")
    if not newer and not wanted.without_ledger:
        raise Unfit(
            "The only ledger at hand is the one of the back-up itself: what was destroyed after it would come back."
            " Name a newer copy with --ledger, or say --without-ledger when there is none."
        )
    read = {path: ledger.read(path) for path in [*newer, own] if path.exists()}
    longest = max(read, key=lambda path: read[path].size, default=None)
    if longest is None:
        return
    marks = read[longest].marks
    if any(other.marks != marks[: other.size] for other in read.values()):
        raise Unfit("The ledgers at hand contradict each other: one of them was changed. Nothing was put back.")
    if read[longest].size < manifest.ledger:
        raise Unfit(
            "The ledger at hand is shorter than it was at the back-up: lines were cut off. Nothing was put back."
        )
    strange = checkpoints.unlike(read[longest])
    if strange and not wanted.without_ledger:
        raise Unfit(f"The ledger at hand is not the whole one: checkpoint {strange[-1]} vouches for more of it.")
    if longest != ledger.file():
        ledger.file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        ledger.file().unlink(missing_ok=True)
        copy_file(longest, ledger.file())


def _part_checkpoints(folder: Path, size: int) -> tuple[int, str] | None:
    """Set aside the checkpoints of what is given up, bring those of the back-up; the last one given up, or None."""
    aside = checkpoints.folder() / GIVEN_UP
    last: tuple[int, str] | None = None
    for path, checkpoint in checkpoints.kept():
        if checkpoint is not None and checkpoint.size > size:
            last = (checkpoint.size, checkpoint.root.hex())
            aside.mkdir(mode=0o700, exist_ok=True)
            path.replace(aside / f"{path.stem}-{checkpoint.root.hex()[:8]}{path.suffix}")
    for path in (folder / CHECKPOINTS).glob("*.note"):
        if not (checkpoints.folder() / path.name).exists():
            shutil.copyfile(path, checkpoints.folder() / path.name)
    return last


def _forget_runtime() -> None:
    """No cookie of before opens a session, no recovery that was under way goes on."""
    for pattern in ("epoch-*", "recovery-*"):
        for path in runtime_folder().glob(pattern):
            path.unlink()
