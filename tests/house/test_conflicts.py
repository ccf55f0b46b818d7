"""Every page that writes has an answer for who comes second: both texts, or the page as it is now; never an error.

What is followed stands in calls.py. A function that cannot raise a `Conflict`, although it writes over a row, stands
here with why; each of those that lock is looked at whether it does.
"""

import ast

import pytest

from tests.house.calls import Product, product

LOCKS = {
    "exchange.lessons.collecting._change": "the row of the collection is locked before it is read",
    "exchange.lessons.paging.change": "the page of words is locked before it is read",
    "exchange.lessons.paging.put": "the page of words is locked before it is read",
    "exchange.meetings.actions.bring_in": "the row of the topic is locked before it is read",
    "exchange.meetings.ending._end": "the row of the meeting is locked before it is read",
    "support.dossier.actions.change_summary": "reads the summary under a lock of its row, inside the act",
    "support.dossier.actions.step_done": "reads the summary under a lock of its row, inside the act",
    "support.dossier.glass.actions.check": "the row is locked before it is read",
    "support.dossier.telling.actions.disclosed": "the tasks are locked before they are read",
    "support.contacts.rounds.actions.drop_spot": "the row of the spot is locked before it is read",
    "support.contacts.rounds.actions.end_round": "the row of the round is locked before it is read",
    "support.contacts.rounds.actions._change": "the row of the round is locked before it is read",
    "support.followup.back.actions.back": "the row of the evening is locked before it is read again",
    "team.drafts.actions.keep": "the letterbox of who types is locked",
    "vault.facts._store": "the facts there are, are locked before they are replaced",
    "vault.release._fold_some": "one folds at a time: the row of the office is locked",
    "vault.sharing.shred": "locks of one bundle are locked before they are read",
    "vault.sharing.withdraw": "locks of one bundle are locked before they are read",
    "vault.slots.remove_slot": "the person is locked, and what hangs from him is read after that",
}
NEW_ROWS = {
    "support.plan.actions.take_over": "what comes from the table is a new action; nothing is written over",
}


def dotted(names: object) -> set[str]:
    return {f"kring.{name}" for name in names}  # type: ignore[attr-defined]


def views(of: Product) -> set[str]:
    """Functions behind a door."""
    return {
        name
        for name, (_module, node) in of.functions.items()
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "door"
    }


def test_every_view_answers_who_comes_second() -> None:
    found = product().unanswered(settled=dotted([*LOCKS, *NEW_ROWS]))
    assert len(views(product())) > 150
    assert sorted(views(product()) & found) == []


@pytest.mark.parametrize("name", sorted(LOCKS))
def test_what_is_said_to_lock_does(name: str) -> None:
    of = product()
    module, node = of.functions[f"kring.{name}"]
    near = [of.functions.get(of.meant(module, one.func)) for one in ast.walk(node) if isinstance(one, ast.Call)]
    bodies = [node, *(found[1] for found in near if found is not None)]
    assert any("select_for_update" in ast.unparse(body) for body in bodies)


def test_none_of_them_is_named_in_vain() -> None:
    """Without its line here each one would stand among those out of which a `Conflict` can come."""
    assert dotted([*LOCKS, *NEW_ROWS]) <= product().unanswered(settled=set())


def small(view: str) -> Product:
    actions = "def write(act, row):\n    act.rewrite(row)\n"
    actions += "def tried(do):\n    try:\n        do()\n    except Conflict:\n        pass"
    start = "from kring.a import write, tried\n@door('x')\ndef view(act, row):\n    "
    return Product({"kring.a": ast.parse(actions), "kring.b": ast.parse(start + view)})


@pytest.mark.parametrize(
    ("view", "answers"),
    [
        ("write(act, row)", False),
        ("try:\n        write(act, row)\n    except Refused:\n        pass", False),
        ("try:\n        pass\n    except Conflict:\n        write(act, row)", False),
        ("tried(write(act, row))", False),
        ("raise Conflict", False),
        ("try:\n        write(act, row)\n    except Conflict:\n        raise", False),
        ("try:\n        write(act, row)\n    except (Refused, Conflict):\n        pass", True),
        ("with suppress(Conflict), acting('x') as act:\n        write(act, row)", True),
        ("tried(lambda: write(act, row))", True),
        ("return row", True),
    ],
)
def test_it_would_notice(view: str, answers: bool) -> None:
    assert ("kring.b.view" not in small(view).unanswered(settled=set())) is answers
