"""Fixtures for every test of the product: the town, cheap stretching, a journal boot of its own."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, settings

from kring.team.law import switch
from kring.team.protocols import queries as protocols
from kring.team.testing import Town, found_town
from kring.vault import journal, ledger

settings.register_profile("kring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kring")  # how long an example takes says how busy the machine is, nothing of the law it tries


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    """Cheap stretching, and a journal boot of its own: tests roll back entries behind the journal's back.

    What a process remembers of the law is that nothing was confirmed, so that no page asks for it.
    """
    journal._boot.reset()
    switch.remember(None)
    protocols.forget()
    ledger.file().unlink(missing_ok=True)
    with override_settings(KRING_STRETCH=(1, 1024)):
        yield


@pytest.fixture
def town(db: None) -> Town:
    """The town of the tests, with its people, circles, offices and trustees."""
    return found_town()
