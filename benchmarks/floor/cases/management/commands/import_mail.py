"""Turns a folder of .eml files into referrals: one commit each, a repeat is recognised by Message-ID."""

import secrets
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from benchmarks.floor.cases.models import Referral


class Command(BaseCommand):
    help = "Import referral messages from a folder of .eml files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        parser = BytesParser(EmailMessage, policy=policy.default)
        added = 0
        for path in sorted(options["folder"].glob("*.eml")):
            with path.open("rb") as file:
                added += self.receive(parser.parse(file))
        self.stdout.write(f"{added} added")

    @transaction.atomic
    def receive(self, message: EmailMessage) -> bool:
        if Referral.objects.filter(message_id=message["Message-ID"]).exists():
            return False
        name, address = parseaddr(message["From"])
        body = message.get_body(("plain", "html"))
        Referral.objects.create(
            code=secrets.token_hex(8),
            channel="mail",
            message_id=message["Message-ID"],
            referrer_name=name,
            email=address,
            subject=message["Subject"],
            text=body.get_content() if body else "",
        )
        return True
