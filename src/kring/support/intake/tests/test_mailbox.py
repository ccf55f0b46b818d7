"""The team mailbox is taken in: each message a referral, machines set aside, people told once a day, content sealed."""

from email.message import EmailMessage
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

import kring
from kring.support.intake import actions
from kring.support.intake.actions import OpenReferral, Receipt, open_referral, original_of
from kring.support.intake.codelists import Channel
from kring.support.intake.mail import Found
from kring.support.intake.mail.sources import KEPT_BYTES
from kring.support.intake.mail.tests.bytes_of import message
from kring.support.intake.mailbox import Mailbox, Taken
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.models import Letter

TOWN_MESSAGES = Path(kring.__file__).parent / "site" / "town" / "messages"


def imported(path: Path) -> str:
    out = StringIO()
    call_command("import_mail", path, stdout=out, stderr=out)
    return out.getvalue()


def taken(raw: bytes, *, own: frozenset[str] = frozenset()) -> Taken:
    return Mailbox(own=own).take_in(Found(raw, "x.eml"))


def receipts() -> list[Receipt]:
    return [Receipt(one.to, one.language) for one in outbox.waiting() if one.template == "receipt"]


def test_a_message_becomes_a_sealed_referral_with_its_original(town: Town) -> None:
    raw = message("Dag, ik maak mij zorgen over een leerling.")
    assert taken(raw) is Taken.REFERRAL
    [referral] = Referral.objects.all()
    assert (referral.channel, referral.referrer_kind, referral.machine) == (Channel.MAIL, "unknown", False)
    opened = open_referral(town.noor.session, referral.id)
    assert opened.content.message
    assert opened.content.message.sender == "jo@school.example"
    assert opened.content.message.subject == "Vraag"
    assert "zorgen over een leerling" in opened.content.message.text
    assert original_of(opened) == raw


def test_sender_and_shown_sender_stand_apart(town: Town) -> None:
    imported(TOWN_MESSAGES / "04-doorgestuurd-outlook.eml")
    read = open_referral(town.tom.session, Referral.objects.get().id).content.message
    assert read
    assert read.shown_sender
    assert read.sender != read.shown_sender


def test_the_same_message_twice_is_one_referral_and_one_receipt(town: Town) -> None:
    assert taken(message()) is Taken.REFERRAL
    assert taken(message()) is Taken.SEEN
    assert Referral.objects.count() == 1
    assert len(receipts()) == 1


def test_a_person_gets_one_receipt_a_day_in_his_language(town: Town) -> None:
    taken(message("Bonjour, je suis inquiète pour une élève de la classe et ne sais pas que faire avec elle."))
    taken(message("Encore une chose.", sender="JO@school.example"))
    assert receipts() == [Receipt("jo@school.example", "fr")]


@pytest.mark.parametrize("header", ["Auto-Submitted: auto-replied\n", "List-Id: <x.example>\n", "Precedence: bulk\n"])
def test_machine_mail_is_kept_set_aside_and_never_answered(town: Town, header: str) -> None:
    assert taken(message(extra=header)) is Taken.MACHINE
    assert Referral.objects.get().machine
    assert receipts() == []


def test_we_never_answer_ourselves(town: Town) -> None:
    own = frozenset({"jo@school.example"})
    assert taken(message(), own=own) is Taken.MACHINE
    assert receipts() == []


def test_what_cannot_be_read_is_a_referral_to_be_looked_at(town: Town) -> None:
    assert taken(b"\x00\xff\x00 geen brief") is Taken.TO_LOOK_AT
    assert Referral.objects.get().to_look_at
    assert original_of(open_referral(town.noor.session, Referral.objects.get().id)) == b"\x00\xff\x00 geen brief"


def test_a_message_in_an_alphabet_of_its_own_does_not_stop_the_ones_behind_it(town: Town) -> None:
    assert taken(message("Dag +2AA- allemaal", content_type="text/plain; charset=utf-7")) is Taken.REFERRAL
    assert taken(message("Dag, nog een vraag.")) is Taken.REFERRAL


def test_a_message_too_large_to_keep_whole_stays_where_it_lies(town: Town) -> None:
    assert Mailbox().take_in(Found(b"x", "big.eml", whole=False)) is Taken.LEFT
    assert Referral.objects.count() == 0
    assert KEPT_BYTES >= 50 * 1024 * 1024


def test_attachments_lie_inside_the_sealed_original(town: Town, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "jo@school.example", "team@stad.example", "Nota"
    mail.set_content("Zie bijlage.")
    mail.add_attachment(b"MARKER-bijlage", maintype="application", subtype="octet-stream", filename="nota.bin")
    assert taken(mail.as_bytes()) is Taken.REFERRAL
    opened = open_referral(town.noor.session, Referral.objects.get().id)
    assert opened.content.message
    assert opened.content.message.attachments == ("nota.bin",)
    assert mail.as_bytes() == original_of(opened)


def test_the_messages_of_the_demo_tell_how_many_and_never_what(town: Town) -> None:
    told = imported(TOWN_MESSAGES)
    assert told.splitlines() == [
        "17 messages",
        "     13 new",
        "      1 new, to be looked at",
        "      3 of machines, set aside",
    ]
    again = imported(TOWN_MESSAGES)
    assert again.splitlines() == ["17 messages", "     17 seen before"]
    assert Referral.objects.count() == 17


def test_an_mbox_and_a_maildir_give_the_same(town: Town, tmp_path: Path) -> None:
    one, two = message("Eén."), message("Twee.")
    (tmp_path / "box.mbox").write_bytes(
        b"".join(b"From jo@school.example Mon Mar  1 09:00:00 2021\n" + raw + b"\n\n" for raw in (one, two))
    )
    assert imported(tmp_path / "box.mbox").splitlines()[0] == "2 messages"
    for name in ("cur", "new", "tmp"):
        (tmp_path / "dir" / name).mkdir(parents=True)
    (tmp_path / "dir/new/1").write_bytes(message("Drie."))
    assert imported(tmp_path / "dir").splitlines()[0] == "1 messages"
    assert Referral.objects.count() == 3


def test_a_path_that_is_not_there_is_one_sentence(town: Town, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Could not read there"):
        imported(tmp_path / "nothing.mbox")


@pytest.mark.parametrize("who", ["greet", "bart", "hilde", "saar", "ann", "wout"])
def test_nobody_outside_the_intake_circle_opens_it(town: Town, who: str) -> None:
    from kring.vault.refusals import Refused

    taken(message())
    with pytest.raises(Refused):
        open_referral(town.people[who].session, Referral.objects.get().id)
    assert Letter.objects.exists()


def test_two_who_open_a_referral_first_in_one_moment_both_read_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    taken(message("Dag, ik maak mij zorgen over een leerling."))
    referral, file = Referral.objects.get().id, actions._file

    def after_a_colleague(*opened: Any) -> OpenReferral:
        monkeypatch.setattr(actions, "_file", file)
        open_referral(town.samir.session, referral)
        return file(*opened)

    monkeypatch.setattr(actions, "_file", after_a_colleague)
    assert open_referral(town.noor.session, referral).content.message
