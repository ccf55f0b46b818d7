"""Run in a process of its own on a town: look for words among lesson cards, beside the same cards in a plain table.

`python -m benchmarks.lessons_search CARDS` writes them as one colleague and prints JSON: CPU milliseconds of a whole
search (gate, journal, opening, finding) for a rare word, for one that every card has and for one that none has; and of
a plain one (`LIKE` over the four texts, in the clear, no journal) for the same words.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.knock_own import clocked
from benchmarks.sites import TEXT

RARE, EVERY, NONE = "fietspunt", "speelplaats", "zeppelin"


def cards(many: int) -> list[Any]:
    """Invented lessons of some six hundred signs each."""
    from kring.exchange.lessons.content import LessonCard

    begin = [TEXT[at : at + 200] for at in range(0, 120, 7)]
    return [
        LessonCard(
            f"Les {number} over de {EVERY}",
            begin[number % len(begin)],
            begin[(number + 5) % len(begin)] + (f" {RARE}" if number % 250 == 0 else ""),
            begin[(number + 9) % len(begin)][:120],
            ("school",),
            "talk",
        )
        for number in range(many)
    ]


def write(library: Any, lessons: list[Any]) -> None:
    """Cards and pages of words as `write_card` leaves them, many in one act."""
    from django.utils import timezone

    from kring.exchange.lessons.content import WordPage
    from kring.exchange.lessons.library import Kind
    from kring.exchange.lessons.models import LibraryRecord
    from kring.exchange.lessons.paging import FULL, line_of
    from kring.vault.acts import acting
    from kring.vault.primitives import new_id

    on = timezone.localdate()
    with acting("bench.lessons", by=library.keys.actor) as act:
        for start in range(0, len(lessons), FULL):
            some = lessons[start : start + FULL]
            page = LibraryRecord(id=new_id(), kind=Kind.PAGE, on=on, number=start // FULL + 1)
            rows = [
                LibraryRecord(id=new_id(), kind=Kind.CARD, on=on, number=start + at + 1, page=page.id)
                for at in range(len(some))
            ]
            for row, lesson in zip(rows, some, strict=True):
                library.seal(row, lesson)
            act.add_all(rows)
            library.seal(page, WordPage(tuple(row.id for row in rows), "\n".join(map(line_of, some))))
            act.add(page)


def plain(lessons: list[Any]) -> None:
    """The floor: the same texts in a plain table of this connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE plain_card"
            " (number integer PRIMARY KEY, title text, situation text, helped text, not_helped text)"
        )
        cursor.executemany(
            "INSERT INTO plain_card VALUES (%s, %s, %s, %s, %s)",
            [(at, one.title, one.situation, one.helped, one.not_helped) for at, one in enumerate(lessons)],
        )


def look(word: str) -> int:
    """A plain search, as one would write it: each text, whatever its capitals, the newest fifty."""
    from django.db import connection

    like = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
    columns = ("title", "situation", "helped", "not_helped")
    where = " OR ".join(f"{column} {like} %s" for column in columns)
    question = f"SELECT * FROM plain_card WHERE {where} ORDER BY number DESC LIMIT 50"
    with connection.cursor() as cursor:
        cursor.execute(question, [f"%{word}%"] * len(columns))
        return len(cursor.fetchall())


def main() -> None:
    """Write, search both, print."""
    import django

    django.setup()

    from kring.exchange.lessons.finding import find
    from kring.exchange.lessons.library import open_library
    from kring.team import queries
    from kring.vault import slots

    listed = json.loads((Path(os.environ["KRING_DATA"]) / "personas.json").read_text())
    [known] = [one for one in listed if one["name"] == "Noor Claes"]
    worker = queries.colleague_by_sign_in(known["sign_in"])
    if worker is None:
        raise RuntimeError("the worker is not in this town")
    session = slots.open_password(worker.principal, known["password"]).session()
    lessons = cards(int(sys.argv[1]))
    write(open_library(session, act="bench.lessons"), lessons)
    plain(lessons)

    def ours(word: str) -> int:
        return len(find(open_library(session, act="bench.find"), word))

    done: dict[str, float] = {}
    for name, word in (("rare", RARE), ("every", EVERY), ("none", NONE)):
        if ours(word) != look(word):
            raise RuntimeError(f"both must find the same: {word}")
        done[f"{name}_cpu_ms"] = clocked(partial(ours, word))[0]
        done[f"{name}_floor_ms"] = clocked(partial(look, word))[0]
    print(json.dumps(done))


if __name__ == "__main__":
    main()
