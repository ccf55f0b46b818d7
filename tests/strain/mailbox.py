"""The team mailbox over real IMAP, line cut and fetcher killed at random: none lost, twice, or answered wrongly.

`python -m tests.strain.mailbox [--messages 1000] [--blows 50]`: prints the figures as JSON; exit code 1 when one is
wrong. Without blows it tells how fast it goes and whether memory stays flat. Needs Dovecot.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance
from tests.strain.mailbag import Piece, bag

if TYPE_CHECKING:
    from kring.site.tests.dovecot import House
    from kring.team.testing import Town

LONGEST_SECONDS = 1_200


@dataclass
class Figures:
    """What happened. All from `lost` on must be zero.

    torn: kept with other bytes than were delivered. answered_wrongly: receipts to who must get none, more than one to
    anybody, or none to who must get one.
    """

    engine: str
    messages: int = 0
    distinct: int = 0
    cut: int = 0
    killed: int = 0
    receipts: int = 0
    seconds: float = 0
    a_second: float = 0
    memory_grew_kb: int = 0
    lost: int = 0
    doubled: int = 0
    torn: int = 0
    answered_wrongly: int = 0
    left_behind: int = 0
    journal_findings: int = 0
    sweep_findings: int = 0

    def good(self) -> bool:
        """Whether nothing was lost, doubled, torn, answered wrongly, left or inconsistent."""
        wrong = (self.lost, self.doubled, self.torn, self.answered_wrongly, self.left_behind)
        return not (any(wrong) or self.journal_findings or self.sweep_findings)


def run(messages: int, blows: int, seed: int) -> Figures:
    """Deliver a bag, fetch it under blows, hold what is sealed and what was sent against what was delivered."""
    chance = random.Random(seed)
    with own_instance() as engine, tempfile.TemporaryDirectory(prefix="kring-imap-", dir="/tmp") as folder:
        from kring.site.tests.dovecot import dovecot

        town, ours = _town_with_mails_out()
        figures, pieces = Figures(engine), bag(messages, chance, ours)
        with dovecot(Path(folder)) as house:
            house.put(*(piece.raw for piece in pieces))
            figures.messages = house.count()
            let_go()
            _fetch(house, figures, blows, chance)
            figures.left_behind = house.count()
        _check(town, figures, pieces)
        _check_receipts(figures, pieces)
        return figures


def _town_with_mails_out() -> "tuple[Town, list[str]]":
    """The town, and ids of mails of ours about referrals that are under way."""
    from django.conf import settings

    settings.KRING_STRETCH = (1, 1024)
    from kring.support.clarification.testing import a_referral
    from kring.support.intake.threads import message_id
    from kring.team.testing import found_town

    town = found_town()
    return town, [message_id(a_referral(), domain="localhost") for _ in range(20)]


def _fetch(house: "House", figures: Figures, blows: int, chance: random.Random) -> None:
    """Let a fetcher work until the mailbox is empty; at each of `blows` moments cut its line or kill it."""
    moments = sorted(chance.sample(range(1, figures.messages), blows), reverse=True)
    began, (pid, reading) = time.monotonic(), _start(house)
    memory: list[int] = []
    while (left := _lying(house)) and time.monotonic() - began < LONGEST_SECONDS:
        if moments and left <= moments[0]:
            moments.pop(0)
            time.sleep(chance.uniform(0, 0.05))
            if chance.random() < 0.5:
                house.break_lines()
                figures.cut += 1
            else:
                _stop(pid, reading)
                figures.killed += 1
                pid, reading = _start(house)
        time.sleep(0.005)
    figures.seconds = round(time.monotonic() - began, 1)
    figures.a_second = round(figures.messages / max(figures.seconds, 0.1), 1)
    memory = _stop(pid, reading)
    if len(memory) > 20:
        figures.memory_grew_kb = max(memory[-len(memory) // 10 :]) - max(memory[: len(memory) // 4])


def _start(house: "House") -> tuple[int, int]:
    reading, writing = os.pipe2(os.O_NONBLOCK)
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        from kring.site.imap import box_at
        from kring.site.team_mailbox import team_mailbox
        from kring.site.watching import watch

        for _ in watch(box_at(house.address()), team_mailbox, every=1, pause=lambda _: time.sleep(0.02)):
            os.write(writing, b"%d\n" % _resident_kb())
    finally:
        os._exit(1)


def _stop(pid: int, reading: int) -> list[int]:
    """Kill it; how much memory it held after each message."""
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as told:
        return [int(line) for line in (told.read() or b"").split()]


def _lying(house: "House") -> int:
    from kring.site.tests.dovecot import USER

    box = house.folder / "mail" / USER
    return sum(1 for name in ("cur", "new") for _ in (box / name).iterdir())


def _resident_kb() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def _check(town: "Town", figures: Figures, pieces: list[Piece]) -> None:
    """Open everything that was sealed, and compare."""
    from kring.support.intake.content import Original
    from kring.support.intake.mail import read_mail
    from kring.support.intake.mailbox import seen_as
    from kring.team import queries as team
    from kring.vault import checkpoints, gate, letterbox
    from kring.vault.models import Letter
    from kring.vault.sweeping import sweep

    circle = team.circle("intake").principal
    keys = gate.entering(town.noor.session, act="strain.open", of=[circle], parts=[gate.OWN_KEY])
    letters = list(Letter.objects.filter(kind__in=("original", "reply_raw")))
    kept = [_even(one.raw) for one in letterbox.read(keys, letters, Original, owner=circle)]
    delivered: dict[str, set[bytes]] = {}
    for piece in pieces:
        delivered.setdefault(seen_as(read_mail(_even(piece.raw))), set()).add(_even(piece.raw))
    names = Counter(seen_as(read_mail(raw)) for raw in kept)
    figures.distinct = len(delivered)
    figures.lost = len(set(delivered) - set(names))
    figures.doubled = sum(count - 1 for count in names.values())
    figures.torn = sum(raw not in delivered.get(seen_as(read_mail(raw)), set()) for raw in kept)
    figures.journal_findings = len(checkpoints.verify())
    figures.sweep_findings = len(sweep())


def _even(raw: bytes) -> bytes:
    """Line ends as IMAP carries them, evened."""
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _check_receipts(figures: Figures, pieces: list[Piece]) -> None:
    from kring.site.post import send_all
    from kring.site.smtp import server_at
    from kring.site.tests.mail_sink import mail_sink

    with mail_sink() as sink:
        send_all(server_at(sink.address))
        got = Counter(str(mail["To"]).casefold() for mail in sink.mails)
    people, never = {one.person for one in pieces} - {""}, {one.never for one in pieces} - {""}
    figures.receipts = got.total()
    figures.answered_wrongly = sum(got[one] > 0 for one in never - people)
    figures.answered_wrongly += sum(got[one] != 1 for one in people)
    figures.answered_wrongly += sum(count > 1 for who, count in got.items() if who not in people)


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.mailbox", description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--blows", type=int, default=50)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    options = parser.parse_args(arguments)
    figures = run(options.messages, options.blows, options.seed)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
