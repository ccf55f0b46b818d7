"""Mail going out: what waits in the outbox becomes a letter without content and is destroyed when it has gone.

A mail that does not go out waits longer each time and is given up after twelve tries. Each try is committed before it
is made, so two runs at once send nothing twice. Texts stand in letters/; they know a code or a link, nothing else.
"""

from collections import Counter
from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from enum import StrEnum
from pathlib import Path
from smtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected
from string import Template

from django.apps import apps
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from kring.site import calendar_part
from kring.site.imap import IMAP_ADDRESS
from kring.site.servers import Server
from kring.site.smtp import connected
from kring.support.intake.mail import MailAddress
from kring.support.intake.threads import message_id
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.models import OutboxRow
from kring.vault.outbox import Outgoing
from kring.vault.refusals import Conflict

LETTERS = Path(__file__).parent / "letters"
LANGUAGES = ("nl", "fr", "en")
LEADS_TO = {
    "enrol": "team:invitation",
    "back": "team:invitation",
    "referred": "clarification:own",
    "nudge": "plan:nudge",
    "sheet": "plan:own",
    "table": "consultation:guest",
    "table_moved": "consultation:guest",
    "table_here": "consultation:guest",
    "neighbours": "mediation:own",
    "concerns": "concerns:own",
}
"""Where the link of a letter leads, when it is not to what we laid before a referrer."""
TRIES = 12
BY = "system"


class Sent(StrEnum):
    """What became of one mail."""

    SENT = "sent"
    LATER = "later"
    GIVEN_UP = "given_up"


def own_addresses() -> frozenset[str]:
    """The addresses we write from and read at; what comes from there is never answered."""
    reading = IMAP_ADDRESS.server_at(settings.KRING_IMAP).user if settings.KRING_IMAP else ""
    return frozenset({settings.KRING_MAIL_FROM.casefold(), reading.casefold()} - {""})


def send_all(server: Server) -> Counter[Sent]:
    """Try every mail whose time has come, over one connection. Raises OSError when the server does not answer."""
    counts: Counter[Sent] = Counter()
    due = [outgoing for outgoing in outbox.waiting() if _is_due(outgoing.row)]
    due = _speaking(due)
    if due:
        with connected(server) as line:
            for outgoing in due:
                if (became := _send(line, outgoing)) is not None:
                    counts[became] += 1
    return counts


def _speaking(due: list[Outgoing]) -> list[Outgoing]:
    """Without the mails of dossiers that fell silent; those are destroyed and not sent."""
    hushed = _hushed([outgoing.dossier for outgoing in due if outgoing.dossier])
    rows = [outgoing.row for outgoing in due if outgoing.dossier in hushed]
    if rows:
        with acting("outbox.silent", by=BY) as act:
            act.erase(rows)
    return [outgoing for outgoing in due if outgoing.dossier not in hushed]


def _hushed(dossiers: list[str]) -> set[str]:
    if not apps.is_installed("kring.support"):
        return set()
    from kring.support.dossier.queries import silent

    return silent(dossiers)


def letter(outgoing: Outgoing) -> EmailMessage:
    """The mail itself. Raises ValueError when the address cannot stand in a header."""
    if not MailAddress(outgoing.to).is_safe:
        raise ValueError("not an address")
    language = outgoing.language if outgoing.language in LANGUAGES else LANGUAGES[0]
    subject, _, text = _text(outgoing.template, language).partition("\n\n")
    mail = EmailMessage()
    user, _, domain = settings.KRING_MAIL_FROM.rpartition("@")
    mail["From"] = Address("Kring", user, domain)
    mail["To"] = Address(addr_spec=outgoing.to)
    mail["Subject"] = subject.strip()
    mail["Date"] = format_datetime(timezone.now())
    about = outgoing.about
    mail["Message-ID"] = message_id(about, domain=domain) if about else make_msgid(domain=domain)
    mail["Auto-Submitted"] = "auto-replied" if outgoing.template == "receipt" else "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(Template(text).substitute(_words(outgoing)))
    mail["Content-Language"] = language
    if note := outgoing.words.get("note"):
        mail.add_attachment(note.encode(), maintype="application", subtype="octet-stream", filename="kring.note")
    calendar_part.attach(mail, outgoing, language)
    return mail


def _words(outgoing: Outgoing) -> dict[str, str]:
    """What a letter may name: the address of the form, a code, a link."""
    house = settings.KRING_ORIGIN or "http://127.0.0.1:8000"
    words = {"form": house + _here("intake:start"), **outgoing.words}
    if token := words.pop("token", ""):
        words["link"] = house + reverse(LEADS_TO.get(outgoing.template, "clarification:confirm"), args=[token])
    words["door"] = house + reverse("signin")
    words["status"] = house + _here("intake:status")
    return words


def _here(route: str) -> str:
    """The path of a page that only casework has; the letters of another register do not name it."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return "/"


def _text(template: str, language: str) -> str:
    return (LETTERS / f"{template}.{language}.txt").read_text(encoding="utf-8")


def _is_due(row: OutboxRow) -> bool:
    """At once, then after 2, 4, 8 minutes and so on from when it was posted: about three days in all."""
    return row.tries == 0 or timezone.now() >= row.posted_at + timedelta(minutes=2**row.tries)


def _send(line: SMTP, outgoing: Outgoing) -> Sent | None:
    """One mail; None when another run has it in hand."""
    row = outgoing.row
    try:
        with acting("outbox.try", by=BY) as act:
            act.change(row, tries=row.tries + 1)
    except Conflict:
        return None
    try:
        line.send_message(letter(outgoing))
    except SMTPServerDisconnected:
        raise
    except SMTPRecipientsRefused as refused:
        if any(code < 500 for code, _ in refused.recipients.values()) and row.tries < TRIES:
            return Sent.LATER
        became = Sent.GIVEN_UP
    except SMTPException:
        if row.tries < TRIES:
            return Sent.LATER
        became = Sent.GIVEN_UP
    except ValueError:
        became = Sent.GIVEN_UP
    else:
        became = Sent.SENT
    with acting(f"outbox.{became}", by=BY) as act:
        act.remove([row])
    return became
