"""Who calls whom in the product, and from where somebody else's earlier write (`Conflict`) can come out unanswered.

Followed are names of modules and functions, and a method where its name is given once. What is handed to a function
that catches it for its caller (`editing.write(edit, lambda: ...)`) is caught.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.house.tree import modules, parsed

CAUGHT_BY = {"Conflict", "VaultError", "Exception"}
WRITES = {"act.change", "act.rewrite"}
RAISED = "raise Conflict"
Function = ast.FunctionDef


@dataclass(frozen=True)
class Product:
    """Modules by name, as read."""

    trees: dict[str, ast.Module]

    @cached_property
    def functions(self) -> dict[str, tuple[str, Function]]:
        """Dotted name -> the module it stands in, and the function or method."""
        found: dict[str, tuple[str, Function]] = {}
        for module, tree in self.trees.items():
            for node in tree.body:
                inside = node.body if isinstance(node, ast.ClassDef) else [node]
                start = f"{module}.{node.name}" if isinstance(node, ast.ClassDef) else module
                found |= {f"{start}.{one.name}": (module, one) for one in inside if isinstance(one, Function)}
        return found

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Module -> what its names stand for."""
        return {module: dict(_names(module, tree)) for module, tree in self.trees.items()}

    @cached_property
    def methods(self) -> dict[str, list[str]]:
        """Name of a method -> every method of that name."""
        found = defaultdict(list)
        for name, (module, node) in self.functions.items():
            if name != f"{module}.{node.name}":
                found[node.name].append(name)
        return found

    def meant(self, module: str, called: ast.expr) -> str:
        """The dotted name of what is called; "" for what is not followed."""
        match called:
            case ast.Name(id=name):
                return self.names[module].get(name, "")
            case ast.Attribute(value=ast.Name(id="act"), attr=verb):
                return f"act.{verb}"
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in self.names[module]:
                there = self.names[module][name]
                return self.names[there].get(attr, "") if there in self.trees else f"{there}.{attr}"
            case ast.Attribute(attr=attr) if len(self.methods.get(attr, [])) == 1:
                return self.methods[attr][0]
        return ""

    @cached_property
    def catchers(self) -> set[str]:
        """Functions that catch it from what is handed to them."""
        return {
            name
            for name, (_module, node) in self.functions.items()
            for call, caught in _calls(node)
            if caught and isinstance(call.func, ast.Name) and call.func.id in {arg.arg for arg in node.args.args}
        }

    def unanswered(self, *, settled: set[str]) -> set[str]:
        """Functions out of which a `Conflict` can come. settled: those known to raise none."""
        calls = {name: set(self._uncaught(name)) for name in self.functions.keys() - settled}
        raising = {RAISED, *WRITES}
        while more := {name for name, called in calls.items() if called & raising} - raising:
            raising |= more
        return raising

    def _uncaught(self, name: str) -> Iterator[str]:
        module, node = self.functions[name]
        handed = {
            id(inner)
            for call, _caught in _calls(node)
            if self.meant(module, call.func) in self.catchers
            for given in call.args
            if isinstance(given, ast.Lambda)
            for inner in ast.walk(given)
        }
        for call, caught in _calls(node):
            if not caught and id(call) not in handed:
                yield self.meant(module, call.func)
        handlers = [handler for handler, _caught in _within(node, ast.ExceptHandler)]
        again = {id(raised) for handler in handlers for raised in _raised_again(handler)}
        for raised, caught in _within(node, ast.Raise):
            if id(raised) in again or (raised.exc is not None and _named(raised.exc) and not caught):
                yield RAISED


@cache
def product() -> Product:
    """The product without its tests and without what founds the demo."""
    outside = {"tests", "migrations", "town", "testing.py"}
    paths = [path for path in modules("src") if not outside & set(path.parts)]
    return Product({_dotted(path): parsed(path) for path in paths})


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to("src").with_suffix("").parts).removesuffix(".__init__")


def _names(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)
    for node in tree.body:
        if isinstance(node, Function):
            yield node.name, f"{module}.{node.name}"


def _calls(node: Function) -> Iterator[tuple[ast.Call, bool]]:
    yield from _within(node, ast.Call)


def _within[Node: ast.AST](node: ast.AST, kind: type[Node], *, caught: bool = False) -> Iterator[tuple[Node, bool]]:
    """Nodes of a kind below this one, and whether a `Conflict` out of them is caught in this function."""
    inside: list[ast.AST] = []
    beside = list(node.decorator_list) if isinstance(node, Function) else []
    if isinstance(node, ast.Try) and any(_named(handler.type) for handler in node.handlers):
        inside = list(node.body)
    elif isinstance(node, ast.With) and any(_suppresses(item.context_expr) for item in node.items):
        inside = [*node.items, *node.body]
    for child in ast.iter_child_nodes(node):
        if child in beside:
            continue
        below = caught or child in inside
        if isinstance(child, kind):
            yield child, below
        yield from _within(child, kind, caught=below)


def _raised_again(handler: ast.ExceptHandler) -> Iterator[ast.Raise]:
    if _named(handler.type):
        yield from (node for node in ast.walk(handler) if isinstance(node, ast.Raise) and node.exc is None)


def _suppresses(entered: ast.expr) -> bool:
    match entered:
        case ast.Call(func=ast.Name(id="suppress"), args=kinds):
            return any(map(_named, kinds))
    return False


def _named(kind: ast.expr | None) -> bool:
    """Whether it is a `Conflict`, or one of several kinds with it; a bare `except` catches all."""
    return kind is None or any(isinstance(one, ast.Name) and one.id in CAUGHT_BY for one in ast.walk(kind))
