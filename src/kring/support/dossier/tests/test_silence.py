"""Closing and taking up again: what falls silent stays silent, and the figure counts what is open on a day."""

from datetime import date

import pytest

from kring.support.dossier.actions import close_dossier, reopen_dossier
from kring.support.dossier.content import Phase
from kring.support.dossier.queries import silent
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting

pytestmark = pytest.mark.django_db


def test_only_what_was_closed_in_silence_is_silent_until_it_is_taken_up_again(town: Town) -> None:
    robin, other = a_dossier(town), a_dossier(town)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, date(2021, 4, 1), silent=True, retention_year=2025)
        close_dossier(act, other.keys, other.dossier, date(2021, 4, 1))
    assert silent([robin.dossier.id, other.dossier.id]) == {robin.dossier.id}
    with acting("test.reopen", by=town.noor.principal) as act:
        again = reopen_dossier(act, robin.keys, robin.dossier, date(2021, 5, 1))
    assert silent([robin.dossier.id]) == set()
    assert (again.phase, again.reopened_on) == (Phase.FOLLOWUP, (date(2021, 5, 1),))
