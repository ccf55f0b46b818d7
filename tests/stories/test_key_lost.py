"""The key file of an installation is lost: nothing opens, no new one is made, a copy or the paper bring it back."""

import re
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.stories.house import ROOT, House, MailSink, found_house
from tests.stories.test_lost_phone import TOWN

OPENS = "from kring.vault import paper; paper.open_paper({code!r})"
SETUP = "import django; django.setup(); "


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Installed by `init`, with its recovery kit."""
    folder = tmp_path / "house"
    folder.mkdir(mode=0o700)
    found_house(folder, found="pass")
    installed = House(folder, port=0, mail=MailSink())
    installed.manage("init", *TOWN)
    return installed


def said(house: House, *words: str, typed: str = "") -> tuple[int, str]:
    """Exit code and everything a command said."""
    command = [sys.executable, "-m", "kring", *words]
    done = subprocess.run(
        command, input=typed, env=house.environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def kit(house: House) -> str:
    return (house.data / "recovery-kit.html").read_text()


def opens(house: House) -> bool:
    """Whether the first colleague comes in with the code on paper."""
    found = re.search(r"<h1>Noor Claes</h1>.*?<p class=\"code\">([^<]+)</p>", kit(house), re.DOTALL)
    assert found
    line = SETUP + OPENS.format(code=found[1])
    done = subprocess.run(
        [sys.executable, "-c", line], env=house.environment, cwd=ROOT, capture_output=True, check=False
    )
    return done.returncode == 0


def lose(house: House, to: Path) -> Path:
    """The file is gone from its place; the copy in the safe."""
    copy = to / "safe.key"
    (house.data / "server.key").rename(copy)
    return copy


def test_nothing_opens_without_it_and_no_command_makes_a_new_one(house: House, tmp_path: Path) -> None:
    assert opens(house)
    lose(house, tmp_path)
    assert not opens(house)
    for words in (("keycheck",), ("sweep",), ("tick",), ("send_outbox",), ("checkpoint",), ("init", *TOWN)):
        said(house, *words)
        assert not (house.data / "server.key").exists(), words
    assert "the-key-file-is-lost" in said(house, "checkpoint")[1]


def test_its_copy_brings_everything_back(house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = lose(house, tmp_path)
    began = monotonic()
    assert "The key file fits." in house.manage("server_key", "check", str(copy))
    house.manage("server_key", "put", str(copy))
    assert opens(house)
    seconds = monotonic() - began
    house.manage("verify_journal")
    house.manage("sweep")
    assert (house.data / "server.key").stat().st_mode & 0o077 == 0
    assert (house.data / "server.key").read_text() == copy.read_text()
    with capsys.disabled():
        print(f"\nkey file from its copy: {seconds:.1f} s to the first way in that opens")


def test_the_paper_of_the_kit_brings_everything_back(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lose(house, tmp_path)
    page = kit(house).partition("Het sleutelbestand op papier")[2].partition("</section>")[0]
    lines = re.findall(r"<p class=\"code\">([^<]+)</p>", page)
    assert len("".join(lines).replace("-", "")) == 72
    began = monotonic()
    wrong = [lines[0].replace(lines[0][0], "Z" if lines[0][0] != "Z" else "Y", 1), *lines[1:]]
    code, told = said(house, "server_key", "type", typed="\n".join([*wrong, "", ""]))
    assert code
    assert "A sign is wrong" in told
    house.manage("server_key", "type", typed="\n".join([*(line.lower().replace("-", " ") for line in lines), "", ""]))
    assert opens(house)
    with capsys.disabled():
        print(f"\nkey file from paper: {monotonic() - began:.1f} s of machine time")


def test_the_file_of_another_installation_is_refused_and_set_aside(house: House, tmp_path: Path) -> None:
    copy = lose(house, tmp_path)
    other = tmp_path / "other"
    other.mkdir(mode=0o700)
    line = "from pathlib import Path; from kring.vault import server_keys as s; s.create(Path({!r}))"
    house.run(line.format(str(other / "server.key")))
    code, told = said(house, "server_key", "put", str(other / "server.key"))
    assert code
    assert "not the key file of this installation" in told
    (other / "server.key").rename(house.data / "server.key")
    assert "is not the key file of this installation" in said(house, "checkpoint")[1]
    assert not opens(house)
    house.manage("server_key", "put", str(copy))
    assert opens(house)
    assert len(list(house.data.glob("server.key.of-nothing-*"))) == 1


def test_where_it_fits_nothing_is_changed(house: House, tmp_path: Path) -> None:
    copy = tmp_path / "copy.key"
    copy.write_bytes((house.data / "server.key").read_bytes())
    copy.chmod(0o600)
    code, told = said(house, "server_key", "put", str(copy))
    assert code
    assert "is here and fits" in told
    assert "can be read" in said(house, "server_key", "put", str(tmp_path / "nothing"))[1]
