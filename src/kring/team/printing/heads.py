"""Heads of tables in a tagged PDF: which side each is the head of, and the list in which their names are found.

The engine ties each cell to its heads by name. A reader that asks the head itself wants its side (`Scope`), and names
are looked up in a tree that the format demands as soon as there is one (ISO 32000-1, 14.7.2).
"""

from typing import Any


def told(_paper: object, pdf: Any) -> None:
    """What the engine calls when the file is put together, before it is written."""
    import pydyf  # type: ignore[import-untyped]  # the engine's own writer ships no types

    parts: list[Any] = [one for one in pdf.objects if isinstance(one, dict)]
    heads = {one["ID"].string: one for one in parts if one.get("S") == "/TH" and "ID" in one}
    for cell in (one for one in parts if one.get("S") == "/TD"):
        for name in cell.get("A", {}).get("Headers", ()):
            head = heads[name.string]
            head["A"]["Scope"] = "/Row" if head["P"] == cell["P"] else "/Column"
    for head in heads.values():
        head["A"].setdefault("Scope", "/Column")
    if heads:
        pairs = [(pydyf.String(name), head.reference) for name, head in sorted(heads.items())]
        [root] = [one for one in parts if one.get("Type") == "/StructTreeRoot"]
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array([each for pair in pairs for each in pair])})
