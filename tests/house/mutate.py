"""Take the protections of the vault away one at a time, in a copy of the tree, and see whether the tests notice.

`python -m tests.house.mutate [WORDS]`: all mutants, or those with these words in their name; `--write` keeps the table
in docs/reference/mutants.md. Exit code 1 when one survives that is not explained.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.house.mutants import MUTANTS, Mutant

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "reference" / "mutants.md"
PACKAGE = Path("src/kring")
COPIED = ("src", "tests", "bootstrap", "tools", "pyproject.toml")
FAILED = 1
PATIENCE_SECONDS = 300
INTRODUCTION = """# The vault without one of its protections

Each line is a protection taken away from `src/kring` in a copy of the tree, after which the vault's own tests
run. *Killed* means that they failed, as they must. A survivor is explained: another protection does the same work.
The list is `tests/house/mutants.toml`; this table is written by `python -m tests.house.mutate --write`.
"""


@contextmanager
def copy_of_the_tree() -> Iterator[Path]:
    """A copy to damage; the checkout itself is never touched."""
    with tempfile.TemporaryDirectory(prefix="kring-mutants-") as name:
        copy = Path(name)
        for part in COPIED:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
            else:
                shutil.copy(ROOT / part, copy / part)
        yield copy


def run_tests(copy: Path, tests: Sequence[str]) -> int:
    """Exit code of pytest over these files of the vault's tests, in the copy."""
    files = [str(copy / PACKAGE / "vault" / "tests" / name) for name in tests]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *files]
    environ = {**os.environ, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}", "PYTHONDONTWRITEBYTECODE": "1"}
    environ.pop("KRING_DATABASE", None)
    try:
        done = subprocess.run(
            command, cwd=copy, env=environ, capture_output=True, text=True, check=False, timeout=PATIENCE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return FAILED
    return done.returncode


def verdict(mutant: Mutant) -> str:
    """killed, survived, explained; or broken when the damaged code did not even load."""
    with copy_of_the_tree() as copy:
        path = copy / PACKAGE / mutant.file
        text = path.read_text()
        if text.count(mutant.old) != 1:
            return "broken"
        path.write_text(text.replace(mutant.old, mutant.new))
        try:
            compile(path.read_text(), str(path), "exec")
        except SyntaxError:
            return "broken"
        code = run_tests(copy, mutant.tests)
    if code == 0:
        return "explained" if mutant.explained else "survived"
    return "killed" if code == FAILED else "broken"


def table(results: Sequence[tuple[Mutant, str]], seconds: float) -> str:
    """The page for the docs."""
    counts = Counter(said for _, said in results)
    lines = [INTRODUCTION, f"{len(results)} mutants: {counts['killed']} killed, {counts['explained']} explained,"]
    lines[-1] += f" {counts['survived'] + counts['broken']} not noticed. The run took {seconds / 60:.0f} minutes.\n"
    lines += ["| protection taken away | in | outcome | noticed by, or why not |", "|---|---|---|---|"]
    for mutant, said in results:
        why = mutant.explained if said == "explained" else ", ".join(mutant.tests)
        lines.append(f"| {mutant.what} | `{mutant.file}` | {said} | {why} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Run them, two at a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.house.mutate", description=__doc__)
    parser.add_argument("words", nargs="*", help="only mutants with these words in their name")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/reference/mutants.md")
    parser.add_argument("--at-once", type=int, default=2, help="so many at a time (default 2)")
    options = parser.parse_args(arguments)
    chosen = [mutant for mutant in MUTANTS if all(word in mutant.what for word in options.words)]
    began = time.monotonic()
    results: list[tuple[Mutant, str]] = []
    with ThreadPoolExecutor(options.at_once) as pool:
        for mutant, said in zip(chosen, pool.map(verdict, chosen), strict=True):
            print(f"{said:9} {mutant.what} ({mutant.file})", flush=True)
            results.append((mutant, said))
    counts = Counter(said for _, said in results)
    print(", ".join(f"{count} {said}" for said, count in sorted(counts.items())))
    if options.write:
        TABLE.parent.mkdir(parents=True, exist_ok=True)
        TABLE.write_text(table(results, time.monotonic() - began))
    return int(bool(counts["survived"] or counts["broken"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
