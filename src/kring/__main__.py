"""`python -m kring COMMAND`: the commands of the product (migrate, demo_town, council_answer, ...)."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command with Kring's own settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.site.settings")
    execute_from_command_line(["kring", *sys.argv[1:]])


if __name__ == "__main__":
    main()
