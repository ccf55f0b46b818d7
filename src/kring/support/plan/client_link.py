"""The client's own link: what the client chose to stand behind it, opened with a word of the client.

An extract of the day it was sent; a new one ends the one before. What the client says there lies in the letterbox of
the plan and is filed under the part `statements` at the next opening, unchanged. A closed dossier opens nothing.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.support.dossier import actions as dossiers
from kring.support.dossier.models import Dossier
from kring.support.plan.content import SheetCopy, SheetGoal, SheetLine, Statement
from kring.support.plan.links import end_link, found_box, plain
from kring.support.plan.models import ClientLink, PlanRecord
from kring.support.plan.opening import PART, SAID, STATEMENTS, OpenPlan
from kring.support.plan.rules import NotWhole
from kring.support.plan.sheet_shown import SheetShown
from kring.vault import gate, letterbox, outbox, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Extract, Letter, Lock
from kring.vault.refusals import Conflict, Refused

LIFE = timedelta(days=90)
LETTERS = 6


@dataclass(frozen=True, slots=True)
class OpenClient:
    """The client's link, opened with the word."""

    link: ClientLink
    session: Session
    copy: SheetCopy


def copy_of(shown: SheetShown) -> SheetCopy:
    """What stands behind the link, as it is today."""
    goals = [SheetGoal(one.heading, one.sentence, one.icon, tuple(one.road), one.closed) for one in shown.goals]
    lines = [SheetLine(one.what, one.when, one.initials, one.face) for one in shown.does]
    return SheetCopy(
        shown.name, shown.language, shown.looked, tuple(shown.want), tuple(goals), tuple(lines), shown.hard
    )


def send_link(plan: OpenPlan, shown: SheetShown, *, to: str, word: str, once: str) -> None:
    """Send the client the own link; the word is agreed face to face. Raises `NotWhole`, `Busy`."""
    if not plan.is_open:
        raise Refused
    if len(plain(word)) < LETTERS:
        raise NotWhole(_("Choose a word of six letters or more."), "word")
    until, me, dossier = timezone.now() + LIFE, plan.keys.actor, plan.dossier
    way_in = slots.stretched_link(plain(word))
    with acting("plan.client_link", by=me, on=[dossier.id]) as act:
        if act.once(f"{once} {to} {word}", lock=dossier.id, outcome=dossier.id) is not None:
            return
        keys = dossiers.at_hand(act, plan.keys, dossier, PART)
        for link in ClientLink.objects.filter(dossier=dossier):
            end_link(act, link)
        found_box(act, keys, dossier.id)
        token, opened = slots.add_link(act, code=way_in, expires_at=until)
        extract = sharing.extract(act, copy_of(shown), to=sharing.holders([opened.person], expires_at=until))
        act.add(ClientLink(dossier=dossier, principal=opened.person, bundle=extract.bundle, expires_at=until))
        words = {"token": token}
        outbox.post(act, to=to, template="sheet", language=shown.language, words=words, dossier=dossier.id)


def open_client(token: str, word: str) -> OpenClient:
    """Open the client's link. Raises `Refused`, whatever is wrong with it, and `Busy`."""
    try:
        opened = slots.open_link(token, plain(word), stretched=True)
    except Conflict:
        raise Refused from None
    link = ClientLink.objects.filter(principal=opened.person).select_related("dossier").first()
    if link is None or link.verified().dossier.verified().state != Dossier.State.OPEN:
        raise Refused
    session, parts = opened.session(), [sharing.EXTRACT]
    keys = gate.entering(session, act="plan.client_link.open", of=[link.bundle], parts=parts, about=[link.dossier_id])
    return OpenClient(link, session, keys.open(Extract.objects.get(bundle=link.bundle), SheetCopy))


def say(opened: OpenClient, words: str, *, once: str) -> None:
    """The client says something: into the letterbox, as it is. Said twice it is said once."""
    link = opened.link
    lock = Lock.objects.filter(bundle=link.dossier_id, part=PART).first()
    if lock is None:
        raise Refused
    with acting("plan.client_link.say", by=link.principal, on=[link.dossier_id]) as act:
        if act.once(f"{once} {words}", lock=link.principal, outcome=link.dossier_id) is None:
            said = Statement(words)
            letterbox.drop(act, said, owner=lock.id, kind=SAID, about=link.dossier_id, author=link.principal)


def file_statements(plan: OpenPlan) -> None:
    """Keep what the client said under the part `statements`, with the moment it came. Raises `Conflict`."""
    letters = list(Letter.objects.filter(about=plan.dossier.id, kind=SAID).order_by("dropped_at"))
    if not letters:
        return
    owner = plan.keys.part(plan.dossier.id, PART).lock
    with acting("plan.client_link.file", by=plan.keys.actor, on=[plan.dossier.id]) as act:
        keys = dossiers.at_hand(act, plan.keys, plan.dossier, STATEMENTS)
        for letter, said in zip(letters, letterbox.read(keys, letters, Statement, owner=owner), strict=True):
            record = PlanRecord(dossier=plan.dossier, kind=PlanRecord.Kind.STATEMENT)
            kept = replace(said, at=letter.dropped_at)
            keys.seal(record, kept, bundle=plan.dossier.id, part=STATEMENTS)
            act.add(record)
        act.erase(letters, into=keys.part(plan.dossier.id, STATEMENTS).lock)
