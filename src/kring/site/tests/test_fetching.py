"""The team mailbox is emptied over real IMAP: sealed first, then removed, moved or marked; none lost, none twice."""

import imaplib
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError
from pytest_django import Settings

from kring.site import fetching, watching
from kring.site.fetching import KEYWORD, fetch
from kring.site.imap import Then, box_at, opened
from kring.site.tests.dovecot import PASSWORD, PROGRAM, WHY_NOT, House, dovecot
from kring.support.intake.actions import open_referral, original_of
from kring.support.intake.mail import Found
from kring.support.intake.mail.tests.bytes_of import message
from kring.support.intake.mailbox import Mailbox, Taken
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault import outbox

needs_dovecot = pytest.mark.skipif(PROGRAM is None, reason=WHY_NOT)


@pytest.fixture(scope="module")
def server() -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="kring-imap-", dir="/tmp") as folder, dovecot(Path(folder)) as house:
        yield house


@pytest.fixture
def house(server: House, town: Town) -> House:
    """The server with an empty mailbox, and the town."""
    with server.line() as line:
        line.delete(line.uids())
        for folder in line.folder.list():
            if folder.name != "INBOX":
                line.folder.delete(folder.name)
    return server


def letters(count: int) -> list[bytes]:
    return [
        message(f"Bericht {at}", sender=f"Jo <jo{at}@school.example>", extra=f"X-Number: {at}\n").replace(
            b"<1@", b"<%d@" % at
        )
        for at in range(count)
    ]


def emptied(house: House, options: str = "") -> Counter[Taken]:
    return Counter(fetch(box_at(house.address(options)), Mailbox()))


@needs_dovecot
def test_each_message_is_sealed_as_it_came_and_gone_from_the_mailbox(house: House, town: Town) -> None:
    raw = message("Dag,\r\nik maak mij zorgen.").replace(b"\n", b"\r\n").replace(b"\r\r", b"\r")
    house.put(raw)
    assert emptied(house) == {Taken.REFERRAL: 1}
    assert house.count() == 0
    assert original_of(open_referral(town.noor.session, Referral.objects.get().id)) == raw
    assert emptied(house) == {}


@needs_dovecot
def test_messages_move_where_the_town_wants_them(house: House) -> None:
    house.put(*letters(3))
    assert emptied(house, "then=move&to=Verwerkt") == {Taken.REFERRAL: 3}
    assert (house.count(), house.count("Verwerkt")) == (0, 3)


@needs_dovecot
def test_what_is_left_is_marked_and_not_taken_again(house: House) -> None:
    house.put(*letters(2))
    assert emptied(house, "then=leave") == {Taken.REFERRAL: 2}
    house.put(letters(3)[2])
    assert emptied(house, "then=leave") == {Taken.REFERRAL: 1}
    with house.line() as line:
        assert len(line.uids(f"KEYWORD {KEYWORD} UNSEEN", charset=None)) == 3


@needs_dovecot
def test_a_message_somebody_marked_as_deleted_is_not_swept_away_unread(house: House) -> None:
    house.put(*letters(2))
    with house.line() as line:
        line.client.uid("STORE", line.uids()[1], "+FLAGS", r"(\Deleted)")
    taking = fetch(box_at(house.address()), Mailbox())
    assert next(taking) is Taken.REFERRAL
    assert next(taking) is Taken.REFERRAL
    assert Referral.objects.count() == 2


@needs_dovecot
@pytest.mark.parametrize("options", ["", "then=move&to=Verwerkt", "then=leave"])
def test_a_line_that_breaks_between_sealing_and_telling_loses_and_doubles_nothing(
    house: House, options: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.put(*letters(3))
    tell = fetching.acknowledge

    def break_first(*told: object) -> None:
        monkeypatch.setattr(fetching, "acknowledge", tell)
        house.break_lines()
        tell(*told)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(fetching, "acknowledge", break_first)
    with pytest.raises((OSError, imaplib.IMAP4.abort)):
        emptied(house, options)
    assert Referral.objects.count() == 1
    assert emptied(house, options) == {Taken.SEEN: 1, Taken.REFERRAL: 2}
    assert len([one for one in outbox.waiting() if one.template == "receipt"]) == 3


@needs_dovecot
def test_a_second_delivery_of_one_message_is_one_referral(house: House) -> None:
    raw = message("Ik maak mij zorgen.")
    house.put(b"Received: by one.example; Mon, 1 Mar 2021 09:00:01 +0100\r\n" + raw)
    house.put(b"Received: by two.example; Mon, 1 Mar 2021 09:05:01 +0100\r\n" + raw)
    assert emptied(house) == {Taken.REFERRAL: 1, Taken.SEEN: 1}
    assert Mailbox().take_in(Found(raw, "export.mbox")) is Taken.SEEN


def test_another_message_under_the_same_name_is_another_referral(town: Town) -> None:
    assert Mailbox().take_in(Found(message("Een."), "a.eml")) is Taken.REFERRAL
    assert Mailbox().take_in(Found(message("Twee."), "a.eml")) is Taken.REFERRAL
    assert Mailbox().take_in(Found(message("Een.", sender="Bo <bo@school.example>"), "a.eml")) is Taken.REFERRAL


@needs_dovecot
def test_two_fetchers_at_once_take_each_message_once(house: House) -> None:
    house.put(*letters(4))
    first, second = (fetch(box_at(house.address()), Mailbox()) for _ in range(2))
    both = [next(first), next(second), *first, *second]
    assert Referral.objects.count() == 4
    assert Counter(both)[Taken.REFERRAL] == 4


@needs_dovecot
def test_what_is_too_large_or_goes_wrong_stays_and_stops_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    house.put(message("x" * 20_000), b"From: a@b.example\r\n\r\nstuk", *letters(1))
    monkeypatch.setattr(fetching, "KEPT_BYTES", 10_000)
    take_in = Mailbox.take_in

    def stumble(self: Mailbox, found: Found) -> Taken:
        if b"stuk" in found.raw:
            raise RecursionError
        return take_in(self, found)

    monkeypatch.setattr(Mailbox, "take_in", stumble)
    settings.KRING_IMAP = house.address()
    with pytest.raises(CommandError, match="stay in the mailbox"):
        call_command("fetch_mail")
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "3 messages",
        "      1 new",
        "      1 too large, left where they lie",
        "      1 could not be taken in, left where they lie",
    ]
    assert house.count() == 2


@needs_dovecot
def test_a_database_that_does_not_answer_ends_the_round_and_loses_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    house.put(*letters(2))

    def no_database(self: Mailbox, found: Found) -> Taken:
        raise OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(Mailbox, "take_in", no_database)
        settings.KRING_IMAP = house.address()
        with pytest.raises(CommandError, match="The database did not take it"):
            call_command("fetch_mail")
    assert house.count() == 2
    assert emptied(house) == {Taken.REFERRAL: 2}


@needs_dovecot
def test_a_token_opens_the_mailbox_as_a_password_does(house: House, tmp_path: Path) -> None:
    house.put(*letters(1))
    token = tmp_path / "token"
    token.write_text(house.token() + "\n")
    assert Counter(fetch(box_at(house.address(f"token={token}", password="")), Mailbox())) == {Taken.REFERRAL: 1}


@needs_dovecot
@pytest.mark.parametrize("wrong", ["password", "token"])
def test_a_wrong_password_or_an_old_token_is_one_sentence(
    house: House, tmp_path: Path, settings: Settings, wrong: str
) -> None:
    (tmp_path / "token").write_text(house.token(lives_seconds=-60))
    settings.KRING_IMAP = (
        house.address(password="verkeerd")
        if wrong == "password"
        else house.address(f"token={tmp_path / 'token'}", password="")
    )
    with pytest.raises(CommandError) as refused:
        call_command("fetch_mail")
    assert str(refused.value) == "The mailbox refused the sign-in."


@needs_dovecot
@pytest.mark.parametrize("how", ["another authority", "another name"])
def test_a_wrong_certificate_is_refused_before_anything_is_said(
    house: House, settings: Settings, tmp_path: Path, how: str
) -> None:
    house.put(*letters(1))
    if how == "another authority":
        settings.KRING_IMAP = house.address("ca=").replace("&ca=", "")
    else:
        settings.KRING_IMAP = house.address(host="localhost")
    said = len((house.folder / "log").read_text().splitlines())
    with pytest.raises(CommandError, match="certificate"):
        call_command("fetch_mail")
    log = (house.folder / "log").read_text().splitlines()[said:]
    assert not any("Login:" in line or "auth failed" in line for line in log)
    assert Referral.objects.count() == 0


@needs_dovecot
def test_watching_hears_of_a_new_message_and_survives_a_broken_line(house: House) -> None:
    waited: list[float] = []
    rounds = watching.watch(box_at(house.address()), Mailbox, every=20, pause=waited.append)
    assert next(rounds) is None
    delivering = threading.Timer(0.5, house.put, letters(1))
    delivering.start()
    assert next(rounds) is Taken.REFERRAL
    assert next(rounds) is None
    breaking = threading.Timer(0.5, house.break_lines)
    breaking.start()
    assert next(rounds) is None
    assert waited == [watching.SHORTEST_PAUSE]
    rounds.close()
    delivering.join()
    breaking.join()


@needs_dovecot
def test_without_idle_it_asks_again_after_a_pause(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    rounds = watching.watch(box_at(house.address()), Mailbox, every=7, pause=waited.append)
    with opened(box_at(house.address())) as line:
        assert "IDLE" in line.client.capabilities
    monkeypatch.setattr(watching, "IDLE", "NOTHING")
    assert next(rounds) is None
    house.put(*letters(1))
    assert next(rounds) is Taken.REFERRAL
    assert waited == [7]
    rounds.close()


@needs_dovecot
def test_the_command_tells_how_many_and_never_what(
    house: House, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    house.put(*letters(2))
    settings.KRING_IMAP = house.address()
    call_command("fetch_mail")
    assert capsys.readouterr().out.splitlines() == ["2 messages", "      2 new"]


def test_a_server_that_does_not_answer_is_one_sentence(town: Town, settings: Settings) -> None:
    settings.KRING_IMAP = "imap://team:geheim@127.0.0.1:1?tls=implicit"
    with pytest.raises(CommandError, match="Try again later"):
        call_command("fetch_mail")
    settings.KRING_IMAP = ""
    with pytest.raises(CommandError, match="KRING_IMAP is not set"):
        call_command("fetch_mail")


def test_the_usual_way_is_encrypted_and_leaves_nothing_behind() -> None:
    box = box_at("imap://team%40stad.example:geheim@mail.stad.example")
    assert (box.server.tls, box.server.port, box.folder, box.then) == ("implicit", 993, "INBOX", Then.DELETE)
    assert "geheim" not in repr(box)
    assert box_at("imap://a:b@mail.stad.example?tls=starttls").server.port == 143


@pytest.mark.parametrize(
    "address",
    [
        "imap://u:geheim@mail.stad.example?tls=none",
        "imap://u:geheim@mail.stad.example?then=burn",
        "imap://u:geheim@mail.stad.example?then=move",
        "imap://u:geheim@mail.stad.example?to=Verwerkt",
        "imap://u:geheim@mail.stad.example?token=/x",
        "imap://u:geheim@mail.stad.example?colour=red",
        "imap://u@mail.stad.example",
        "imap://mail.stad.example",
        "smtp://u:geheim@mail.stad.example",
    ],
)
def test_an_address_that_is_not_right_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        box_at(address)
    assert "geheim" not in str(refused.value)
    assert "stad" not in str(refused.value)
    assert PASSWORD not in str(refused.value)
