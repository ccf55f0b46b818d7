"""The verbs of `./kring` and what each needs before it runs."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_shown
from bootstrap.demo import run_demo
from bootstrap.environment import in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end
from bootstrap.probe import run_probe
from bootstrap.registers import run_register
from bootstrap.serving import run_init, run_serve
from bootstrap.suite import run_suite

HELP = """usage: ./kring VERB ...

  demo    set up, seed the town of 1 March 2021 and serve it   (--port --data --fresh --no-serve --register NAME)
  init    the first installation for a town: people, keys, recovery kit   (--data, and what it asks as options)
  serve   serve what was installed on this machine             (--data --port)
  register   list | enable NAME | disable NAME: a register of another law, in a folder of its own   (--data)
  test    every check and test, on SQLite and on PostgreSQL    (--engine sqlite|postgresql|both, then pytest's own)
  probe   prove it yourself: everybody asks for everything in a fresh town   (--json FILE --thorough)
  manage  a command of Kring itself, such as: manage migrate   (data folder: environment variable KRING_DATA)
  bench   the journeys against the floor                       (--json FILE)
"""


def run_manage(arguments: list[str]) -> int:
    """Hand over to Django's command line, where one stands: paths that are typed mean what they say."""
    with one_set_up_at_a_time():
        install_packages()
        bring_front_end()
    return run_shown(in_venv("kring", *arguments), cwd=Path.cwd())


def run_bench(arguments: list[str]) -> int:
    """Measure; the benchmarks are no part of the product and lie beside it."""
    if not (ROOT / "benchmarks" / "__main__.py").is_file():
        raise Missing("there are no benchmarks in this checkout yet.")
    with one_set_up_at_a_time():
        install_packages(dev=True)
        bring_front_end()
    return run_shown(in_venv("benchmarks", *arguments))


VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": run_demo,
    "init": run_init,
    "serve": run_serve,
    "register": run_register,
    "test": run_suite,
    "probe": run_probe,
    "manage": run_manage,
    "bench": run_bench,
}


def run_verb(arguments: list[str]) -> int:
    """Run one verb; a missing thing becomes one sentence and exit code 2."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0 if arguments else 2
    verb = VERBS.get(arguments[0])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what we started is stopped and cleared away
    try:
        if verb is None:
            raise Missing(f"there is no verb {arguments[0]!r}; the verbs are {', '.join(VERBS)}.")
        return verb(arguments[1:])
    except Missing as missing:
        sys.stdout.flush()
        print(f"kring: {missing}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
