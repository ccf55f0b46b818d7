"""The process that looks for what to hide: a sheet on stdin, the choice on stdout. Sees numbers alone, keeps nothing.

Ends without a word when it takes more memory or time than it may.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1536 * 1024 * 1024


def main() -> None:
    """Read, look, tell. The library greets on stdout, so what is told goes out beside it."""
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.path.insert(0, str(Path(__file__).parents[2]))
    asked: dict[str, Any] = json.load(sys.stdin)
    from kring.protection.solving.deciding import decide

    with os.fdopen(told, "w") as out:
        json.dump(decide(asked), out)


if __name__ == "__main__":
    main()
