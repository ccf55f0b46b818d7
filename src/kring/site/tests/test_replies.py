"""Mail that belongs to a referral: answers land by our own message id, what came back is a task, none is lost."""

from email.message import EmailMessage

import pytest

from kring.site.post import letter as written
from kring.site.team_mailbox import team_mailbox
from kring.support.clarification import decision
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.testing import SCHOOL, a_referral, brought_to, opened_by
from kring.support.intake import replies
from kring.support.intake.actions import open_referral
from kring.support.intake.content import MailReturned, Original, ReferralContent, ReplyByMail
from kring.support.intake.mail import CalendarReply, Found
from kring.support.intake.mail.tests.bytes_of import message, parts
from kring.support.intake.mailbox import Mailbox, Taken
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.threads import message_id, referral_of
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

Lane = Referral.Lane
MIA = "Mia Stevens <mia@school.example>"


def taken(raw: bytes, **about: object) -> Taken:
    return Mailbox(own={"kring@localhost"}, **about).take_in(Found(raw, "x.eml"))  # type: ignore[arg-type]  # passed on


def our_mail(to: str = "mia@school.example") -> EmailMessage:
    """The mail that waits for this address, as it goes out."""
    return next(written(one) for one in outbox.waiting() if one.to == to)


def invited(town: Town) -> tuple[str, str]:
    """A referral whose referrer was invited by mail, and the id of that mail."""
    referral = brought_to(town, Lane.TALK_PLANNED, to=SCHOOL.email)
    return referral, str(our_mail()["Message-ID"])


def answer(earlier: str, text: str = "Dinsdag kan ik niet.", *, header: str = "In-Reply-To", **named: str) -> bytes:
    return message(text, sender=MIA, extra=f"{header}: {earlier}\n", **named)


def returned(earlier: str, *, action: str = "failed", how: str = "report") -> bytes:
    """A mail of ours that a mail system sends back, in the ways they do."""
    original = f"From: kring@localhost\nTo: mia@school.example\nMessage-ID: {earlier}\nSubject: Uitnodiging\n\nDag"
    if how == "text":
        return message(
            f"Delivery has failed to these recipients.\n\n{original}",
            sender="MAILER-DAEMON@mx.example",
            subject="Failed",
        )
    told = f"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; mia@school.example\nAction: {action}"
    kind = {"report": "message/rfc822", "headers": "text/rfc822-headers"}[how]
    return parts(
        "Content-Type: text/plain\n\nUw bericht kon niet worden afgeleverd.",
        f"Content-Type: message/delivery-status\n\n{told}",
        f"Content-Type: {kind}\n\n{original}",
        kind='report; report-type="delivery-status"',
        sender="MAILER-DAEMON@mx.example",
        subject="Onbestelbaar",
    )


def waits(town: Town, referral: str) -> list[object]:
    return [content for _, content in replies.waiting(open_referral(town.noor.session, referral))]


@pytest.mark.parametrize("header", ["In-Reply-To", "References"])
def test_an_answer_lands_with_the_referral_whatever_its_subject(town: Town, header: str) -> None:
    referral, earlier = invited(town)
    a_referral()
    before = Referral.objects.count()
    raw = answer(earlier, header=header, subject="iets heel anders")
    assert taken(raw) is Taken.REPLY
    assert Referral.objects.count() == before
    [reply] = waits(town, referral)
    assert isinstance(reply, ReplyByMail)
    assert reply.message.text == "Dinsdag kan ik niet."
    assert replies.raw_of(open_referral(town.noor.session, referral), reply.original) == raw


def test_an_id_that_was_written_as_encoded_words_is_read(town: Town) -> None:
    from email.message import EmailMessage as Modern
    from email.policy import SMTP

    referral, earlier = invited(town)
    mail = Modern()
    mail["From"], mail["Subject"], mail["Message-ID"] = MIA, "Re", "<2@school.example>"
    mail["In-Reply-To"] = earlier.replace("@localhost", f"@{'sociaalhuis.' * 6}example")
    mail.set_content("Ja, graag.")
    raw = mail.as_bytes(policy=SMTP)
    assert b"=?utf-8?q?" in raw
    assert taken(raw) is Taken.REPLY
    assert len(waits(town, referral)) == 1


def test_the_same_answer_twice_lands_once(town: Town) -> None:
    referral, earlier = invited(town)
    assert taken(answer(earlier)) is Taken.REPLY
    assert taken(answer(earlier)) is Taken.SEEN
    assert len(waits(town, referral)) == 1


def test_nobody_gets_a_receipt_for_an_answer(town: Town) -> None:
    _, earlier = invited(town)
    before = len(list(outbox.waiting()))
    taken(answer(earlier))
    assert len(list(outbox.waiting())) == before


@pytest.mark.parametrize("how", ["tampered", "of another house", "subject alone", "in the text"])
def test_without_a_true_id_it_is_a_referral_of_its_own(town: Town, how: str) -> None:
    referral, earlier = invited(town)
    match how:
        case "tampered":
            raw = answer(earlier[:20] + ("A" if earlier[20] != "A" else "B") + earlier[21:])
        case "of another house":
            raw = answer(f"<kring.{'A' * 68}@localhost>")
        case "subject alone":
            raw = message("Dinsdag niet.", sender=MIA, subject=f"Re: {our_mail()['Subject']}")
        case _:
            raw = message(f"Dinsdag niet.\n\n> Message-ID: {earlier}", sender=MIA)
    assert taken(raw) is Taken.REFERRAL
    assert waits(town, referral) == []


@pytest.mark.parametrize("lane", [Lane.DECIDED])
def test_an_answer_to_what_is_decided_is_a_new_referral_so_that_somebody_sees_it(town: Town, lane: str) -> None:
    referral = brought_to(town, lane)
    assert taken(answer(message_id(referral, domain="localhost"))) is Taken.REFERRAL
    assert taken(answer(message_id(new_id(), domain="localhost"), "Nog iets.")) is Taken.REFERRAL


def test_an_answer_to_a_receipt_lands_with_that_referral(town: Town) -> None:
    assert taken(message("Ik maak mij zorgen.", sender=MIA)) is Taken.REFERRAL
    first = Referral.objects.get().id
    assert taken(answer(str(our_mail()["Message-ID"]), "Ik vergat iets.")) is Taken.REPLY
    assert len(waits(town, first)) == 1


def test_an_automatic_answer_lands_too_and_is_never_answered(town: Town) -> None:
    referral, earlier = invited(town)
    raw = message("Ik ben er niet.", sender=MIA, extra=f"In-Reply-To: {earlier}\nAuto-Submitted: auto-replied\n")
    assert taken(raw) is Taken.REPLY
    [reply] = waits(town, referral)
    assert isinstance(reply, ReplyByMail)
    assert reply.message.machine == "auto_reply"


@pytest.mark.parametrize("how", ["report", "headers", "text"])
def test_a_mail_of_ours_that_came_back_raises_a_task(town: Town, how: str) -> None:
    referral, earlier = invited(town)
    raw = returned(earlier, how=how)
    assert taken(raw) is Taken.RETURNED
    assert taken(raw) is Taken.SEEN
    row = Referral.objects.get(id=referral)
    assert row.verified().mail_returned
    [back] = waits(town, referral)
    assert isinstance(back, MailReturned)
    assert back.to == ("" if how == "text" else "mia@school.example")
    assert "onze mail kwam niet aan: bel" in town.noor.client.get("/board").content.decode()


def test_a_mail_that_is_only_late_and_one_that_is_not_ours_raise_none(town: Town) -> None:
    referral, earlier = invited(town)
    assert taken(returned(earlier, action="delayed")) is Taken.MACHINE
    assert taken(returned("<x@school.example>")) is Taken.MACHINE
    assert Referral.objects.get(id=referral).mail_at is None


def test_taken_care_of_it_is_kept_with_the_referral_and_no_longer_waits(town: Town) -> None:
    referral, earlier = invited(town)
    raw = answer(earlier)
    taken(raw)
    taken(returned(earlier))
    replies.settle(town.noor.session, opened_by(town.noor, referral), once="a")
    row = Referral.objects.get(id=referral)
    assert (row.mail_at, row.mail_returned) == (None, False)
    assert not Letter.objects.filter(about=referral, kind__in=replies.KINDS).exists()
    opened = opened_by(town.tom, referral)
    [kept] = decision.records(opened, replies.REPLY)
    assert isinstance(kept, ReplyByMail)
    assert replies.raw_of(opened, kept.original) == raw
    with pytest.raises(Conflict):
        replies.settle(town.noor.session, opened_by(town.noor, referral), once="a")


def test_mail_that_lands_while_a_colleague_decides_is_not_lost(town: Town) -> None:
    referral, earlier = invited(town)
    opened = opened_by(town.noor, referral)
    taken(answer(earlier))
    with pytest.raises(Conflict):
        replies.settle(town.noor.session, opened)
    assert len(waits(town, referral)) == 1


def test_what_is_forgotten_takes_its_mail_along(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, to=SCHOOL.email)
    taken(answer(message_id(referral, domain="localhost")))
    from kring.support.clarification import answers
    from kring.support.clarification.content import Answer, ReferrerAnswer

    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), ReferrerAnswer(Answer.YES, way="word"))
    assert not Letter.objects.filter(about=referral).exists()
    assert not ReferralRecord.objects.filter(referral=referral).exists()


def test_with_a_role_mail_that_waits_goes_along(town: Town) -> None:
    referral, earlier = invited(town)
    taken(answer(earlier))
    carried = list(decision._kept(opened_by(town.noor, referral)))
    assert {ReferralContent, ReplyByMail, Original} <= {type(one.content) for one in carried}


def test_what_a_calendar_answers_is_handed_on_and_lands_when_it_has_words(town: Town) -> None:
    referral, _ = invited(town)
    heard: list[CalendarReply] = []

    def hear(reply: CalendarReply) -> str:
        heard.append(reply)
        return referral if reply.uid == "ours" else ""

    assert taken(_invitation_answer("ours", ""), calendar=hear) is Taken.REPLY
    assert waits(town, referral) == []
    assert taken(_invitation_answer("ours", "Ik kom iets later."), calendar=hear) is Taken.REPLY
    assert len(waits(town, referral)) == 1
    before = Referral.objects.count()
    assert taken(_invitation_answer("theirs", ""), calendar=hear) is Taken.MACHINE
    assert Referral.objects.filter(machine=True).count() == 1
    assert Referral.objects.count() == before + 1
    assert [(one.uid, one.partstat) for one in heard] == [("ours", "ACCEPTED")] * 2 + [("theirs", "ACCEPTED")]


def test_words_beside_a_calendars_answer_are_kept_when_the_referral_is_decided(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDED)
    raw = _invitation_answer("ours", "Ik kom iets later.")
    assert taken(raw, calendar=lambda reply: referral) is Taken.MACHINE
    assert Referral.objects.filter(machine=True).count() == 1


def test_the_answer_of_a_calendar_comes_through_the_mailbox_to_the_talk(town: Town) -> None:
    invited(town)
    row = TalkAppointment.objects.get()
    raw = _invitation_answer(f"{row.uid}@localhost", "")
    raw = raw.replace(b"SEQUENCE:0", b"SEQUENCE:%d" % row.sequence)
    assert team_mailbox().take_in(Found(raw, "1")) is Taken.REPLY
    assert TalkAppointment.objects.get().said == TalkAppointment.Said.COMES
    assert team_mailbox().take_in(Found(raw, "1")) is Taken.REPLY


def test_an_id_tells_nothing_and_holds_only_here() -> None:
    referral = new_id()
    one, two = message_id(referral, domain="a.example"), message_id(referral, domain="a.example")
    assert one != two
    assert referral_of(one) == referral_of("", two) == referral
    assert referral_of(one.replace("kring.", "other.")) == ""
    assert all(referral_of(one[:at] + ("A" if one[at] != "A" else "B") + one[at + 1 :]) == "" for at in range(1, 76))
    assert referral not in one


def _invitation_answer(uid: str, text: str) -> bytes:
    calendar = (
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nSEQUENCE:0\r\nDTSTAMP:20210301T090000Z\r\nDTSTART:20210303T090000Z\r\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mia@school.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return parts(
        f"Content-Type: text/plain\n\n{text}",
        f'Content-Type: text/calendar; method="REPLY"; charset=utf-8\n\n{calendar}',
        kind="alternative",
        sender=MIA,
        extra=f"X-Number: {uid}\n",
    )
