"""What an attacker with write access to the database can do: go round the guard, read, put back, edit."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from kring.vault import gate
from kring.vault.refusals import Refused
from kring.vault.rows import MacedModel
from kring.vault.slots import Opened
from kring.vault.tests.conftest import Words, World


def raw(model: type[models.Model]) -> models.QuerySet[Any]:
    """The table as the attacker has it: without the guard."""
    return models.QuerySet(model)


def opens(world: World, who: Opened, bundle: str) -> bool:
    try:
        keys = gate.entering(who.session(), act="attack.read", of=[bundle], parts=["notes"])
        keys.open(world.row(bundle), Words)
    except Refused:
        return False
    return True


def refused(action: Callable[[], Any]) -> bool:
    try:
        action()
    except Refused:
        return True
    return False


def put_back(rows: Sequence[MacedModel]) -> None:
    raw(type(rows[0])).bulk_create(rows)


def other_value(value: Any) -> Any:
    """A plausible different value of the same kind."""
    if value is None:
        return timezone.now()
    if isinstance(value, (bytes, memoryview)):
        return bytes([bytes(value)[0] ^ 1]) + bytes(value)[1:] if len(value) else b"x"
    if isinstance(value, datetime):
        return value + timedelta(days=365)
    if isinstance(value, int):
        return value + 1000
    return value[:-1] + ("x" if value[-1:] != "x" else "y")
