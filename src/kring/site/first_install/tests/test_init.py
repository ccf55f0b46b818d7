"""The first installation: five people with a code on paper, keys for every circle and office, never a second time."""

import re
import stat
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from kring.site.first_install import installing, kit
from kring.site.first_install.plan import Answers, NotComplete, Person, check
from kring.team import queries
from kring.team.enrolment.testing import ZOE, choose_password, handed, newest_link
from kring.team.models import Colleague, Installation
from kring.team.testing import found_town
from kring.vault import facts
from kring.vault.checkpoints import note_key
from kring.vault.keycheck import keycheck
from kring.vault.models import JournalEntry, Principal, RecoveryShare

pytestmark = pytest.mark.django_db
TOLD = {
    "town": "Waterstede",
    "administrator": "Ann Verbeke <ann@stad.example>",
    "trustee": [
        "Karel Thys <karel@stad.example>",
        "Hilde Roels <hilde@stad.example>",
        "Marc Dillen <marc@stad.example>",
    ],
    "keeper": "Noor Claes <noor@stad.example>",
}


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """An empty data folder. The key file of the tests stays where it is."""
    settings.KRING_DATA = tmp_path
    return tmp_path


def init(**changed: Any) -> str:
    out = StringIO()
    call_command("init", stdout=out, **TOLD | changed)
    return out.getvalue()


def code_of(name: str) -> str:
    page = kit.kit_file().read_text()
    found = re.search(rf"<h1>{name}</h1>.*?<p class=\"code\">([^<]+)</p>", page, re.DOTALL)
    assert found
    return found[1]


def signed_in(name: str) -> Client:
    browser = Client(headers={"accept-language": "nl"})
    assert browser.post("/sign-in", {"paper": code_of(name)}).status_code == 302
    return browser


def test_five_people_three_circles_and_every_office_stand(folder: Path) -> None:
    said = init()
    assert "Waterstede" in said
    assert "recovery-kit.html" in said
    assert Colleague.objects.count() == 5
    assert Installation.objects.get().verified().town == "Waterstede"
    assert [one.name for one in queries.members_of(queries.circle("welfare").principal)] == ["Noor Claes"]
    assert {one.name for one in queries.members_of(queries.office("dpo").principal)} == {"Karel Thys", "Hilde Roels"}
    assert facts.office().id == queries.office("statistics").principal
    assert RecoveryShare.objects.count() == 6, "each ordered pair of three trustees"
    assert queries.recovery()


def test_nobody_holds_a_password_and_the_administrator_no_key(folder: Path) -> None:
    init()
    counts = keycheck()
    assert counts["persons_without_a_way_in"] == 0
    assert counts["without_recovery"] == 0
    assert counts["too_few_holders"] == 3, "the circles wait for a second colleague, and init says so"
    ann = Colleague.objects.get(name="Ann Verbeke")
    assert queries.groups_with_key(ann.principal) == []


def test_the_journal_key_on_paper_is_the_one_the_checker_takes(folder: Path) -> None:
    init()
    page = unescape(kit.kit_file().read_text())
    assert str(note_key()) in page
    assert re.search(r"<dd>kring/[^+<]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+</dd>", page)


def test_the_kit_is_for_the_owner_of_the_folder_alone(folder: Path) -> None:
    init()
    assert stat.S_IMODE(kit.kit_file().stat().st_mode) == 0o600
    page = kit.kit_file().read_text()
    assert page.count('class="sheet"') == 7
    assert (
        len({code_of(name) for name in ("Ann Verbeke", "Karel Thys", "Hilde Roels", "Marc Dillen", "Noor Claes")}) == 5
    )
    assert "<script" not in page
    assert "http" not in re.sub(r"http://localhost:8000", "", page)


def test_codes_stand_on_paper_and_nowhere_else(folder: Path) -> None:
    said, code = init(), ""
    code = code_of("Noor Claes")
    assert code not in said
    entries = b"".join(bytes(one.text or b"") for one in JournalEntry.objects.all())
    assert code.encode() not in entries


def test_the_first_day_goes_on_from_paper(folder: Path) -> None:
    """The administrator invites, the first colleague lets in: nobody else was needed."""
    init()
    ann, noor = signed_in("Ann Verbeke"), signed_in("Noor Claes")
    assert ann.post("/team/manage/new", ZOE)["Location"] == "/team/manage?done=added"
    browser, _ = choose_password(newest_link())
    person = Colleague.objects.get(name="Zoë Peeters").principal
    given = {"code": handed(browser)[1], "same_words": "on"}
    assert ann.post(f"/team/let-in/{person}", given).status_code == 404
    assert noor.post(f"/team/let-in/{person}", given)["Location"] == "/team?done=let-in"
    assert browser.get("/board").status_code == 200
    assert keycheck()["too_few_holders"] == 1, "SAMEN still has one"


def test_a_second_time_it_refuses_and_changes_nothing(folder: Path) -> None:
    init()
    before = (Colleague.objects.count(), JournalEntry.objects.count(), kit.kit_file().read_bytes())
    with pytest.raises(CommandError, match="Waterstede is installed here since"):
        init(town="Elders")
    assert (Colleague.objects.count(), JournalEntry.objects.count(), kit.kit_file().read_bytes()) == before


def test_over_a_town_that_is_there_it_refuses(folder: Path) -> None:
    found_town()
    people = Colleague.objects.count()
    with pytest.raises(CommandError, match="People work in this Kring"):
        init()
    assert Colleague.objects.count() == people
    assert not kit.kit_file().exists()


def test_broken_off_it_founded_nothing_and_can_begin_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_paper(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(installing, "write_kit", no_paper)
    with pytest.raises(OSError, match="full"):
        init()
    assert (Colleague.objects.count(), Principal.objects.count(), kit.kit_file().exists()) == (0, 0, False)
    monkeypatch.undo()
    assert "Waterstede" in init()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"administrator": "Ann"}, "no name with an address"),
        ({"keeper": "Ann Verbeke <ann@stad.example>"}, "five people"),
        ({"trustee": TOLD["trustee"][:2]}, "Missing: Trustee 3"),
        ({"town": ""}, "Missing: Name of the town"),
    ],
)
def test_what_is_not_complete_is_said_in_one_sentence(folder: Path, changed: dict[str, Any], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        init(**changed)
    assert not Colleague.objects.exists()


def test_the_first_colleague_does_casework() -> None:
    one = Person.read("Noor Claes <noor@stad.example>")
    others = [Person(f"P{number}", f"p{number}@stad.example") for number in range(4)]
    with pytest.raises(NotComplete, match="first colleague is one of coach"):
        check(Answers("Waterstede", others[0], (others[1], others[2], others[3]), one, "administrator"))
