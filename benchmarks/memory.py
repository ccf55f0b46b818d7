"""Two workers of a site: memory at rest, the peak while people sign in together, CPU of one sign-in."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks.processes import Server, blocks_mb, cpu_ms, pss_mb, serving
from benchmarks.sites import Site
from benchmarks.visitor import HttpVisitor
from benchmarks.walks import sign_in

TOGETHER = 8
STRETCHING_MB = 60
"""A little less than one password takes (64 MiB, the floor's hasher takes next to nothing)."""


@dataclass(frozen=True)
class Weight:
    """Figures of two workers; megabytes are PSS of the whole process tree.

    `stretching_mb`: the most that single blocks as large as one stretching took at a time, while eight sign in at once.
    """

    idle_mb: float
    peak_mb: float
    stretching_mb: float
    sign_in_cpu_ms: float


def weigh(site: Site) -> Weight:
    """Serve with two workers, warm both, rest, weigh, sign in one by one and then eight together."""
    with serving(site.application, site.environ, site.first_page, workers=2) as server:
        visitor = sign_in(site, server)
        for _ in range(20):  # the kernel spreads connections: both workers get their share
            fresh = HttpVisitor(server.port, dict(visitor.cookies))
            fresh.send(site.caseload(fresh))
            fresh.close()
        time.sleep(2)
        idle = pss_mb(server.pids())
        one = median(sign_in_cpu(site, server) for _ in range(5))
        peak = peak_of_sign_ins(site, server, pss_mb)
        return Weight(idle, peak, peak_of_sign_ins(site, server, stretched_mb), one)


def sign_in_cpu(site: Site, server: Server) -> float:
    visitor, pids = HttpVisitor(server.port), server.pids()
    ask = site.sign_in_form(visitor)
    before = cpu_ms(pids)
    answer = visitor.send(ask)
    time.sleep(0.01)
    spent = cpu_ms(pids) - before
    if not site.signed_in(answer):
        raise RuntimeError(f"{site.name} did not let its worker in")
    return spent


def stretched_mb(pids: list[int]) -> float:
    """What stretching takes at this moment."""
    return blocks_mb(pids, at_least=STRETCHING_MB)


def peak_of_sign_ins(site: Site, server: Server, weighed: Callable[[list[int]], float]) -> float:
    """The highest figure seen while eight people sign in at once; some may be told to wait."""
    visitors = [HttpVisitor(server.port) for _ in range(TOGETHER)]
    asks = [site.sign_in_form(visitor) for visitor in visitors]
    threads = [threading.Thread(target=v.send, args=(a,)) for v, a in zip(visitors, asks, strict=True)]
    pids, peak = server.pids(), 0.0
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        peak = max(peak, weighed(pids))
        time.sleep(0.005)
    return peak
