"""An answer put into words: rows of the table, the sentences of the draft answer, JSON and plain text.

Everything here reads `Figures` and says them in the language of the reader; nothing counts or opens.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.reporting.content import Audience, Figures, ProgrammeCount
from kring.reporting.individual_cases import EXCLUDED, NAME, VERSION
from kring.reporting.models import Answer
from kring.team.models import Function
from kring.team.programmes import PROGRAMMES

RECENT_DAYS = 365
"""A programme that started within this time says so in the table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a function, how many colleagues, and its dossiers in words."""

    function: str
    programme: str
    colleagues: int
    cases: str
    kind: str = "number"
    """number | hidden | word: how it looks."""


def day(on: date) -> str:
    """A date in words."""
    return date_format(on, "j F Y")


def programme_name(code: str) -> str:
    """The name of a programme in the town, or its code when it is no longer known."""
    known = {one.code: one.name for one in PROGRAMMES}
    return _("programme not known") if code == "unknown" else known.get(code, code)


def function_name(code: str) -> str:
    """The name of a function in the reader's language."""
    return str(Function(code).label) if code in Function else code


def rows(figures: Figures, on: date) -> list[Row]:
    """The table by function, as the council asked it."""
    counts = {line.code: line for line in figures.programmes}
    works_in = {one.code: one for one in PROGRAMMES}
    found = []
    for staffing in figures.staffing:
        programme = works_in.get(staffing.programme)
        line = counts.get(staffing.programme)
        if programme is not None and staffing.function not in programme.functions:
            line = None
        apart = programme is not None and not programme.counted and staffing.function in programme.functions
        cases, kind = _cases(line, apart=apart)
        beside = _beside(line, on) if line else ""
        found.append(Row(function_name(staffing.function), beside, staffing.colleagues, cases, kind))
    return found


def _cases(line: ProgrammeCount | None, *, apart: bool) -> tuple[str, str]:
    if line is None:
        return (_("separate register"), "word") if apart else (_("none"), "word")
    return (_("withheld"), "hidden") if line.cases is None else (str(line.cases), "number")


def _beside(line: ProgrammeCount, on: date) -> str:
    """The programme's name, and since when it exists if that is not long ago."""
    name = programme_name(line.code)
    if line.started_on is None or (on - line.started_on).days > RECENT_DAYS:
        return name
    return _("%(name)s · started on %(day)s") % {"name": name, "day": date_format(line.started_on, "j F")}


def excluded() -> list[dict[str, str]]:
    """Registers that are not counted, each with its reason."""
    return [{"register": each.REGISTER, "name": str(each.NAME), "reason": str(each.REASON)} for each in EXCLUDED]


def not_counted() -> str:
    """What stands under every table."""
    apart = _("%(registers)s (own register, own legal frame)") % {"registers": _joined([e["name"] for e in excluded()])}
    return _("%(apart)s, referrals and talks, tallies of the street.") % {"apart": apart}


def draft_answer(figures: Figures, on: date) -> list[str]:
    """The paragraphs of an answer to the council, without one number that is withheld."""
    crew = [f"{programme_name(line.code)} ({line.outreachers})" for line in figures.programmes if line.outreachers]
    words: dict[str, Any] = {"day": day(on), "total": figures.total, "n": figures.outreachers, "crew": _joined(crew)}
    if figures.total is None:
        first = _("The number of dossiers on %(day)s is not shown: so few colleagues carry them that it tells of one.")
    else:
        first = ngettext(
            "On %(day)s %(total)s individual dossiers are carried by %(n)s outreacher: %(crew)s.",
            "On %(day)s %(total)s individual dossiers are carried by %(n)s outreachers: %(crew)s.",
            figures.outreachers,
        )
    empty = [
        _("%(name)s started on %(day)s and has no dossiers yet.")
        % {"name": programme_name(line.code), "day": day(start)}
        for line in figures.programmes
        if line.cases == 0 and (start := line.started_on) and (on - start).days <= RECENT_DAYS
    ]
    apart = _("Not counted: %(registers)s. Those have a legal frame and a register of their own.")
    registers = _joined([each["name"] for each in excluded()])
    return [" ".join([first % words, *empty]), apart % {"registers": registers}]


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(all)s and %(last)s") % {"all": ", ".join(names[:-1]), "last": names[-1]}


def counted() -> str:
    """The definition in one sentence."""
    return _("role decision up to and including the day, not closed by its evening; dossiers, not persons")


def why_withheld() -> str:
    """One reason for every withheld number, so that nobody sees which is small and which helps to hide it."""
    return _("carried by fewer than 3 workers, fewer than 5, or needed to keep such a number hidden")


def as_json(answer: Answer, figures: Figures, audience: Audience) -> dict[str, Any]:
    """The answer for machines; the same question gives the same answer."""
    return {
        "on": answer.on.isoformat(),
        "audience": audience.value,
        "total": figures.total,
        "outreachers": _carriers(figures, figures.outreachers),
        "team": figures.team,
        "programmes": [
            {
                "code": line.code,
                "name": programme_name(line.code),
                "cases": line.cases,
                "withheld_reason": why_withheld() if line.cases is None else None,
                "outreachers": _carriers(figures, line.outreachers),
                "started": line.started_on.isoformat() if line.started_on else None,
            }
            for line in figures.programmes
        ],
        "excluded": [{"register": each["register"], "reason": each["reason"]} for each in excluded()],
        "definition": {
            "name": NAME,
            "version": VERSION,
            "counted": counted(),
            "snapshot": answer.snapshot,
            "frozen_at": answer.frozen_at.isoformat(timespec="seconds"),
        },
    }


def _carriers(figures: Figures, many: int) -> int | None:
    """By how many it is carried: of a total that is withheld it would tell why, and of four with four all."""
    return None if figures.total is None else many


def as_text(answer: Answer, figures: Figures, audience: Audience) -> str:
    """The answer as a table for a terminal or a letter."""
    table = [[_("Function"), _("Colleagues"), _("Dossiers")]]
    table += [
        [" · ".join(filter(None, (row.function, row.programme))), str(row.colleagues), row.cases]
        for row in rows(figures, answer.on)
    ]
    total = _("withheld") if figures.total is None else str(figures.total)
    table.append([_("Total"), str(figures.team), total])
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    lines = [f"{one:<{widths[0]}}  {two:>{widths[1]}}  {three:>{widths[2]}}" for one, two, three in table]
    ruler = "-" * (sum(widths) + 4)
    who = _("public version") if audience == Audience.PUBLIC else _("internal version")
    head = _("Open dossiers on %(day)s (%(who)s)") % {"day": day(answer.on), "who": who}
    carried = ngettext("carried by %(n)s outreacher", "carried by %(n)s outreachers", figures.outreachers)
    whole = total if figures.total is None else f"{total} · {carried % {'n': figures.outreachers}}"
    return "\n".join(
        [
            head,
            whole,
            "",
            lines[0],
            ruler,
            *lines[1:-1],
            ruler,
            lines[-1],
            "",
            f"{_('Not counted:')} {not_counted()}",
            f"{_('Counted:')} {counted()}",
            f"{_('Definition:')} {NAME} {VERSION} · {answer.snapshot[:16]}",
        ]
    )


def for_page(figures: Figures, on: date, audience: Audience) -> dict[str, Any]:
    """What the page and the document show."""
    return {
        "on": on,
        "day": day(on),
        "public": audience == Audience.PUBLIC,
        "total": figures.total,
        "outreachers": figures.outreachers,
        "team": figures.team,
        "rows": rows(figures, on),
        "not_counted": not_counted(),
        "excluded": excluded(),
        "counted": counted(),
        "version": VERSION,
        "paragraphs": draft_answer(figures, on),
    }
