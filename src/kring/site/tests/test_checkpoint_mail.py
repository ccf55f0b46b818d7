"""The privacy officer gets the newest checkpoint each night: it opens with the public key, and says nothing else."""

from pathlib import Path
from typing import Any

import pytest

from kring.privacy.desk.checkpoint_mail import OFFICE, post_tonight
from kring.site.post import letter
from kring.team import queries as team
from kring.team.testing import Town
from kring.vault import checkpoints, outbox
from kring.vault.acts import acting

pytestmark = pytest.mark.django_db
HER = "hilde@stad.example"


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    settings.KRING_DATA, settings.KRING_SMTP = tmp_path, "smtp://mail.stad.example"


@pytest.fixture(autouse=True)
def address(place: None, town: Town) -> None:
    colleague = next(one for one in team.members_of(town.groups[OFFICE]) if one.principal == town.hilde.principal)
    with acting("test.address", by="system") as act:
        act.change(colleague, email=HER)


def test_it_goes_to_her_once_a_day_and_can_be_brought_back_from_home(tmp_path: Path) -> None:
    assert (post_tonight(), post_tonight()) == (1, 0)
    [mail] = [letter(one) for one in outbox.waiting()]
    assert (mail["To"], mail["Subject"]) == (HER, "Controlepunt van het toegangslog")
    [note] = mail.iter_attachments()
    brought = tmp_path / "from-home.note"
    brought.write_bytes(note.get_content())
    [(path, known)] = checkpoints.kept()
    assert known is not None
    assert brought.read_text() == path.read_text()
    path.unlink()
    assert checkpoints.take_in(brought)
    body = mail.get_body()
    assert body is not None
    assert str(checkpoints.note_key()) in body.get_content()


def test_a_house_without_mail_fills_no_outbox(settings: Any) -> None:
    settings.KRING_SMTP = ""
    assert (post_tonight(), list(outbox.waiting())) == (0, [])
