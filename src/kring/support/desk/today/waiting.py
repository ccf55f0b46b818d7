"""Two bands of Today in plain words: what waits for others, and what is new for me. Pure over what was looked up."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext, ngettext

from kring.support.clarification.rules import role_agreed
from kring.support.contacts.word.queries import WORD
from kring.support.desk.today import letters
from kring.support.desk.today.around import Offer, Table
from kring.support.desk.today.queries import Seen
from kring.support.dossier import words
from kring.support.dossier.glass.queries import GLASS
from kring.support.followup.models import Handover
from kring.support.intake.models import Referral
from kring.support.plan.queries import Waiting
from kring.team.drafts.actions import KIND as DRAFT
from kring.team.while_locked.actions import NOTE

Lane = Referral.Lane
Line = dict[str, Any]
LETTERS = (
    (GLASS, "desk:glass_told", "glass"),
    (WORD, "contacts:words", "speak"),
    (DRAFT, "unfinished", "pen"),
    (NOTE, "written", "lock"),
)
"""What lies in one's own letterbox, where it is read, and its icon."""


def others(seen: Seen, me: str) -> list[Line]:
    """Silent owners, who was invited and did not answer, joint decisions, handovers."""
    return [*_owners(seen, me), *_guests(seen), *_decisions(seen.around.referrals, me), *_receivers(seen.around.offers)]


def new(seen: Seen, me: str) -> Iterable[Line]:
    """Roles and referrals that wait for my yes, dossiers that came or are offered, letters of mine."""
    for row in seen.around.referrals:
        if role_agreed(row) and row.role_asked == me:
            yield _card(row, gettext("You are asked to take a role"), "hand")
        elif row.lane == Lane.NEW and row.asked == me and row.accepted_at is None:
            yield _card(row, gettext("A referral waits for your yes"), "inbox")
    for offer in seen.around.offers:
        if not offer.mine:
            yield _offer(offer, gettext("A dossier is offered to you"), reverse("followup:offer", args=[offer.id]))
    for dossier, last in seen.around.given.items():
        if label := seen.labels.get(dossier):
            until = gettext("until %(day)s") % {"day": words.day_month(last)} if last else ""
            title = gettext("New: you can open %(label)s") % {"label": label}
            yield {"title": title, "small": until, "url": reverse("desk:dossier", args=[dossier]), "icon": "key"}
    yield from _lying(seen.around.letters)


def _lying(counts: Mapping[str, int]) -> Iterable[Line]:
    """Letters in one's own letterbox, by where they are read."""
    for kind, route, icon in LETTERS:
        if number := counts.get(kind, 0):
            yield {"title": _letters(kind, number), "small": "", "url": reverse(route), "icon": icon}
    for kind, (route, icon, said) in letters.more.items():
        if number := counts.get(kind, 0):
            yield {"title": import_string(said)(number), "small": "", "url": reverse(route), "icon": icon}


def _owners(seen: Seen, me: str) -> Iterable[Line]:
    """Actions of others whose owner lets us wait, as the plan says it."""
    for each in seen.waiting:
        if each.silent and each.content.person != me:
            yield {
                "title": each.content.what,
                "label": seen.labels.get(each.dossier, ""),
                "small": _owner(each),
                "url": reverse("plan:plan", args=[each.dossier]),
                "icon": "clock",
            }


def _owner(each: Waiting) -> str:
    content = each.content
    who = ", ".join(filter(None, [content.name, content.organisation])) or gettext("a colleague")
    return f"{who} · {words.ago(each.waits_days)}"


def _guests(seen: Seen) -> Iterable[Line]:
    """The soonest first; who exactly is said on the page of the consultation, with the key of its minutes."""
    for table in sorted(seen.around.tables, key=lambda one: (one.at, one.id)):
        day = words.day_month(timezone.localdate(table.at))
        yield {
            "title": gettext("Client consultation on %(day)s") % {"day": day},
            "label": seen.labels.get(table.dossier, ""),
            "small": _silent(table),
            "url": reverse("consultation:consultation", args=[table.dossier, table.id]),
            "icon": "table",
        }


def _silent(table: Table) -> str:
    said = ngettext(
        "%(n)s of %(all)s invited has not answered yet", "%(n)s of %(all)s invited have not answered yet", table.silent
    )
    return said % {"n": table.silent, "all": table.invited}


def _decisions(rows: Iterable[Referral], me: str) -> Iterable[Line]:
    """What I laid before the referrer until it is confirmed; and a role until who was asked takes it."""
    for row in rows:
        if row.lane != Lane.WAITING or row.asked != me:
            continue
        if not role_agreed(row):
            title = gettext("The referrer has to confirm") if row.proposed else gettext("The referrer has to answer us")
            yield _card(row, title, "inbox")
        elif row.role_asked != me:
            yield _card(row, gettext("A colleague has to take the role"), "hand")


def _receivers(offers: Iterable[Offer]) -> Iterable[Line]:
    """What I offered: until it is answered, and then until the keys moved."""
    for one in offers:
        if one.mine and one.state == Handover.State.ACCEPTED:
            yield _offer(one, gettext("The keys of a handover can move"), reverse("followup:handovers"))
        elif one.mine:
            of = reverse("followup:handover", args=[one.dossier])
            yield _offer(one, gettext("A colleague has to answer your handover"), of)


def _offer(one: Offer, title: str, url: str) -> Line:
    return {"title": title, "small": f"{one.number} · {one.said}", "url": url, "icon": "share"}


def _letters(kind: str, number: int) -> str:
    if kind == GLASS:
        said = ngettext("The glass was broken %(n)s time", "The glass was broken %(n)s times", number)
    elif kind == WORD:
        said = ngettext("%(n)s word of a colleague", "%(n)s words of colleagues", number)
    elif kind == DRAFT:
        said = ngettext("%(n)s note is unfinished", "%(n)s notes are unfinished", number)
    else:
        said = ngettext("%(n)s note from while you were locked", "%(n)s notes from while you were locked", number)
    return said % {"n": number}


def _card(row: Referral, title: str, icon: str) -> Line:
    return {"title": title, "small": row.card, "url": reverse("clarification:referral", args=[row.id]), "icon": icon}
