"""`send_outbox`: what waits in the outbox goes out by SMTP. Prints how many, never to whom."""

from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kring.site.post import Sent, send_all
from kring.site.smtp import server_at

WORDS = {Sent.SENT: "sent", Sent.LATER: "to be tried again", Sent.GIVEN_UP: "given up"}


class Command(BaseCommand):
    help = "Send the mail that waits in the outbox to the server in KRING_SMTP."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """One run; what does not go out now is tried again by a later one."""
        if not settings.KRING_SMTP:
            raise CommandError("KRING_SMTP is not set: name the mail server, such as smtp://mail.example.be:587.")
        try:
            counts = send_all(server_at(settings.KRING_SMTP))
        except (OSError, SMTPException) as trouble:
            raise CommandError(
                f"The mail server did not take it ({type(trouble).__name__}). Try again later."
            ) from None
        if verbosity:
            told = [f"{counts[became]} {WORDS[became]}" for became in Sent if counts[became]]
            self.stdout.write(", ".join(told) or "nothing to send")
