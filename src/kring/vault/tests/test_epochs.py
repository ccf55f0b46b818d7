"""Epoch secrets: that one is missing is not remembered, or a restored house would refuse everybody for a minute."""

from pathlib import Path
from typing import Any

from kring.vault.epochs import current_epoch, epoch_secret


def test_a_secret_that_was_missing_is_there_once_it_is_made(tmp_path: Path, settings: Any) -> None:
    settings.KRING_DATA = tmp_path
    name = current_epoch()
    (tmp_path / "runtime" / name).unlink()
    assert epoch_secret(name) is None
    assert current_epoch() == name
    assert epoch_secret(name) is not None


def test_a_name_that_is_no_epoch_reads_no_file(tmp_path: Path, settings: Any) -> None:
    settings.KRING_DATA = tmp_path
    for name in ("", "epoch-", "epoch-../../server.key", "server.key"):
        assert epoch_secret(name) is None
