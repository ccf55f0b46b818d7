"""Ten thousand guesses at links and codes from one address, an equal part at each kind: how many are looked up at all.

`python -m tests.strain.guessing [--guesses 10000]`: prints the figures as JSON; exit code 1 when one is wrong.
"""

import argparse
import json
import logging
import sys
import time
from dataclasses import asdict, dataclass, field

from tests.strain.instance import own_instance

GUESSER = "10.6.6.6"


@dataclass
class Figures:
    """looked_up: guesses that were answered otherwise than "wait", by kind; opened: of all. allowed: what may be."""

    engine: str
    guesses: int
    looked_up: dict[str, int] = field(default_factory=dict)
    allowed: dict[str, int] = field(default_factory=dict)
    per_second: dict[str, int] = field(default_factory=dict)
    opened: int = 0

    def good(self) -> bool:
        """Whether nothing opened and nobody guessed on."""
        return not self.opened and all(count <= self.allowed[kind] for kind, count in self.looked_up.items())


def run(guesses: int) -> Figures:
    """Guess at each kind, with a living one of it in the house."""
    with own_instance() as engine:
        from django.conf import settings

        logging.disable()
        settings.KRING_STRETCH, settings.ALLOWED_HOSTS = (1, 1024), ["*"]
        from kring.team.testing import found_town
        from tests.stories.links import LINKS

        town, figures = found_town(), Figures(engine, guesses)
        for kind, link in LINKS.items():
            link.living(town)
            began = time.monotonic()
            answers = [link.guess().ask(GUESSER).status_code for _ in range(guesses // len(LINKS))]
            seconds = time.monotonic() - began
            figures.looked_up[kind] = len(answers) - answers.count(429)
            figures.opened += sum(answer not in (404, 429) for answer in answers)
            figures.allowed[kind] = link.most * (1 + int(seconds // link.while_seconds))
            figures.per_second[kind] = round(len(answers) / seconds)
        return figures


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.guessing", description=__doc__)
    parser.add_argument("--guesses", type=int, default=10_000)
    options = parser.parse_args(arguments)
    figures = run(options.guesses)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
