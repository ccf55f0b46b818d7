"""How much CPU a request spends inside the vault: a stopwatch around the vault's own functions.

Only the outermost call counts, so nothing is counted twice. Time of the database driver inside those
calls counts too: fetching grants and writing the journal is what the vault costs.
"""

import functools
import inspect
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

VAULT = "kring.vault."
ASIDE = ("kring.vault.doors", "kring.vault.models", "kring.vault.migrations", "kring.vault.apps", "kring.vault.checks")
"""A door is a shell around the whole view; models are Django's."""


class VaultClock:
    """Counts CPU milliseconds in the vault between `start` and `stop`, on the thread that runs the request."""

    def __init__(self) -> None:
        self.depth, self.spent, self.began = 0, 0, 0
        self.running = False

    def watch(self) -> None:
        """Put the stopwatch around every function of the vault that was imported so far."""
        for name, module in sorted(sys.modules.items()):
            if name.startswith(VAULT) and not name.startswith(ASIDE) and ".tests" not in name:
                self.watch_module(module)

    def start(self) -> None:
        self.spent, self.running = 0, True

    def stop(self) -> float:
        self.running = False
        return self.spent / 1e6

    @contextmanager
    def counting(self) -> Iterator[None]:
        self._enter()
        try:
            yield
        finally:
            self._leave()

    def _enter(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self.began = time.thread_time_ns()

    def _leave(self) -> None:
        self.depth -= 1
        if self.depth == 0:
            self.spent += time.thread_time_ns() - self.began

    def watch_module(self, module: Any) -> None:
        for value in list(vars(module).values()):
            if getattr(value, "__module__", None) != module.__name__:
                continue
            if inspect.isfunction(value):
                replace_everywhere(value, self._timed(value))
            elif inspect.isclass(value):
                for method, function in list(vars(value).items()):
                    if inspect.isfunction(function) and method != "__init_subclass__":
                        setattr(value, method, self._timed(function))

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            if not self.running:
                return function(*args, **kwargs)
            with self.counting():
                found = function(*args, **kwargs)
            blocks = isinstance(found, AbstractContextManager) and not function.__name__.startswith("__")
            return TimedBlock(self, found) if blocks else found

        return timed


class TimedBlock(AbstractContextManager[Any]):
    """A context manager of the vault whose entering and leaving are counted, and its body is not."""

    def __init__(self, clock: VaultClock, block: AbstractContextManager[Any]) -> None:
        self.clock, self.block = clock, block

    def __enter__(self) -> Any:
        with self.clock.counting():
            return self.block.__enter__()

    def __exit__(self, *failure: Any) -> bool | None:
        with self.clock.counting():
            return self.block.__exit__(*failure)


def replace_everywhere(old: Any, new: Any) -> None:
    """Whoever imported the function by name gets the timed one too."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("kring."):
            for name, value in list(vars(module).items()):
                if value is old:
                    setattr(module, name, new)
