"""J8: from starting the process to the first good answer, floor and product in turn."""

import time
from dataclasses import dataclass, field
from statistics import median

from benchmarks.processes import cpu_ms, start, stop, wait_for_page
from benchmarks.sites import Site


@dataclass
class Starts:
    """The cold starts of one site."""

    site: Site
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)

    def once(self) -> None:
        began = time.perf_counter()
        server = start(self.site.application, self.site.environ)
        try:
            wait_for_page(server, self.site.first_page)
            self.walls.append((time.perf_counter() - began) * 1000)
            self.cpus.append(cpu_ms(server.pids()))
        finally:
            stop(server)

    def p50_ms(self) -> float:
        return median(self.walls)

    def cpu_ms(self) -> float:
        return median(self.cpus)


def start_cold(starts: list[Starts], *, rounds: int) -> None:
    """One unmeasured start each (byte code, disk cache), then in turn."""
    for at in range(rounds + 1):
        for one in starts if at % 2 else starts[::-1]:
            one.once()
            if at == 0:
                one.walls.clear()
                one.cpus.clear()
