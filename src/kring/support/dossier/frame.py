"""The frame of every page inside one dossier: who it is about, where the journey stands, and the tabs.

Template: `support/dossier/pages/frame.html`, with the block `inside`. A tab whose step has no page is left out.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.dossier import phases, words
from kring.support.dossier.content import Phase, SummaryContent
from kring.support.dossier.models import Dossier
from kring.team import queries as team
from kring.team.names import Names, name_of

HOLE = "~"
"""Stands for the id in an address; no id of ours has it, and it is not quoted."""
TABS: tuple[tuple[str, str, Promise], ...] = (
    ("desk:dossier", "doc", _("Overview")),
    ("network:map", "net", _("Network")),
    ("plan:plan", "flag", _("Plan")),
    ("consultation:consultations", "table", _("Consultation")),
    ("followup:direction", "hand", _("Follow-up")),
    ("closing:closing", "check", _("Closing")),
    ("disclosure:told", "share", _("Passed on")),
    ("disclosure:letters", "mail", _("Letters")),
    ("privacy:person", "shield", _("For the client")),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the dossier; `current`: it is this one."""

    url: str
    icon: str
    label: str | Promise
    current: bool


@dataclass(frozen=True, slots=True)
class PhaseShown:
    """One step of the track. state: "done", "now" or "" (not yet); when: the day it was done, in words."""

    name: str | Promise
    state: str
    when: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands above every page of a dossier."""

    dossier: str
    label: str
    about: str
    holder: str
    deputy: str
    phases: list[PhaseShown]
    tabs: list[Tab]


def frame(
    dossier: Dossier, summary: SummaryContent, current: str, *, age: int | None = None, names: Names | None = None
) -> Frame:
    """`current`: the route name of the tab this page belongs to. age: in years, when who it is was opened too.

    names: colleagues by principal, where the page asked for them already.
    """
    names = team.colleagues({dossier.holder, dossier.deputy}) if names is None else names
    holder, deputy = name_of(names, dossier.holder), name_of(names, dossier.deputy)
    return Frame(
        dossier.id, summary.label, _about(dossier, age), holder, deputy, _track(summary), _tabs(dossier.id, current)
    )


def years(born_on: date, today: date) -> int:
    """Whole years."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def _about(dossier: Dossier, age: int | None) -> str:
    said = [dossier.number]
    if age is not None:
        said.append(gettext("%(years)s years old") % {"years": age})
    if dossier.state == Dossier.State.CLOSED and dossier.closed_on:
        said.append(gettext("closed on %(day)s") % {"day": words.day(dossier.closed_on)})
    else:
        said.append(gettext("role since %(day)s") % {"day": words.day(dossier.opened_on)})
    return " · ".join(said)


def _track(summary: SummaryContent) -> list[PhaseShown]:
    order = phases.journey(summary.programme)
    if summary.phase not in order:
        order = sorted([*order, summary.phase], key=list(words.PHASES).index)
    at = order.index(summary.phase)
    return [
        PhaseShown(words.PHASES[phase], "done" if i < at else "now" if i == at else "", _when(summary, phase))
        for i, phase in enumerate(order)
    ]


def _when(summary: SummaryContent, phase: Phase) -> str:
    on = phases.done_on(summary, phase)
    return words.day_short(on) if on else ""


def _tabs(dossier: str, current: str) -> list[Tab]:
    around = [_around(route, get_script_prefix(), settings.ROOT_URLCONF) for route, _icon, _label in TABS]
    return [
        Tab(dossier.join(path), icon, label, route == current)
        for (route, icon, label), path in zip(TABS, around, strict=True)
        if path
    ]


@lru_cache(maxsize=64)
def _around(route: str, _prefix: str, _urlconf: str) -> tuple[str, str] | None:
    """The address of a tab before and after the dossier's id, None when there is no such page: asked once a process."""
    try:
        before, after = reverse(route, args=[HOLE]).split(HOLE)
    except NoReverseMatch:
        return None
    return before, after
