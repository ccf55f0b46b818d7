"""Tests of mediation run in a process of mediation (KRING_TEST_REGISTER=mediation), as the register itself does."""

import pytest
from django.conf import settings

HERE = settings.KRING_REGISTER == "mediation"
collect_ignore_glob = [] if HERE else ["*/tests/*", "tests/*"]

if HERE:
    from kring.mediation.testing import Street, found_street

    @pytest.fixture
    def street(db: None) -> Street:
        """The mediators, a volunteer, who stands beside them, and a file that was just registered."""
        return found_street()
