"""A bag of mixed messages and the truth about each: who must get one receipt, and who none.

Invented, but for the real messages (`../shared/data`), which go in when they are there; of those only "never answer" is
known for certain. A message with a NUL byte cannot travel over IMAP and stays out.
"""

import json
import random
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from tests.house.tree import ROOT

DATA = ROOT.parent / "shared" / "data"
TOWN = ROOT / "src" / "kring" / "site" / "town" / "messages"
WORRY = {
    "nl": "Dag,\n\nIk maak mij zorgen over een leerling die niet meer komt. Kunnen jullie mij bellen?\n\nGroeten",
    "fr": "Bonjour,\n\nJe suis inquiète pour un élève qui ne vient plus en classe. Pouvez-vous m'appeler ?\n\nMerci",
    "en": "Hello,\n\nI am worried about a pupil who has not been in class for weeks. Can you call me?\n\nThanks",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One message. `person`: who must get exactly one receipt; `never`: who must get none; both may be ""."""

    raw: bytes
    person: str = ""
    never: str = ""


def bag(count: int, chance: random.Random, ours: list[str]) -> list[Piece]:
    """`count` messages in a random order. `ours`: ids of mails of ours, to be answered and to come back."""
    found = [*_real(), *_town()][: count // 2]
    found += [_own(at, chance, ours, found) for at in range(count - len(found))]
    chance.shuffle(found)
    return found


def _own(at: int, chance: random.Random, ours: list[str], before: list[Piece]) -> Piece:
    who = f"persoon{at}@school{at % 9}.example"
    people = [piece for piece in before if piece.person]
    match chance.choices(("person", "machine", "answer", "returned", "again", "strange"), (60, 15, 8, 5, 7, 5))[0]:
        case "machine":
            sign = chance.choice(
                [("Auto-Submitted", "auto-replied"), ("List-Id", "<nieuws.example>"), ("Precedence", "bulk")]
            )
            return Piece(_mail(at, who, chance, [sign]), never=who)
        case "answer":
            return Piece(_mail(at, who, chance, [("In-Reply-To", chance.choice(ours))]), never=who)
        case "returned":
            return Piece(_returned(at, chance.choice(ours)), never=f"mailer-daemon@mx{at}.example")
        case "again" if people:
            earlier = chance.choice(people)
            return Piece(
                b"Received: by other%d.example; Mon, 1 Mar 2021 10:00:00 +0100\r\n" % at + earlier.raw, earlier.person
            )
        case "strange":
            return Piece(
                b"From: %s\r\nSubject: \xff\xfe\r\n\r\n" % who.encode() + chance.randbytes(500).replace(b"\0", b""), ""
            )
    return Piece(_mail(at, who, chance, []), person=who)


def _mail(at: int, who: str, chance: random.Random, signs: list[tuple[str, str]]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Persoon {at} <{who}>", "team@stad.example"
    mail["Subject"], mail["Date"] = f"Een vraag {at}", "Mon, 01 Mar 2021 09:00:00 +0100"
    mail["Message-ID"] = f"<{chance.getrandbits(64)}@school.example>"
    for name, value in signs:
        mail[name] = value
    mail.set_content(f"{WORRY[chance.choice(('nl', 'fr', 'en'))]}\n{at}\n")
    if chance.random() < 0.2:
        content = chance.randbytes(chance.randrange(1_000, 400_000))
        mail.add_attachment(content, maintype="application", subtype="pdf", filename="nota.pdf")
    return mail.as_bytes()


def _returned(at: int, ours: str) -> bytes:
    report = f"Final-Recipient: rfc822; weg{at}@school.example\nAction: failed\nStatus: 5.1.1"
    returned = f"Message-ID: {ours}\nSubject: Uitnodiging"
    parts = (
        ("text/plain", "Uw bericht kon niet worden afgeleverd."),
        ("message/delivery-status", f"Reporting-MTA: dns; mx.example\n\n{report}"),
        ("text/rfc822-headers", returned),
    )
    body = "".join(f"--edge\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts) + "--edge--\n"
    head = f"From: MAILER-DAEMON@mx{at}.example\nSubject: Undelivered Mail {at}\nMessage-ID: <{at}@mx.example>\n"
    return f'{head}Content-Type: multipart/report; report-type="delivery-status"; boundary="edge"\n\n{body}'.encode()


def _real() -> Iterator[Piece]:
    if not (DATA / "mail-open.tar.xz").exists():
        return
    listed = json.loads((DATA / "mail-open.manifest.json").read_text())["messages"]
    wrote = {_from(case) for case in listed if not case["expect"]["must_not_autoreply"]}
    with tarfile.open(DATA / "mail-open.tar.xz") as archive:
        for case in listed:
            content = archive.extractfile(f"{case['id']}.eml")
            raw = content.read() if content else b"\0"
            if b"\0" not in raw:
                known = case["expect"]["must_not_autoreply"] and _from(case) not in wrote
                yield Piece(raw, never=_from(case) if known else "")


def _from(case: dict[str, dict[str, str | None]]) -> str:
    return (case["expect"]["from_addr"] or "").casefold()


def _town() -> Iterator[Piece]:
    for path in sorted(Path(TOWN).glob("*.eml")):
        raw = path.read_bytes()
        if b"\0" not in raw:
            yield Piece(raw)
