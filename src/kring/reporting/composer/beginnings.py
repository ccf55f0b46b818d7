"""Saved questions as a beginning: 22 real ones, each with a title in the reader's language and its figures."""

import json

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.reporting import questions
from kring.reporting.composer import year_reports
from kring.reporting.composer.content import Wish
from kring.reporting.composer.counting import COMPANIONS
from kring.reporting.dimensions import DIMENSIONS
from kring.vault.primitives import new_id

TITLES: dict[str, Promise] = {
    "Q01": _("How the team is made up, and how many dossiers its outreachers carry"),
    "Q27": _("Who is guided each year, and since when they are known"),
    "Q29": _("Who ever came in, who left, who is here now, who came back"),
    "Q44": _("What follows on a referral"),
    "Q35": _("Dossiers for each full-time equivalent, year by year"),
    "Q37": _("Contacts each year, and with how many persons"),
    "Q38": _("A working year from August to July: requests, contacts and who asked"),
    "Q32": _("Who waits on this day, and for how long"),
    "Q33": _("Who waits at the end of the year, beside the year before"),
    "Q40": _("How many work here now, who left, and what it costs"),
    "Q22": _("Projects in schools, and how many pupils are helped"),
    "Q24": _("Pupils who were excluded"),
    "Q10": _("Minors who were stopped on their way abroad"),
    "Q03": _("How often the consultation on safety met"),
    "Q05": _("How many people the city keeps an eye on for safety"),
    "Q07": _("Departures and returns that were noted"),
    "Q11": _("Mediation in sanctions: mediators, cost, success"),
    "Q12": _("Mediation in sanctions: minors and adults, with what result"),
    "Q16": _("Conflicts between neighbours, by kind and year"),
    "Q18": _("The year of the neighbourhood mediation"),
    "Q19": _("How the mediation between neighbours grew"),
    "Q43": _("Initiatives that were paid, and how often one comes back"),
}


def choices() -> list[tuple[str, str | Promise]]:
    """What is offered, an empty beginning first."""
    return [("", _("an empty answer: I choose the figures myself")), *year_reports.TITLES.items(), *TITLES.items()]


def figures(code: str, year: int) -> tuple[Wish, ...]:
    """The figures of a saved question: each measure in every way it is split, each way by itself. Not counted yet.

    year: of a set for one year.
    """
    if code in year_reports.ASKED:
        return year_reports.figures(code, year)
    said = json.loads(questions.path(code).read_text(encoding="utf-8"))
    beside = tuple(one for one in said["measures"] if one == "trend")
    splits = tuple(one for one in said["dimensions"] if one not in ("date", "register"))
    only = tuple(f"{name}={_group(value)}" for name, value in said.get("filters", {}).items() if name in DIMENSIONS)
    return tuple(
        Wish(
            new_id(), (one, *beside), splits, apart=True, only=only, period=said["period"], topic=said.get("topic", "")
        )
        for one in said["measures"]
        if one not in COMPANIONS
    )


def _group(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
