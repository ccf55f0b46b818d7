"""311 real messages, kept outside the product: `../shared/data` beside the checkout. Skipped where they are not.

Expectations are the majority of three independent parsers. "Machine" is known for certain only by standard headers and
for the bounce suites, of which every message is one; so the people are counted from below: whoever is in no bounce
suite and carries no such header, among them newsletters and daemons that we rightly do not answer.
"""

import json
import tarfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kring
from kring.support.intake.mail import ParsedMail, read_mail

DATA = Path(kring.__file__).parents[2].parent / "shared" / "data"
SUITES = ("flufl_bounce", "libmail-deliverystatus-bounceparser", "baunsu")

pytestmark = pytest.mark.skipif(
    not (DATA / "mail-open.tar.xz").exists(),
    reason="the real messages (mail-open.tar.xz) are not beside this checkout in ../shared/data",
)

type Case = tuple[dict[str, Any], ParsedMail]


@cache
def cases() -> list[Case]:
    """Every message with what is expected of it."""
    listed = json.loads((DATA / "mail-open.manifest.json").read_text())["messages"]
    with tarfile.open(DATA / "mail-open.tar.xz") as archive:
        raw = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return [(each, read_mail(content.read())) for each in listed if (content := raw[f"{each['id']}.eml"])]


def is_bounce_suite(case: dict[str, Any]) -> bool:
    return case["package"].startswith(SUITES) and "non-" not in case["member"]


def test_none_raises_and_none_is_lost() -> None:
    assert len(cases()) == 311
    assert [case["id"] for case, mail in cases() if mail.troubles or len(mail.raw) != case["size"]] == []


def test_subject_and_sender_equal_the_majority() -> None:
    wrong = []
    for case, mail in cases():
        expected = case["expect"]
        subject, sender = expected["subject"], expected["from_addr"]
        if subject is not None and " ".join(subject.split()) != " ".join(mail.subject.split()):
            wrong.append((case["id"], "subject"))
        if sender is not None and (mail.sender is None or sender.lower() != mail.sender.address.lower()):
            wrong.append((case["id"], "sender"))
    assert wrong == []


def test_nearly_all_texts_and_attachments_equal_the_majority() -> None:
    known = [(case["expect"], mail) for case, mail in cases()]
    texts = sum(expected["has_body"] == bool(mail.text) for expected, mail in known)
    attachments = sum(expected["attachments"] == len(mail.attachments) for expected, mail in known)
    assert texts >= 290
    assert attachments >= 300


def test_machine_mail_that_says_so_is_never_answered() -> None:
    declared = [mail for case, mail in cases() if case["expect"]["must_not_autoreply"]]
    assert len(declared) == 135
    assert [mail for mail in declared if mail.machine is None or mail.receipt_to] == []


def test_machine_mail_that_does_not_say_so_is_mostly_caught() -> None:
    silent = [m for case, m in cases() if is_bounce_suite(case) and not case["expect"]["must_not_autoreply"]]
    assert len(silent) == 9
    assert sum(mail.machine is not None for mail in silent) >= 8


def test_people_are_taken_for_people() -> None:
    people = [m for case, m in cases() if not is_bounce_suite(case) and not case["expect"]["must_not_autoreply"]]
    assert len(people) == 167
    assert sum(mail.machine is None for mail in people) / len(people) >= 0.95
