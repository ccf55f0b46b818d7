"""Run in a process of its own: the copy of a file for the person, on paper.

`python -m benchmarks.access_copy ENTRIES` draws a copy of so many entries and prints JSON: CPU and wall seconds of the
sheet, and its size. The engine and its fonts are loaded before the clock runs.
"""

import json
import sys
import time
from random import Random
from typing import Any

from benchmarks.sites import NOTE


def copy_of(many: int) -> dict[str, Any]:
    """A copy as `privacy/access/export.py` makes it: contacts of four short fields and two sentences."""
    random, words = Random(46), NOTE.split()

    def sentence(length: int) -> str:
        return " ".join(random.choice(words) for _ in range(length))

    short = {"Welk soort": "op straat", "Wie zocht contact": "wij", "Hoe lang": "30 minuten", "Waarover": "wonen"}
    pieces = [
        {
            "part": ("summary", "journal", "plan", "network")[number * 4 // many],
            "what": "Contact",
            "on": f"2021-02-{1 + number % 28:02}",
            "by": "Noor",
            "says": [
                {"label": label, "text": text}
                for label, text in (short | {"Wat er was": sentence(36), "Afgesproken": sentence(14)}).items()
            ],
        }
        for number in range(many)
    ]
    empty: dict[str, Any] = {"recipients": [], "looked": [], "kept_back": []}
    asked = {"request": "V-31", "asked_on": "2021-03-01", "made_on": "2021-03-01", "asked_by": "de cliënt"}
    return {**asked, **empty, "pieces": pieces}


def main() -> None:
    """Draw a small one, then the whole, and print."""
    import django

    django.setup()

    from kring.privacy.access.export import on_paper

    on_paper(copy_of(4))
    whole = copy_of(int(sys.argv[1]))
    cpu, wall = time.process_time(), time.perf_counter()
    pdf = on_paper(whole)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps({"cpu_s": cpu, "wall_s": wall, "kb": len(pdf) // 1024}))


if __name__ == "__main__":
    main()
