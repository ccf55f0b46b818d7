"""Who wrote the message that was forwarded to us, and which words are the forwarder's own.

Mail programs print the original header lines into the text, each in its own language, or attach the message whole.
The same lines above a *quoted* message mean an answer, so without the word "forwarded" the subject decides. Nothing
here is proved: anybody can type "Van:".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kring.support.intake.mail.bodies import Body, body_of
from kring.support.intake.mail.headers import Mail, addresses_in, sender_of, subject_of
from kring.support.intake.mail.letter import MailAddress
from kring.support.intake.mail.openings import is_original_line
from kring.support.intake.mail.phrases import any_of

_LINES: Final = 4_000
_LINE_CHARACTERS: Final = 500
_BLOCK_LINES: Final = 14
_LAYERS: Final = 5
_ATTACHED: Final = 5

_FORWARD_SUBJECT = re.compile(r"(?:fwd?|tr|wg|doorst(?:uren)?|doorgestuurd|i|rv|enc|vl|vb|pd)\s*:", re.IGNORECASE)
_REPLY_SUBJECT = re.compile(r"(?:re|antw?|aw|r[ée]f?|sv|rif|res|betr)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_SUBJECT_TAG = re.compile(r"\s*(?:\[[^\]]{1,30}\]\s*|(?:extern|external|externe)\s*:\s*)", re.IGNORECASE)

_FORWARDED = any_of(
    r"(?:begin (?:van (?:het )?)?)?doorgestuurde? (?:bericht|mail|e-mail)|doorgezonden bericht",
    r"(?:d[ée]but du )?(?:message|courriel|e-mail) (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée]|transmis|renvoy[ée])",
    r"(?:begin )?forwarded (?:message|mail|e-mail)|forwarded by .{1,80}",
    r"(?:anfang der )?weitergeleitete[nr]? nachricht",
    r"(?:inizio )?messaggio inoltrato|(?:inicio del )?mensaje reenviado",
)
_DECORATION: Final = " \t-_*=~:"

_LABELS: Final = {
    "from": "van|de|from|von|da|afzender|exp[ée]diteur|remitente",
    "date": "verzonden|verzonden op|datum|date|envoy[ée]|envoy[ée] le|sent|gesendet|inviato|data|fecha|enviado",
    "to": "aan|naar|[àa]|pour|to|an|para|destinataire|ontvanger",
    "cc": "cc|kopie|copie|copie [àa]|antwoord aan|r[ée]pondre [àa]|reply-to",
    "subject": "onderwerp|objet|sujet|subject|betreff|betreft|oggetto|asunto",
}
_ANY_LABEL: Final = "|".join(f"(?P<{key}>{words})" for key, words in _LABELS.items())
_LABEL_LINE = re.compile(
    rf"(?:{_ANY_LABEL})[\s*_]{{0,9}}:[\s*_]{{0,9}}(?P<value>.*)",
    re.IGNORECASE,
)
_ANSWER_LINE = re.compile(
    r"(?:op .{4,200}schreef.{0,200}|on .{4,200}wrote:?|le .{4,200}a [ée]crit\s*:?|am .{4,200}schrieb.{0,200}:"
    r"|il .{4,200}ha scritto:?|el .{4,200}escribi[óo]:?)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*(?:<(?:mailto:)?[^<>]*>|\[mailto:[^\[\]]*\]|\([^()@]*@[^()]*\)).*")
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Header lines printed in a text: where they begin, who they name, whether the program said "forwarded"."""

    line: int
    author_line: int
    author: MailAddress
    subject: str
    announced: bool


def original_author(mail: Mail, body: Body, *, layers: int = _LAYERS) -> MailAddress | None:
    """The author at the far end of the chain of forwards; None when nothing was forwarded.

    An attached message goes before printed lines: it carries a real header.
    """
    if body.inner and layers and not is_answer(subject_of(mail)):
        inner = body.inner[0]
        return original_author(inner, body_of(inner), layers=layers - 1) or sender_of(inner)
    return author_in_text(body.text, subject_of(mail))


def attached_words(body: Body, *, layers: int = _LAYERS) -> str:
    """The words of the attached messages, each under a line that names its author: what was forwarded is the worry."""
    told: list[str] = []
    for inner in body.inner[:_ATTACHED] if layers else ():
        within = body_of(inner)
        author = sender_of(inner)
        named = f"{author.display} <{author.address}>".strip() if author else ""
        told += [f"---------- {named}\n{subject_of(inner)}".strip(), within.text]
        told.append(attached_words(within, layers=layers - 1))
    return "\n\n".join(part for part in told if part)


def author_in_text(text: str, subject: str) -> MailAddress | None:
    """The author named by the printed header lines, followed inward while each layer is itself a forward."""
    found: MailAddress | None = None
    forwarded = is_forward(subject)
    answered = is_answer(subject)
    for block in blocks_in(text):
        if not (block.announced or (forwarded and not answered)):
            break
        found = block.author
        forwarded, answered = is_forward(block.subject), is_answer(block.subject)
        if answered:
            break
    return found


def own_words(text: str) -> str:
    """What the sender wrote above anything forwarded or quoted; the whole text when there is nothing above."""
    lines = _lines(text)
    starts = [place for place, line in enumerate(lines) if _begins_another(line)]
    starts += [block.line for block in blocks_in(text)]
    return "\n".join(lines[: min(starts)] if starts else lines).strip()


def is_forward(subject: str) -> bool:
    """Whether the outermost mark of the subject says forwarded (Fw, Tr, Doorst, Wg...)."""
    return _FORWARD_SUBJECT.match(_untagged(subject)) is not None


def is_answer(subject: str) -> bool:
    """Whether the outermost mark of the subject says answered (Re, Antw, Aw...)."""
    return _REPLY_SUBJECT.match(_untagged(subject)) is not None


def blocks_in(text: str) -> Iterator[Block]:
    """Every group of printed header lines: a "from" line with two more labels near it, or one after an announcement.

    Below a line of its own ("Original message" too) the "from" may stand further down.
    """
    lines = _lines(text)
    announced, introduced, next_place = False, False, 0
    for place, line in enumerate(lines):
        if announces(line) or is_original_line(line):
            announced, introduced = announces(line), True
        elif place >= next_place and line.strip(" >"):
            block = _block_at(lines, place, announced=announced, introduced=introduced)
            if block:
                yield block
                next_place = block.author_line + 1
            announced = introduced = False


def _block_at(lines: list[str], place: int, *, announced: bool, introduced: bool) -> Block | None:
    first = _labelled(lines[place])
    if not first or (_label(first) != "from" and not introduced):
        return None
    seen = _labels_from(lines, place)
    if "from" not in seen or len(seen) < (2 if announced else 3):
        return None
    author = _author(seen["from"][1])
    subject = seen.get("subject", (0, ""))[1]
    return Block(place, seen["from"][0], author, subject, announced) if author else None


def _labels_from(lines: list[str], place: int) -> dict[str, tuple[int, str]]:
    """The labels in the next lines with the line and what stands behind it, or on the line below it."""
    seen: dict[str, tuple[int, str]] = {}
    window = lines[place : place + _BLOCK_LINES]
    for offset, line in enumerate(window):
        match = _labelled(line)
        if not match:
            continue
        if _label(match) == "from" and "from" in seen:
            break
        below = "".join(other for other in window[offset + 1 : offset + 2] if not _labelled(other))
        seen.setdefault(_label(match), (place + offset, match["value"].strip() or below.strip()))
    return seen


def _label(match: re.Match[str]) -> str:
    return next((key for key in _LABELS if match[key]), "")


def _author(value: str) -> MailAddress | None:
    """The address when one is printed, and the name before it; a name alone is common inside one organisation."""
    value = value.lstrip(" *_>").rstrip(" *_")[:300]
    address = next(addresses_in(_MAILTO.sub("", value.replace("[", "<").replace("]", ">"))), None)
    name = _IN_BRACKETS.sub("", value).strip(" \t\"'*_;,")
    name = "" if "@" in name else name
    if not address and not name:
        return None
    return MailAddress(address.address if address else "", name)


def _labelled(line: str) -> re.Match[str] | None:
    return _LABEL_LINE.fullmatch(line.lstrip(" \t>*_|"))


def announces(line: str) -> bool:
    """Whether this is the mail program's own line above a forward; quoted (">") it belongs to an older message."""
    return _FORWARDED.fullmatch(line.strip(_DECORATION)) is not None


def _begins_another(line: str) -> bool:
    if line.startswith(">") or announces(line) or _ANSWER_LINE.fullmatch(line.strip()):
        return True
    return is_original_line(line)


def _untagged(subject: str) -> str:
    for _ in range(3):
        subject = _SUBJECT_TAG.sub("", subject, count=1) if _SUBJECT_TAG.match(subject) else subject
    return subject.strip()


def _lines(text: str) -> list[str]:
    return [line[:_LINE_CHARACTERS].replace("\xa0", " ") for line in text.split("\n", _LINES)[:_LINES]]
