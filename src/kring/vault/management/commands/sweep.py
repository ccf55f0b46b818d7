"""`sweep`: hold every guarded row against what the journal last saw of it. Needs no key."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from kring.vault.sweeping import sweep


class Command(BaseCommand):
    help = "Find rows that were changed, put back, deleted or inserted behind the journal's back."

    def handle(self, *args: Any, **options: Any) -> None:
        findings = sweep()
        for finding in findings:
            self.stdout.write(f"{finding.what}: {finding.table} {finding.row}")
        self.stdout.write("every row is as the journal left it" if not findings else f"{len(findings)} findings")
        if findings:
            sys.exit(1)
