"""The concerns as colleagues see them: those that wait first, and one thread with who is who."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format

from kring.concerns.partners.codelists import Secrecy, WorksAs
from kring.concerns.partners.models import PartnerLink
from kring.concerns.threads import rules, showing
from kring.concerns.threads.codelists import By, Knows
from kring.concerns.threads.opening import OpenConcern, OpenPartner
from kring.team import queries as team
from kring.team.names import Names, name_of


def listed(opened: Sequence[OpenPartner]) -> dict[str, Any]:
    """All concerns: `waiting` for a word of ours, `running`, `closed`."""
    lines = [(partner, one) for partner in opened for one in partner.concerns]
    names = team.colleagues({one.content.taken_by for _, one in lines if one.content.taken_by})
    shown: dict[str, list[dict[str, Any]]] = {"waiting": [], "running": [], "closed": []}
    for partner, one in sorted(lines, key=lambda pair: _latest(pair[1]), reverse=True):
        is_open = rules.is_open(one.content)
        where = "waiting" if is_open and rules.waits_for_us(one.content) else "running" if is_open else "closed"
        shown[where].append(_line(partner, one, names))
    return {**shown, "any": bool(lines), "partners": len(opened)}


def thread(opened: OpenPartner, of: OpenConcern) -> dict[str, Any]:
    """One thread with its facts."""
    content, who = of.content, opened.content
    names = team.colleagues({entry.who for entry in content.entries if entry.who} | {content.taken_by or ""})
    whose = {principal: name_of(names, principal) for principal in names} | {By.PARTNER.value: who.name}
    return {
        "id": of.row.id,
        "code": rules.code(of.row.id),
        "title": showing.title(content),
        "lines": showing.lines(content, mine=By.US, whose=whose),
        "signs": showing.signs(content),
        "knows": Knows(content.knows).label if content.knows in Knows.values else "",
        "partner": _partner(opened),
        "taken_by": name_of(names, content.taken_by) if content.taken_by else "",
        "outcome": showing.outcome(content),
        "may_pass_on": rules.may_pass_on(content),
        "asked": content.outcome == "referral" and content.agreed is None and not content.passed_on,
        "passed_on": content.passed_on,
        "is_open": rules.is_open(content),
    }


def partners(opened: Sequence[OpenPartner]) -> list[dict[str, Any]]:
    """Who may raise concerns, in alphabetical order."""
    linked = {link.partner_id for link in PartnerLink.objects.filter(partner__in=[one.row.id for one in opened])}
    shown = [{**_partner(one), "linked": one.row.id in linked} for one in opened]
    return sorted(shown, key=lambda one: str(one["name"]).casefold())


def _partner(opened: OpenPartner) -> dict[str, Any]:
    said = opened.content
    return {
        "id": opened.row.id,
        "name": said.name,
        "school": said.school,
        "works_as": WorksAs(said.works_as).label if said.works_as in WorksAs.values else "",
        "secrecy": Secrecy(said.secrecy).label if said.secrecy in Secrecy.values else "",
        "reach": said.reach,
        "email": said.email,
        "until": date_format(opened.row.until_on, "j F Y"),
        "concerns": len(opened.concerns),
    }


def _line(partner: OpenPartner, one: OpenConcern, names: Names) -> dict[str, Any]:
    return {
        "id": one.row.id,
        "code": rules.code(one.row.id),
        "title": showing.title(one.content),
        "school": partner.content.school,
        "who": partner.content.name,
        "since": date_format(one.row.opened_on, "j F"),
        "taken_by": name_of(names, one.content.taken_by) if one.content.taken_by else "",
        "outcome": showing.outcome(one.content),
    }


def _latest(one: OpenConcern) -> str:
    return one.content.entries[-1].at.isoformat() if one.content.entries else ""
