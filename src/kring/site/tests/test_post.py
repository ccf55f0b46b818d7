"""What waits in the outbox goes out over real SMTP, holds no content, and is destroyed when it has gone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from kring.site import post
from kring.site.post import LANGUAGES, LETTERS, TRIES, Sent, send_all
from kring.site.smtp import connected, server_at
from kring.site.tests.mail_sink import Sink, mail_sink
from kring.support.dossier.actions import close_dossier
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.models import OutboxRow

LINK = {"token": "t0ken", "callword": "piano kayak"}
TEMPLATES = {
    "receipt": {"code": "AAAA-BBBB-CCCC-DDDD"},
    "referred": {"token": "t0ken"},
    "word": {},
    "invitation": LINK,
    "moved": LINK,
    "called_off": {"callword": "piano kayak"},
    "proposal": LINK,
    "reminder": LINK,
    "waiting": {"callword": "piano kayak", "day": "1 april 2031"},
}


@pytest.fixture
def sink(town: Town) -> Iterator[Sink]:
    with mail_sink() as listening:
        yield listening


def posted(template: str = "receipt", *, to: str = "els@debrug.example", language: str = "nl") -> OutboxRow:
    with acting("test.post", by="system") as act:
        return outbox.post(act, to=to, template=template, language=language, words=TEMPLATES[template])


def test_a_receipt_goes_out_once_and_is_destroyed(sink: Sink) -> None:
    posted()
    server = server_at(sink.address)
    assert send_all(server) == {Sent.SENT: 1}
    assert OutboxRow.objects.count() == 0
    assert send_all(server) == {}
    [mail] = sink.mails
    assert mail["To"] == "els@debrug.example"
    assert mail["Subject"] == "Je bericht is aangekomen"
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    text = mail.get_content()
    for told in ("geen namen per mail", "AAAA-BBBB-CCCC-DDDD", "112", "1813", "102"):
        assert told in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_letter_exists_in_every_language_and_needs_no_other_word(
    sink: Sink, template: str, language: str
) -> None:
    posted(template, language=language)
    assert send_all(server_at(sink.address)) == {Sent.SENT: 1}
    [mail] = sink.mails
    assert mail["Content-Language"] == language
    assert mail["Subject"]
    assert "$" not in mail.get_content()
    assert "112" in mail.get_content()


@pytest.mark.parametrize("template", ["invitation", "moved", "proposal", "reminder"])
def test_a_link_stands_in_the_text_and_nowhere_else(sink: Sink, template: str) -> None:
    posted(template)
    send_all(server_at(sink.address))
    [mail] = sink.mails
    assert "/c/t0ken" in mail.get_content().splitlines()[4]
    assert "t0ken" not in " ".join(f"{name}: {value}" for name, value in mail.items())


def test_an_unknown_language_is_answered_in_dutch(sink: Sink) -> None:
    posted(language="tr")
    send_all(server_at(sink.address))
    assert sink.mails[0]["Content-Language"] == "nl"


def test_what_is_not_taken_now_is_tried_later_and_longer_and_given_up_in_the_end(sink: Sink) -> None:
    row, server = posted(to="vol@debrug.example"), server_at(sink.address)
    sink.replies["vol@debrug.example"] = "451 try again later"
    assert send_all(server) == {Sent.LATER: 1}
    assert OutboxRow.objects.get().verified().tries == 1
    assert send_all(server) == {}
    for tries in range(2, TRIES + 1):
        _wait(row, minutes=2**tries)
        assert send_all(server) == {Sent.LATER if tries < TRIES else Sent.GIVEN_UP: 1}
    assert OutboxRow.objects.count() == 0


def test_an_address_that_does_not_exist_is_given_up_at_once_and_stops_no_other(sink: Sink) -> None:
    posted(to="weg@debrug.example")
    posted()
    sink.replies["weg@debrug.example"] = "550 no such user"
    assert send_all(server_at(sink.address)) == {Sent.GIVEN_UP: 1, Sent.SENT: 1}


@pytest.mark.parametrize("to", ["els@debrug.example\nBcc: x@y.example", "geen adres", "a@b@c", ""])
def test_an_address_that_could_bring_a_second_header_never_goes_out(sink: Sink, to: str) -> None:
    posted(to=to)
    assert send_all(server_at(sink.address)) == {Sent.GIVEN_UP: 1}
    assert sink.mails == []


def test_two_runs_at_once_send_nothing_twice(sink: Sink) -> None:
    posted()
    [mine], [theirs] = list(outbox.waiting()), list(outbox.waiting())
    with connected(server_at(sink.address)) as line:
        assert post._send(line, mine) is Sent.SENT
        assert post._send(line, theirs) is None
    assert len(sink.mails) == 1


def test_the_command_tells_how_many_and_never_to_whom(
    sink: Sink, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    posted()
    settings.KRING_SMTP = sink.address
    call_command("send_outbox")
    assert capsys.readouterr().out == "1 sent\n"
    call_command("send_outbox")
    assert capsys.readouterr().out == "nothing to send\n"


def test_a_server_that_does_not_answer_loses_nothing(town: Town, settings: Settings) -> None:
    posted()
    settings.KRING_SMTP = "smtp://127.0.0.1:1"
    with pytest.raises(CommandError, match="Try again later"):
        call_command("send_outbox")
    assert OutboxRow.objects.get().tries == 0


@pytest.mark.parametrize(
    ("address", "tls", "port"),
    [
        ("smtp://mail.stad.example", "starttls", 587),
        ("smtp://u:p%40ss@mail.stad.example:2587?tls=starttls", "starttls", 2587),
        ("smtp://mail.stad.example?tls=implicit", "implicit", 465),
        ("smtp://localhost:2525", "none", 2525),
        ("smtp://[::1]:2525", "none", 2525),
    ],
)
def test_nothing_leaves_this_machine_unencrypted(address: str, tls: str, port: int) -> None:
    server = server_at(address)
    assert (server.tls, server.port) == (tls, port)
    assert "p@ss" not in repr(server)


@pytest.mark.parametrize("address", ["smtp://mail.stad.example?tls=none", "mail.stad.example", "smtp://", "smtp://a:x"])
def test_an_address_that_would_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        server_at(address)
    assert "stad" not in str(refused.value)


def test_neither_where_we_write_from_nor_where_we_read_is_ever_answered(settings: Settings) -> None:
    settings.KRING_MAIL_FROM, settings.KRING_IMAP = (
        "Kring@stad.example",
        "imap://team%40stad.example:x@mail.stad.example",
    )
    assert post.own_addresses() == {"kring@stad.example", "team@stad.example"}


def test_the_letters_are_plain_text_with_a_subject_on_the_first_line() -> None:
    for path in LETTERS.iterdir():
        first, second, *_ = Path(path).read_text(encoding="utf-8").split("\n")
        assert first
        assert second == ""
        assert "$" not in first


def _wait(row: OutboxRow, *, minutes: int) -> None:
    waited = OutboxRow.objects.get(id=row.id)
    with acting("test.wait", by="system") as act:
        act.change(waited, posted_at=timezone.now() - timedelta(minutes=minutes))


def test_a_mail_of_a_dossier_that_fell_silent_is_destroyed_and_not_sent(sink: Sink, town: Town) -> None:
    robin, kim = a_dossier(town), a_dossier(town)
    with acting("test.post", by="system") as act:
        for one in (robin, kim):
            outbox.post(act, to="els@debrug.example", template="word", dossier=one.dossier.id)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, today(), silent=True)
    assert send_all(server_at(sink.address)) == {Sent.SENT: 1}
    assert OutboxRow.objects.count() == 0
    assert len(sink.mails) == 1
    assert kim.dossier.id not in sink.mails[0].as_string()
