"""Making a back-up: a folder that is whole or not there, and the key file somewhere else."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

import kring
from kring.site.backup import manifest, postgresql, sqlite
from kring.site.backup.manifest import Manifest, Unfit, copy_file, fingerprint, settle
from kring.vault import checkpoints, journal, ledger, server_keys
from kring.vault.journal import Verb
from kring.vault.merkle import Frontier

LIFE = timedelta(days=30)
"""No back-up lives longer (security.md 4.14): what was erased is then gone everywhere."""
ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}
LEDGER, CHECKPOINTS = ledger.NAME, "checkpoints"


@dataclass(frozen=True, slots=True)
class Made:
    """A back-up that was made, where its key lies (None: not asked), and the old ones that were destroyed."""

    folder: Path
    keys: Path | None
    destroyed: list[Path]


def back_up(to: Path, keys_to: Path | None) -> Made:
    """Back the installation up into a new folder below `to`, its key file into `keys_to`. Raises `Unfit`."""
    to, keys_to = to.absolute(), keys_to.absolute() if keys_to else None
    _check_apart(to, keys_to)
    keys = server_keys.server_keys()
    kept = _keep_keys(keys_to, keys.instance) if keys_to else None
    journal.record(verb=Verb.BACKED_UP, act="backup.make", actor="system")
    ledger.catch_up()
    now = datetime.now(UTC)
    with _whole(to, f"kring-{keys.instance}-{now:%Y%m%dT%H%M%S}Z") as folder:
        if ledger.file().exists():
            copy_file(ledger.file(), folder / LEDGER)
        engine = ENGINES[connection.vendor]
        frontier = engine.dump(folder / engine.NAME)
        _copy_checkpoints(folder / CHECKPOINTS, frontier)
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        Manifest(
            instance=keys.instance,
            made_at=now.isoformat(timespec="seconds"),
            version=kring.__version__,
            engine=connection.vendor,
            database=engine.NAME,
            migrations=sorted(".".join(each) for each in MigrationRecorder(connection).applied_migrations()),
            journal=(frontier.size, frontier.root().hex()),
            ledger=ledger.read(folder / LEDGER).size,
            register=settings.KRING_REGISTER,
            files={name: fingerprint(folder / name) for name in names},
        ).write(folder, keys)
    made = to / f"kring-{keys.instance}-{now:%Y%m%dT%H%M%S}Z"
    return Made(made, kept, list(_destroy_old(to, keys.instance, now)))


def _check_apart(to: Path, keys_to: Path | None) -> None:
    data = Path(settings.KRING_DATA)
    if to.is_relative_to(data) or (keys_to and keys_to.is_relative_to(data)):
        raise Unfit("A back-up in the data folder is lost together with it: name a place on another disk.")
    if keys_to and (keys_to.is_relative_to(to) or to.is_relative_to(keys_to)):
        raise Unfit("The key file may not lie with the database: whoever takes that one back-up has both.")


def _keep_keys(to: Path, instance: str) -> Path:
    """The key file under the name of its instance; written again only when it has changed."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept, source = to / f"kring-{instance}.key", server_keys.key_file()
    if not kept.exists() or kept.read_bytes() != source.read_bytes():
        whole = to / f".kring-{instance}.key"
        whole.unlink(missing_ok=True)
        copy_file(source, whole)
        whole.replace(kept)
        settle(to)
    kept.chmod(0o600)
    return kept


@contextmanager
def _whole(to: Path, name: str) -> Iterator[Path]:
    """A folder that gets its name when all of it is on the disk, and that is gone when something fails."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = to / f".{name}"
    partial.mkdir(mode=0o700)
    try:
        yield partial
        settle(partial)
        partial.rename(to / name)
        settle(to)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _copy_checkpoints(to: Path, frontier: Frontier) -> None:
    """Those the copied journal can stand for."""
    to.mkdir(mode=0o700)
    for path, checkpoint in checkpoints.kept():
        if checkpoint is not None and checkpoint.size <= frontier.size:
            copy_file(path, to / path.name)


def _destroy_old(to: Path, instance: str, now: datetime) -> Iterator[Path]:
    for folder in sorted(to.glob(f"kring-{instance}-*Z")):
        try:
            old, _ = manifest.Manifest.read(folder)
        except Unfit:
            continue
        if datetime.fromisoformat(old.made_at) < now - LIFE:
            shutil.rmtree(folder)
            yield folder
