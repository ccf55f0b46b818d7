"""An entry that is filled in says exactly what one that is drawn by itself says, whatever somebody typed."""

from itertools import product
from typing import Any

import pytest
from django.template.loader import get_template

from kring.support.desk import entries

TYPED = (
    "Gewoon.",
    "<b>&amp; \"x\" 'y'</b>\r\nnieuwe lijn",
    "{{ line.title }} %s {0} \ue000title\ue000",
    "مرحبا 👋\n\n.",
)


def alone(line: dict[str, Any]) -> str:
    return get_template("support/desk/pages/parts/entry.html").render({"line": line})


def line(text: str, **more: Any) -> dict[str, Any]:
    return {"title": "Straat", "icon": "street", "dot": "b", "when": "Vandaag", "url": "/x", "text": text, **more}


@pytest.mark.parametrize("there", list(product([False, True], repeat=4)))
def test_a_filled_entry_is_the_drawn_one(there: tuple[bool, ...]) -> None:
    names = [name for name, is_there in zip(("voice", "next", "small", "marks"), there, strict=True) if is_there]
    lines = [line(text, **dict.fromkeys(names, text), when=text, title=text) for text in TYPED]
    assert str(entries.html(lines)) == "".join(alone(one) for one in lines)


@pytest.mark.parametrize(
    "more",
    [
        {"struck": True},
        {"pinned": True},
        {"shared": 1},
        {"shared": 3},
        {"noted": "1 maart 2021"},
        {"closed": True, "holders": "<i>Noor</i>"},
        {"closed": True},
        {"corrected": [{"text": "<i>eerst</i>", "voice": "", "by": "Noor", "on": "1 maart"}]},
        {"url": ""},
    ],
)
def test_every_look_is_drawn_as_it_should(more: dict[str, Any]) -> None:
    lines = [line("Een."), line("<i>Twee</i>.", **more), line("Drie.", **more)]
    assert str(entries.html(lines)) == "".join(alone(one) for one in lines)


def test_what_was_typed_is_never_markup() -> None:
    assert "<script>" not in entries.html([line("<script>alert(1)</script>", voice="<script>", title="<script>")])


def test_lines_break_as_elsewhere() -> None:
    assert "een<br>twee<br>drie" in entries.html([line("een\r\ntwee\rdrie")])
