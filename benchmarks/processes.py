"""What processes cost: CPU of a process tree in nanoseconds, its memory, and a web server to start and stop.

Linux only, by /proc. The CPU clock of a process counts what utime + stime count, but to the nanosecond
and with its ended threads; one request of two milliseconds is too short for the ticks of /proc/PID/stat.
"""

import contextlib
import http.client
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

ROOT = Path(__file__).resolve().parent.parent
SCHEDULED = 2
"""CPUCLOCK_SCHED of Linux: with the negated process id it names that process's CPU clock."""


def tree(root: int) -> list[int]:
    """The process and everything it started that still runs."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def cpu_ms(pids: Iterable[int]) -> float:
    """CPU these processes used since they began, in milliseconds."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            total += time.clock_gettime_ns((~pid << 3) | SCHEDULED)
    return total / 1e6


def ended_children_ms(pid: int) -> float:
    """CPU of the children of a process that ended and were waited for, in milliseconds (by ticks)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) * 1000 / os.sysconf("SC_CLK_TCK")


def pss_mb(pids: Iterable[int]) -> float:
    """Memory of these processes together, shared pages counted once between them, in megabytes."""
    kilobytes = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
            kilobytes += next(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024


def blocks_mb(pids: Iterable[int], *, at_least: int) -> int:
    """Resident memory in single mappings of at least so many megabytes; whole ones, a page of the allocator aside."""
    kilobytes = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            size = 0
            for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
                name, _, rest = line.partition(":")
                if name == "Size":
                    size = int(rest.split()[0])
                elif name == "Anonymous" and size >= at_least * 1024:
                    kilobytes += int(rest.split()[0])
    return round(kilobytes / 1024)


def free_port() -> int:
    """A loopback port above 20,000 that nobody uses now."""
    dice = SystemRandom()
    while True:
        port = dice.randrange(20_001, 60_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@dataclass(frozen=True)
class Server:
    """A running web server."""

    port: int
    process: subprocess.Popen[bytes]

    def pids(self) -> list[int]:
        return tree(self.process.pid)


@contextlib.contextmanager
def serving(application: str, environ: Mapping[str, str], first_page: str, *, workers: int = 1) -> Iterator[Server]:
    """Serve `application` as both sites are served, until `first_page` answers; stop it afterwards."""
    server = start(application, environ, workers=workers)
    try:
        wait_for_page(server, first_page)
        yield server
    finally:
        stop(server)


def start(application: str, environ: Mapping[str, str], *, workers: int = 1) -> Server:
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "4", "--backpressure", "64", "--backlog", "256"]
    command += ["--no-ws", "--http", "1", "--log-level", "warning", application]
    return Server(port, subprocess.Popen(command, env=child_environ(environ), cwd=ROOT, start_new_session=True))


def wait_for_page(server: Server, path: str, *, seconds: float = 60) -> None:
    """Ask until the page is good. Raises RuntimeError when the server ended or never answered well."""
    until, status = time.monotonic() + seconds, 0
    while time.monotonic() < until and server.process.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=seconds)
            connection.request("GET", path)
            status = connection.getresponse().status
            connection.close()
            if status == 200:
                return
        time.sleep(0.005)
    raise RuntimeError(f"{path} never answered well (last status {status})")


def stop(server: Server) -> None:
    server.process.send_signal(signal.SIGTERM)
    try:
        server.process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()


@dataclass(frozen=True)
class Spent:
    """What one command cost, start-up included."""

    wall_ms: float
    cpu_ms: float
    output: str


def child_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Ours and the site's, with the checkout on the path.

    Byte code is kept, as on a served machine: where a caller turned that off, every start would compile what was
    compiled before, which costs the site with the most files most.
    """
    ours = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**ours, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", **environ}


def run_command(module: Iterable[str], environ: Mapping[str, str]) -> Spent:
    """Run `python -m ...` to its end. Raises RuntimeError with its last words when it fails."""
    before, began = children_ms(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *module],
        env=child_environ(environ),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    wall, spent = time.perf_counter() - began, children_ms() - before
    if done.returncode:
        raise RuntimeError(f"{' '.join(module)} failed: {(done.stderr or done.stdout)[-1500:]}")
    return Spent(wall * 1000, spent, done.stdout)


def children_ms() -> float:
    """CPU of the children that ended, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000
