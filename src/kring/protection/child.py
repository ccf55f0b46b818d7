"""The process that looks for what to hide: a sheet on stdin, the choice on stdout. Sees numbers alone, keeps nothing.

Ends without a word when it takes more memory or time than it may, and when nothing more is asked.
"""

import json
import os
import resource
import signal
import sys
from math import ceil
from pathlib import Path

MEMORY_BYTES = 1536 * 1024 * 1024
WAITS = 60
"""Seconds without a question after which it ends."""


def main() -> None:
    """Read, look, tell, and wait for the next. The library greets on stdout, so what is told goes out beside it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from kring.protection.solving.deciding import decide

    signal.alarm(WAITS)
    with os.fdopen(told, "w") as out:
        for line in sys.stdin:
            signal.alarm(0)
            seconds, asked = json.loads(line)
            _limit(seconds)
            print(json.dumps(decide(asked)), file=out, flush=True)
            signal.alarm(WAITS)


def _limit(seconds: int) -> None:
    """So much processor time from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(used.ru_utime + used.ru_stime) + seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
