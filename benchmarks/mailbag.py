"""J7: a thousand plain mails become referrals, each committed; the same thousand again adds nothing.

The messages are invented. Both sites read the same folder with their own command; what starting that
command costs is measured with an empty folder and taken off, so that it hides no difference.
"""

from email.message import EmailMessage
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.processes import Spent, run_command
from benchmarks.sites import TEXT, Place, Site

MAILS = 1000
SENDERS = 60


def write_mails(folder: Path, bag: str) -> None:
    """A thousand .eml files of people who refer; `bag` makes the messages of one bag new to every site."""
    folder.mkdir(parents=True)
    dice = Random(bag)
    for at in range(MAILS):
        sender = dice.randrange(SENDERS)
        message = EmailMessage()
        message["From"] = f"Leerkracht {sender} <leerkracht{sender}@school{sender % 7}.example>"
        message["To"] = "aanmelden@stad.example"
        message["Subject"] = f"Een leerling die we missen ({at})"
        message["Date"] = f"Mon, 01 Mar 2021 {8 + at // 60 % 10:02}:{at % 60:02}:00 +0100"
        message["Message-ID"] = f"<{bag}.{at}@school.example>"
        message.set_content(f"Dag,\n\n{TEXT}\n\nBericht {at}.\n\nMet vriendelijke groet\n")
        (folder / f"{at:04}.eml").write_bytes(message.as_bytes())


class Postman:
    """Delivers bags to one site and remembers what they cost."""

    def __init__(self, site: Site, place: Place) -> None:
        self.site, self.place = site, place
        self.walls: list[float] = []
        self.cpus: list[float] = []
        self.added: list[int] = []
        self.repeat_added = 0

    def deliver(self, bag: Path, empty: Path) -> None:
        """One bag, net of what the command costs with an empty folder."""
        idle, before = self._run(empty), self.site.referrals()
        full = self._run(bag)
        self.added.append(self.site.referrals() - before)
        self.walls.append(full.wall_ms - idle.wall_ms)
        self.cpus.append(full.cpu_ms - idle.cpu_ms)

    def deliver_again(self, bag: Path) -> None:
        before = self.site.referrals()
        self._run(bag)
        self.repeat_added += self.site.referrals() - before

    @property
    def all_arrived(self) -> bool:
        return all(added == MAILS for added in self.added)

    def wall_ms(self) -> float:
        return median(self.walls)

    def cpu_ms(self) -> float:
        return median(self.cpus)

    def _run(self, folder: Path) -> Spent:
        cluster = self.place.cluster
        before = cluster.spent_ms() if cluster else 0.0
        spent = run_command(self.site.import_mail(folder), self.site.environ)
        database = cluster.spent_ms() - before if cluster else 0.0
        return Spent(spent.wall_ms, spent.cpu_ms + database, spent.output)


def deliver_mail(postmen: list[Postman], folder: Path, *, rounds: int) -> None:
    """The same bags to each site in turn, then the first one again."""
    empty = folder / "empty"
    empty.mkdir(parents=True)
    for at in range(rounds):
        bag = folder / f"bag{at}"
        write_mails(bag, f"{folder.name}-{at}")
        for postman in postmen if at % 2 else postmen[::-1]:
            postman.deliver(bag, empty)
    for postman in postmen:
        postman.deliver_again(folder / "bag0")
