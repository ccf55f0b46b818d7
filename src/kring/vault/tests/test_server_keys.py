"""The key file is for its owner alone, made once and never written over, and no two instances share a secret."""

import base64
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from kring.vault import server_keys


def test_it_is_made_for_its_owner_alone_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "server.key"
    made = server_keys.create(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_bytes()
    with pytest.raises(FileExistsError):
        server_keys.create(file)
    assert file.read_bytes() == kept
    assert [path.name for path in tmp_path.iterdir()] == ["server.key"], "nothing of it is left beside it"
    assert made.of("pepper") == server_keys.read(file).of("pepper") != made.of("rows")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_one_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "server.key"
    server_keys.create(file)
    file.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        server_keys.read(file)


def test_each_instance_has_a_secret_of_its_own(tmp_path: Path) -> None:
    one, other = (server_keys.create(tmp_path / name / "server.key") for name in ("one", "other"))
    assert one.instance != other.instance
    assert not set(one.masters) & set(other.masters)
    assert one.signer() != other.signer()


def test_none_is_made_where_there_was_one(tmp_path: Path, settings: Any) -> None:
    """A new one would open nothing, and hide that the old one is missing."""
    settings.KRING_DATA = tmp_path
    first = server_keys.server_keys()
    (tmp_path / "server.key").rename(tmp_path / "safe.key")
    server_keys.forget()
    with pytest.raises(server_keys.KeyFileGone, match="is gone"):
        server_keys.server_keys()
    assert not (tmp_path / "server.key").exists()
    server_keys.create(tmp_path / "server.key")
    with pytest.raises(server_keys.KeyFileGone, match="is not the key file"):
        server_keys.server_keys()
    (tmp_path / "safe.key").replace(tmp_path / "server.key")
    assert server_keys.server_keys().instance == first.instance


def test_a_copy_of_before_a_rotation_is_not_taken_for_it(tmp_path: Path, settings: Any) -> None:
    settings.KRING_DATA = tmp_path
    server_keys.server_keys()
    before = (tmp_path / "server.key").read_text()
    body = json.loads(before)
    body["masters"] += body["masters"]
    (tmp_path / "server.key").write_text(json.dumps(body))
    server_keys.forget()
    assert server_keys.server_keys().current == 1
    (tmp_path / "server.key").write_text(before)
    server_keys.forget()
    with pytest.raises(server_keys.KeyFileGone):
        server_keys.server_keys()


def test_what_is_remembered_of_it_is_no_secret(tmp_path: Path, settings: Any) -> None:
    settings.KRING_DATA = tmp_path
    keys = server_keys.server_keys()
    known = (tmp_path / server_keys.REMEMBERED).read_text()
    for master in keys.masters:
        assert base64.b64encode(master).decode() not in known
        assert master.hex() not in known
