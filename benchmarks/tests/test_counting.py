"""The clocks count what they say: CPU of other processes, and the outermost call into the vault only."""

import os
import subprocess
import sys
import time
import types
from contextlib import nullcontext

import pytest

from benchmarks.processes import cpu_ms, tree
from benchmarks.vault_clock import TimedBlock, VaultClock
from benchmarks.visitor import Answer, HttpVisitor

BUSY = "import time, sys\nwhile time.process_time() < 0.2: pass\nprint('done', flush=True); sys.stdin.read()"


def test_cpu_of_a_child_is_seen_to_the_millisecond() -> None:
    command = [sys.executable, "-c", BUSY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert 200 <= cpu_ms([child.pid]) < 300
        assert child.pid in tree(os.getpid())
        child.communicate()


def test_nested_calls_into_the_vault_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("kring.vault.invented")
    source = "def inner():\n    burn()\ndef outer():\n    inner()\n    inner()\n"
    ends: list[int] = []

    def burn() -> None:
        until = time.thread_time_ns() + 10_000_000
        while time.thread_time_ns() < until:
            pass
        ends.append(1)

    vars(module)["burn"] = burn
    exec(source, vars(module))  # noqa: S102  functions whose module is the invented one
    monkeypatch.setitem(sys.modules, "kring.vault.invented", module)
    clock = VaultClock()
    clock.watch({"invented": ("outer", "inner")})
    clock.start()
    vars(module)["outer"]()
    assert 20 <= clock.stop() < 40
    assert len(ends) == 2


def test_the_body_of_a_block_is_not_the_vaults() -> None:
    clock = VaultClock()
    clock.start()
    with TimedBlock(clock, nullcontext()):
        until = time.thread_time_ns() + 20_000_000
        while time.thread_time_ns() < until:
            pass
    assert clock.stop() < 5


def test_the_visitor_keeps_and_forgets_cookies_and_finds_the_token() -> None:
    visitor = HttpVisitor(1)
    visitor._keep_cookies(["csrftoken=abc; Path=/; SameSite=Strict", "__Host-kring=xyz; Secure; HttpOnly"])
    assert visitor.cookies == {"csrftoken": "abc", "__Host-kring": "xyz"}
    visitor._keep_cookies(['__Host-kring=""; Max-Age=0'])
    assert visitor.cookies == {"csrftoken": "abc"}
    assert Answer(200, b'<input type="hidden" name="csrfmiddlewaretoken" value="t0k">').token == "t0k"
