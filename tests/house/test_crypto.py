"""One module speaks with the crypto library, whatever way the import is written."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import modules, parsed

ONLY_HERE = Path("src/kring/vault/primitives.py")
LIBRARIES = {"cryptography", "argon2", "nacl", "Crypto", "Cryptodome", "jwcrypto", "pyhpke"}


def crypto_imports(module: ast.Module) -> Iterator[str]:
    """Imports of a crypto library: plain, from, or by a name in a string."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=str(name), level=0):
                found = [name]
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if "import" in ast.unparse(node.func):
                found = [name]
            case _:
                found = []
        yield from (name for name in found if name.split(".")[0] in LIBRARIES)


def test_only_primitives_speaks_with_the_crypto_library() -> None:
    found = {path: list(crypto_imports(parsed(path))) for path in modules("src", "bootstrap") if path != ONLY_HERE}
    assert {path: names for path, names in found.items() if names} == {}


def test_primitives_does() -> None:
    assert list(crypto_imports(parsed(ONLY_HERE)))


def test_it_would_notice() -> None:
    module = ast.parse(
        "import cryptography.fernet\nfrom argon2 import low_level\nimport_module('nacl.secret')\nimport hashlib"
    )
    assert list(crypto_imports(module)) == ["cryptography.fernet", "argon2", "nacl.secret"]
