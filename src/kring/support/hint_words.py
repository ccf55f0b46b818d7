"""The words the hints know, in hint_words.json: the page hands the same ones to the script on the device.

named: after one of these a capital is a name, wherever it stands. opening: a capital after one of these, itself with a
capital, belongs to a place or a school (De Regenboog). known: capitals that are nobody. common: first names that are
told at the beginning of a sentence too, from those most given in Belgium (Statbel), shortened. The lists are small on
purpose: a hint that is missed costs nothing, one too many is a nuisance.
"""

import json
from pathlib import Path

AS_JSON = json.dumps(json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")), ensure_ascii=False)
_lists: dict[str, list[str]] = json.loads(AS_JSON)
NAMED, OPENING, KNOWN, COMMON = (frozenset(_lists[name]) for name in ("named", "opening", "known", "common"))
