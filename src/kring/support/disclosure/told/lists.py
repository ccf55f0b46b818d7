"""What was told about a dossier and what still opens, in words. Who has no key of a record sees the day of it alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, DateField, F, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kring.support.consultation import queries as consultations
from kring.support.consultation.content import Seat
from kring.support.consultation.models import ClientConsultation, TableInvitation
from kring.support.consultation.opened import PART as MINUTES
from kring.support.dossier import words
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.content import DECLINED, LINK, URGENT, Disclosed
from kring.support.dossier.disclosing.grounds import BASIS, Ground, Recipient, WhyNow
from kring.support.dossier.disclosing.rules import complete_by
from kring.support.dossier.models import Disclosure
from kring.support.dossier.opening import Opened
from kring.support.plan.models import ClientLink, NudgeLink
from kring.team.clock import today
from kring.team.law import reference
from kring.team.names import Names, name_of
from kring.team.protocols import Protocol
from kring.team.protocols import queries as protocols
from kring.vault.gate import Session

TABLE, CLIENT, NUDGE = "table", "client", "nudge"
WHAT: Mapping[str, Promise] = {
    TABLE: _("Somebody at the table"),
    CLIENT: _("The client's own link"),
    NUDGE: _("A question to who does an action"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Everything a page shows: records with what opened of them, the seats that got lines, and living links."""

    records: list[tuple[Disclosure, Disclosed | None, Seat | None]]
    links: list[dict[str, Any]]

    @property
    def authors(self) -> set[str]:
        """Principals that are named."""
        return {told.by for _row, told, _seat in self.records if told}

    @property
    def protocols(self) -> dict[str, Protocol]:
        """The versions that are named, in one query; none when none is."""
        return protocols.named({told.protocol for _row, told, _seat in self.records if told and told.protocol})


def of(session: Session, opened: Opened) -> Told:
    """What was told about a dossier and what opens now, in three queries. Needs the key of `minutes` for names."""
    told, tables = _rows(opened)
    seats = [seat for _row, meeting in consultations.read(opened.keys, tables) for seat in meeting.seats]
    given = {seat.given.disclosure: seat for seat in seats if seat.given}
    names = {seat.id: seat.name for seat in seats}
    found = [(row, told, given.get(row.id)) for row, told in disclosures.read(session, opened.dossier.id, told)]
    return Told(found, _links(opened, names))


def _rows(opened: Opened) -> tuple[list[Disclosure], list[ClientConsultation]]:
    """What was told, and the tables when their key is at hand, still shut: in one query."""
    dossier, sealed = opened.dossier.id, ("id", "lock", "lock_version", "revision", "blob")
    told = Disclosure.objects.filter(dossier=dossier).values_list(*sealed, "on")
    tables = ClientConsultation.objects.filter(dossier=dossier).values_list(*sealed, Value(None, DateField()))
    both = told.union(tables, all=True) if opened.holds(MINUTES) else told
    kept = [(dict(zip(sealed, row, strict=True)), on) for *row, on in both]
    return (
        [Disclosure(**row, dossier_id=dossier, on=on) for row, on in kept if on],
        [ClientConsultation(**row, dossier_id=dossier) for row, on in kept if not on],
    )


def lines(told: Told, names: Names) -> list[dict[str, Any]]:
    """The records, newest first; what has to be completed stands above them."""
    under = told.protocols
    living = {one["seat"] for one in told.links}
    shown = [_line(row, one, seat if seat and seat.id in living else None, names) for row, one, seat in told.records]
    for line, (_row, one, _seat) in zip(shown, told.records, strict=True):
        if one and one.protocol in under:
            line["protocol"] = under[one.protocol]
    return sorted(shown, key=lambda line: "complete" not in line)


def _line(row: Disclosure, told: Disclosed | None, seat: Seat | None, names: Names) -> dict[str, Any]:
    line: dict[str, Any] = {"day": words.day(row.on), "copied": (), "ground": ""}
    if told is None:
        return line
    line |= {"who": _who(told), "by": name_of(names, told.by), "words": told.words}
    if told.way == DECLINED:
        return line | {"declined": True}
    if told.at_once:
        line["now"] = WhyNow(told.at_once).label
    if told.way == URGENT:
        complete = reverse("disclosure:complete", args=[row.dossier_id, row.id])
        return line | {"complete": complete, "until": words.day(complete_by(told.on))}
    return line | {
        "copied": told.items,
        "ground": Ground(told.ground).label,
        "law": reference(BASIS[told.ground], told.on, get_language() or ""),
        "knows": _knows(told),
        "way": gettext("behind a link") if told.way == LINK else gettext("by word"),
        "opens": _opens(told, seat),
        "tests": [one for one in (told.danger, told.alone) if one],
    }


def _who(told: Disclosed) -> str:
    kind = Recipient(told.kind).label if told.kind else ""
    return ", ".join(filter(None, [told.recipient, told.organisation])) or str(kind) or gettext("somebody")


def _knows(told: Disclosed) -> str:
    if told.informed:
        return gettext("The client knows.")
    return gettext("The client does not know: %(why)s") % {"why": told.why_not}


def _opens(told: Disclosed, seat: Seat | None) -> str:
    if told.way != LINK:
        return ""
    until = seat.given.until if seat and seat.given else None
    if until is None or until < today():
        return gettext("opens no more")
    return gettext("opens until %(day)s") % {"day": words.day(until)}


def _links(opened: Opened, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every living link, in one query: none once the dossier is closed or silent."""
    dossier, now, text = opened.dossier, timezone.now(), CharField()
    if dossier.closed_on or dossier.silent:
        return []
    asked = TableInvitation.objects.filter(consultation__dossier=dossier, state=TableInvitation.State.ASKED)
    found = asked.filter(expires_at__gt=now).values_list("expires_at", Value(TABLE, text), F("seat"))
    nobody = Value("", text)
    of_client = ClientLink.objects.filter(dossier=dossier, expires_at__gt=now)
    of_owner = NudgeLink.objects.filter(dossier=dossier, expires_at__gt=now)
    every = found.union(
        of_client.values_list("expires_at", Value(CLIENT, text), nobody),
        of_owner.values_list("expires_at", Value(NUDGE, text), nobody),
        all=True,
    )
    return [
        {"what": WHAT[what], "seat": seat, "who": names.get(seat, ""), "until": words.day(timezone.localdate(until))}
        for until, what, seat in sorted(every)
    ]
