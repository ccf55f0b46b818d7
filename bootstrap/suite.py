"""`./kring test`: every check and every test, on SQLite and on PostgreSQL, with the seconds of each part.

Browser stories run once, on SQLite: they ask the pages, not the engine.
"""

import argparse
import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from bootstrap.console import Missing, run_shown, say
from bootstrap.debian import find_browser, find_mailbox_server, find_office
from bootstrap.environment import VENV, in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end
from bootstrap.postgresql import postgresql_for_tests
from bootstrap.registers import CASEWORK, NAMES

CHECKS = {
    "ruff": in_venv("ruff", "check", "--output-format=concise", "."),
    "format": in_venv("ruff", "format", "--check", "."),
    "mypy": in_venv("mypy", "--no-incremental"),  # an older cache gives the Django plugin false errors
    "floors": [str(VENV / "bin" / "lint-imports"), "--no-logo"],  # run as a module it checks nothing
}
NO_TESTS_CHOSEN = 5
OF_EACH_REGISTER = ("tests/house/test_catalogue.py", "tests/house/test_migrations.py", "tests/house/test_routes.py")
"""What holds of each register and looks at the tables and routes of the process."""


@dataclass
class Report:
    """What ran, how it ended and how long it took."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    @contextlib.contextmanager
    def part(self, name: str) -> Iterator[list[int]]:
        """Time one part; the caller appends its exit code."""
        say(f"\n=== {name}")
        codes: list[int] = []
        began = time.monotonic()
        try:
            yield codes
        finally:
            ok = bool(codes) and not any(codes)
            self.failed |= not ok
            self.lines.append(f"  {name:<24} {'passed' if ok else 'FAILED':<8} {time.monotonic() - began:6.1f} s")

    def skip(self, name: str, why: object) -> None:
        """Something that could not run here; said, not counted as a failure."""
        say(f"\n=== {name}: not run: {why}")
        self.lines.append(f"  {name:<24} not run  ({why})")


def run_suite(arguments: list[str]) -> int:
    """All parts; 0 only when every part that ran passed."""
    options, for_pytest = read_options(arguments)
    report = Report()
    with report.part("set-up") as codes, one_set_up_at_a_time():
        install_packages(dev=True)
        bring_front_end()
        codes.append(0)
    if not for_pytest:
        run_checks(report)
    environ = environ_for_tests(report)
    if options.engine != "postgresql":
        run_pytest(report, "pytest on SQLite", environ, for_pytest, without=())
        run_registers(report, "SQLite", environ, for_pytest)
    if options.engine != "sqlite":
        run_on_postgresql(report, environ, for_pytest)
    say("\nkring test:\n" + "\n".join(report.lines))
    say("kring test: " + ("something FAILED" if report.failed else "all passed"))
    return int(report.failed)


def read_options(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our own option and what is pytest's; with arguments for pytest the other checks stay out."""
    parser = argparse.ArgumentParser(prog="./kring test", description=__doc__, allow_abbrev=False)
    parser.add_argument("--engine", choices=("sqlite", "postgresql", "both"), default="both")
    options, rest = parser.parse_known_args(arguments)
    return options, [argument for argument in rest if argument != "--"]


def environ_for_tests(report: Report) -> dict[str, str]:
    """The browser, the mail server, the office, and nothing of a real installation; the data folder is `apart.py`'s."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
    try:
        environ["KRING_BROWSER"] = find_browser() or ""
    except Missing as missing:
        report.skip("browser stories", missing)
    try:
        environ["KRING_DOVECOT"] = find_mailbox_server() or ""
    except Missing as missing:
        report.skip("tests of the mailbox over IMAP", missing)
    try:
        environ["KRING_OFFICE"] = find_office() or ""
    except Missing as missing:
        report.skip("tests that open an export in LibreOffice", missing)
    return environ


def run_checks(report: Report) -> None:
    """The parts that read the code instead of running it."""
    for name, command in CHECKS.items():
        with report.part(name) as codes:
            codes.append(run_shown(command))


def run_on_postgresql(report: Report, environ: dict[str, str], for_pytest: list[str]) -> None:
    """The same tests again, browser stories left out; says so when there is no PostgreSQL to be had."""
    try:
        with postgresql_for_tests() as url:
            environ = {**environ, "KRING_DATABASE": url}
            run_pytest(report, "pytest on PostgreSQL", environ, for_pytest, without=("browser",))
            run_registers(report, "PostgreSQL", environ, for_pytest)
    except Missing as missing:
        report.skip("pytest on PostgreSQL", missing)


def run_registers(report: Report, engine: str, environ: dict[str, str], for_pytest: list[str]) -> None:
    """Each register of another law in a run of its own: no process knows two, a test neither."""
    for name in NAMES:
        folder = f"src/kring/{name}"
        own = [path for path in for_pytest if path.startswith(folder)] if for_pytest else [folder, *OF_EACH_REGISTER]
        if name != CASEWORK and own:
            without = () if engine == "SQLite" else ("browser",)
            run_pytest(report, f"{name} on {engine}", {**environ, "KRING_TEST_REGISTER": name}, own, without=without)


def run_pytest(
    report: Report, name: str, environ: dict[str, str], for_pytest: list[str], *, without: tuple[str, ...]
) -> None:
    """One run of pytest over two processes; a choice that leaves no test is no failure."""
    if not environ.get("KRING_BROWSER"):
        without = (*without, "browser")
    command = in_venv("pytest", "-n", "2", "--dist", "loadfile")
    if without:
        command += ["-m", "not browser"]
    with report.part(name) as codes:
        code = run_shown([*command, *for_pytest], environ=environ)
        codes.append(0 if code == NO_TESTS_CHOSEN and for_pytest else code)
