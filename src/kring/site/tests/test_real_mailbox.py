"""311 real messages on their whole way: into a database, opened by a colleague, receipts through a real SMTP server.

The messages are kept outside the product, in `../shared/data` beside the checkout; skipped where they are not. Senders
who wrote more than once that day get one receipt, so people are counted by address.
"""

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kring.site.post import Sent, send_all
from kring.site.smtp import server_at
from kring.site.tests.mail_sink import mail_sink
from kring.support.intake.actions import open_referral
from kring.support.intake.mail import Found
from kring.support.intake.mail.tests.test_real_messages import DATA, is_bounce_suite
from kring.support.intake.mailbox import Mailbox, Taken
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.models import Letter

pytestmark = pytest.mark.skipif(
    not (DATA / "mail-open.tar.xz").exists(),
    reason="the real messages (mail-open.tar.xz) are not beside this checkout in ../shared/data",
)

type Case = dict[str, Any]


def messages(data: Path) -> Iterator[tuple[Case, bytes]]:
    """What is expected of each message, and its bytes."""
    listed = json.loads((data / "mail-open.manifest.json").read_text())["messages"]
    with tarfile.open(data / "mail-open.tar.xz") as archive:
        raw = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        for case in listed:
            content = raw[f"{case['id']}.eml"]
            assert content
            yield case, content.read()


def test_none_is_lost_machines_are_never_answered_and_people_are(town: Town) -> None:
    cases = list(messages(DATA))
    unlike = {raw for _, raw in cases}
    mailbox = Mailbox()
    became = [mailbox.take_in(Found(raw, "x.eml")) for _, raw in cases]
    assert len(became) == 311
    assert Taken.LEFT not in became
    assert Referral.objects.count() == len(unlike)
    assert Letter.objects.filter(kind="original").count() == len(unlike)

    with mail_sink() as sink:
        counts = send_all(server_at(sink.address))
        answered = {str(mail["To"]).casefold() for mail in sink.mails}
    assert set(counts) == {Sent.SENT}
    assert len(sink.mails) == len(answered)

    declared = {_sender(case) for case, _ in cases if case["expect"]["must_not_autoreply"]}
    silent = [case for case, _ in cases if is_bounce_suite(case) and not case["expect"]["must_not_autoreply"]]
    wrote = [case for case, _ in cases if not is_bounce_suite(case) and not case["expect"]["must_not_autoreply"]]
    people = {_sender(case) for case in wrote} - {""}
    # Somebody who wrote himself is answered for that, also when another message of his was automatic.
    assert answered & (declared - people) == set()
    assert len([case for case in silent if _sender(case) in answered - people]) <= 1
    assert len(people & answered) / len(people) >= 0.95


def test_sender_and_subject_come_back_from_the_seal_as_the_majority_reads_them(town: Town) -> None:
    wrong, mailbox = [], Mailbox()
    for case, raw in messages(DATA):
        if mailbox.take_in(Found(raw, "x.eml")) is Taken.SEEN:
            continue
        newest = Referral.objects.get(filed=False)
        message = open_referral(town.noor.session, newest.id).content.message
        expected = case["expect"]
        assert message
        if expected["subject"] is not None and expected["subject"].split() != message.subject.split():
            wrong.append((case["id"], "subject"))
        if expected["from_addr"] is not None and expected["from_addr"].lower() != message.sender.lower():
            wrong.append((case["id"], "sender"))
    assert wrong == []


def _sender(case: Case) -> str:
    return (case["expect"]["from_addr"] or "").casefold()
