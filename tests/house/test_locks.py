"""What is installed is pinned by hash and names no index, so that anybody may install it from his own."""

import json
import re
from pathlib import Path

from tests.house.tree import ROOT, files, text_of

LOCKS = (Path("requirements/runtime.txt"), Path("requirements/dev.txt"))
INDEX = re.compile(r"(?im)^\s*(-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host)\b|://")


def pins(lock: str) -> dict[str, str]:
    """Requirement -> everything that belongs to it, hashes included."""
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", lock)
    return {entry.split("==")[0]: entry for entry in entries if "==" in entry}


def unhashed(lock: str) -> list[str]:
    return [name for name, entry in pins(lock).items() if "--hash=sha256:" not in entry]


def addresses(package_lock: str) -> list[str]:
    """Packages of an npm lock that record where they came from, or lack their hash."""
    packages = json.loads(package_lock)["packages"].items()
    return [name for name, entry in packages if name and ("resolved" in entry or "integrity" not in entry)]


def test_no_requirements_file_names_an_index() -> None:
    named = [path for path in files() if path.parts[0] == "requirements" and INDEX.search(text_of(path))]
    assert named == []


def test_every_pin_has_its_hash() -> None:
    assert [unhashed(text_of(lock)) for lock in LOCKS] == [[], []]


def test_the_tests_run_on_the_pins_of_the_product() -> None:
    runtime, dev = (pins(text_of(lock)) for lock in LOCKS)
    hashes = {name: set(re.findall(r"sha256:\w+", entry)) for name, entry in runtime.items()}
    assert {name for name in runtime if hashes[name] != set(re.findall(r"sha256:\w+", dev.get(name, "")))} == set()


def test_the_npm_lock_records_hashes_and_no_addresses() -> None:
    assert addresses(text_of(Path("package-lock.json"))) == []


def test_nothing_vendored_is_committed() -> None:
    vendored = {".woff2", ".woff", ".ttf", ".whl", ".mo"}
    found = [
        path
        for path in files()
        if path.suffix in vendored or ".min." in path.name or {"vendor", "node_modules"} & set(path.parts)
    ]
    assert found == []
    assert "src/kring/site/static/vendor/" in (ROOT / ".gitignore").read_text().splitlines()


def test_it_would_notice() -> None:
    assert INDEX.search("--index-url somewhere\n")
    assert INDEX.search("thing @ https" + "://example.org/thing.whl")
    assert unhashed("a==1 \\\n    --hash=sha256:00\nb==2\n") == ["b"]
    assert addresses('{"packages": {"": {}, "a": {"integrity": "x"}, "b": {"integrity": "x", "resolved": "y"}}}') == [
        "b"
    ]
