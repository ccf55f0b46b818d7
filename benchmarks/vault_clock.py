"""How much CPU a request spends inside the vault: a stopwatch around the vault's own functions.

Only the outermost call counts, so nothing is counted twice. Time of the database driver inside those
calls counts too: fetching grants and writing the journal is what the vault costs.
"""

import functools
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

VAULT = "kring.vault."
ENTRANCES: dict[str, tuple[str, ...]] = {
    "acts": ("acting", "Act.add", "Act.add_all", "Act.change", "Act.rewrite", "Act.remove", "Act.once"),
    "facts": ("write", "write_all"),
    "gate": ("entering", "private_of", "Keys.open", "Keys.open_all", "Keys.raw", "Keys.seal"),
    "journal": ("record", "append"),
    "letterbox": ("drop", "read"),
    "outbox": ("post",),
    "sessions": ("resume", "start", "end", "lock", "unlock"),
    "sharing": ("found", "give_parts", "holders", "withdraw", "rotate", "shred", "extract"),
    "slots": ("open_password", "open_link", "add_link"),
    "throttle": ("count", "forget"),
}
"""What the other floors call. A stopwatch around every inner function would measure mostly stopwatches."""


class VaultClock:
    """Counts CPU milliseconds in the vault between `start` and `stop`, on the thread that runs the request."""

    def __init__(self) -> None:
        self.depth, self.spent, self.began = 0, 0, 0
        self.running = False

    def watch(self, entrances: Mapping[str, tuple[str, ...]] = ENTRANCES) -> None:
        """Put the stopwatch around the entrances of the vault that was imported so far."""
        for module, names in entrances.items():
            if loaded := sys.modules.get(VAULT + module):
                for name in names:
                    self._watch(loaded, name)

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

    def _watch(self, module: Any, name: str) -> None:
        owner, _, method = name.rpartition(".")
        if owner:
            home = getattr(module, owner)
            setattr(home, method, self._timed(getattr(home, method)))
        else:
            replace_everywhere(getattr(module, name), self._timed(getattr(module, name)))

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
