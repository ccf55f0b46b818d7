"""The key file is for its owner alone, made once and never written over, and no two instances share a secret."""

import stat
from pathlib import Path

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
