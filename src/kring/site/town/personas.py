"""The file with the people of a demo: name, role, sign-in name, password. For the owner of the folder alone."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from kring.site.founding import Newcomer


def write_personas(path: Path, people: Iterable[Newcomer], passwords: Mapping[str, str]) -> None:
    """Write these people with mode 0600, whole or not at all."""
    listed = [
        {"name": one.name, "role": one.role, "sign_in": one.signs_in_as, "password": passwords[one.key]}
        for one in people
    ]
    whole = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(listed, file, ensure_ascii=False, indent=2)
    whole.replace(path)
