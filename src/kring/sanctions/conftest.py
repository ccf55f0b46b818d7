"""Tests of this register run in a process of it (KRING_TEST_REGISTER=sanctions), as the register itself does."""

import pytest
from django.conf import settings

HERE = settings.KRING_REGISTER == "sanctions"
collect_ignore_glob = [] if HERE else ["*/tests/*", "tests/*"]

if HERE:
    from kring.sanctions.testing import Bench, found_bench

    @pytest.fixture
    def bench(db: None) -> Bench:
        """The officers, the mediators, who stands beside them, and a file of a minor."""
        return found_bench()
