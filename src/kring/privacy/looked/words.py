"""Who looked, in sentences."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy, ngettext

from kring.privacy.looked.acts import meaning
from kring.privacy.looked.rules import SYSTEM, Did, Line, Looked
from kring.support.dossier import words
from kring.team.names import Names
from kring.vault.primitives import is_id

CLIENT_LINK = "plan.client_link"


def summary(looked: Looked, names: Names) -> list[str]:
    """One sentence a person, who wrote first; and that nobody else looked."""
    told = [
        f"{name_of(actor, names)} {_did(counts)}."
        for actor, counts in sorted(looked.counts.items(), key=lambda one: (-one[1][Did.WROTE], name_of(one[0], names)))
        if is_id(actor)
    ]
    house = sum(sum(counts.values()) for actor, counts in looked.counts.items() if not is_id(actor))
    if house:
        told.append(
            ngettext(
                "The program itself did something %(times)s time; nobody looked.",
                "The program itself did something %(times)s times; nobody looked.",
                house,
            )
            % {"times": house}
        )
    return [*told, gettext("Nobody else looked.") if told else gettext("Nobody looked.")]


def name_of(actor: str, names: Names) -> str:
    """First name of a colleague; somebody from outside has a link."""
    if actor in names:
        return names[actor].name.split()[0]
    if not actor or actor == SYSTEM or not is_id(actor):
        return gettext("The program itself")
    return gettext("Somebody with a link or a key of before")


def _did(counts: Counter[Did]) -> str:
    """What somebody did how often, in one go."""
    said = [_times(kind, counts[kind]) for kind in Did if counts[kind]]
    if len(said) == 1:
        return said[0]
    return gettext("%(these)s and %(last)s") % {"these": ", ".join(said[:-1]), "last": said[-1]}


def _times(kind: Did, times: int) -> str:
    told = {
        Did.WROTE: ngettext("wrote %(times)s time", "wrote %(times)s times", times),
        Did.OPENED: ngettext("opened a page %(times)s time", "opened a page %(times)s times", times),
        Did.LISTED: ngettext("had you in a list %(times)s time", "had you in a list %(times)s times", times),
        Did.GAVE: ngettext("changed %(times)s time who has a key", "changed %(times)s times who has a key", times),
        Did.TRIED: ngettext("tried in vain %(times)s time", "tried in vain %(times)s times", times),
    }
    return told[kind] % {"times": times}


VERBS = {
    Did.WROTE: gettext_lazy("wrote in"),
    Did.OPENED: gettext_lazy("opened"),
    Did.LISTED: gettext_lazy("saw you in"),
    Did.GAVE: gettext_lazy("changed who has a key of"),
    Did.TRIED: gettext_lazy("tried in vain to open"),
}


def days(lines: Iterable[Line], names: Names, today: date) -> list[dict[str, Any]]:
    """The lines by day, the newest first; what means the same to a reader is one."""
    found: dict[date, dict[tuple[str, Did, str], Line]] = {}
    for line in lines:
        said = meaning(line.act)
        day, key = found.setdefault(line.on, {}), (line.actor, line.did, f"{said.part} {said.why}")
        day[key] = replace(day[key], times=day[key].times + line.times) if key in day else line
    return [
        {"day": words.day_and_year(on, today), "lines": [_line(line, names) for line in told.values()]}
        for on, told in found.items()
    ]


def _line(line: Line, names: Names) -> dict[str, Any]:
    said, name = meaning(line.act), name_of(line.actor, names)
    times = ngettext("%(times)s time", "%(times)s times", line.times) % {"times": line.times}
    at = gettext("at %(time)s") % {"time": date_format(line.last, "H.i")}
    small = [at, str(said.why), *([times] if line.times > 1 else [])]
    return {
        "name": name,
        "initials": names[line.actor].initials if line.actor in names else "–",
        "did": VERBS[line.did],
        "part": said.part,
        "small": " · ".join(small),
    }
