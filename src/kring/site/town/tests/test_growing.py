"""A larger town, founded for real: as many dossiers as asked, keys in order, Noor's forty rows, few passwords."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from kring.support.desk.queries import Asked, caseload
from kring.support.dossier.models import Dossier
from kring.team import clock, queries
from kring.vault import slots
from kring.vault.keycheck import keycheck
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty data folder."""
    with override_settings(KRING_DATA=tmp_path):
        yield tmp_path
    clock.forget()


def test_a_larger_town_stands_and_can_be_worked_in(folder: Path) -> None:
    said = StringIO()
    call_command("make_town", dossiers=130, stdout=said)
    people = json.loads((folder / "personas.json").read_text())
    [password] = [one["password"] for one in people if one["sign_in"] == "noor.claes"]
    noor = queries.colleague_by_sign_in("noor.claes")
    assert noor is not None
    load = caseload(slots.open_password(noor.principal, password).session(), Asked())
    assert (load.held, load.along, len(load.cases)) == (31, 9, 40)
    assert Dossier.objects.filter(state="open").count() == 130
    assert "130 of 130 dossiers" in said.getvalue()
    loose = keycheck()
    assert loose.pop("persons_without_a_way_in") == 2
    assert not any(loose.values())
    assert sweep() == []


def test_the_count_is_the_number_that_was_asked(folder: Path) -> None:
    call_command("make_town", dossiers=130, stdout=StringIO())
    said = StringIO()
    call_command("council_answer", on=clock.today(), format="json", audience="internal", stdout=said)
    assert json.loads(said.getvalue())["total"] == 130


@pytest.mark.parametrize("dossiers", [0, 80, 119])
def test_too_small_a_town_leaves_the_folder_empty(folder: Path, dossiers: int) -> None:
    with pytest.raises(CommandError, match="at least 120"):
        call_command("make_town", dossiers=dossiers)
    assert not (folder / "personas.json").exists()
