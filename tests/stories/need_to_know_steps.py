"""Dossiers with a word in every part that a step of the work brings: summary, network, plan, table, linkage, ending."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kring.support.clarification.content import TalkNotes
from kring.support.clarification.testing import TALK_AT
from kring.support.closing import actions as endings
from kring.support.closing.actions import Ending
from kring.support.closing.content import ClosingContent, Reason
from kring.support.consultation import actions as consultations
from kring.support.consultation.testing import a_table
from kring.support.dossier.actions import Kept, OpenedDossier, Opening, add_co_worker, close_dossier, open_dossiers
from kring.support.dossier.content import Identity, Mode, SummaryContent
from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.dossier.opening import Opened, opening
from kring.support.followup.back import actions as back
from kring.support.followup.content import HandoverContent, Told, WhereToGo
from kring.support.followup.handover import offering
from kring.support.followup.linkage import actions as linkage
from kring.support.followup.linkage.content import Asked, OnwardReferral, StillRuns
from kring.support.followup.models import EveningOut
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.network.actions import add_factor, draw_together
from kring.support.network.content import Drawing as NetworkDrawing
from kring.support.network.content import Factor, Pull
from kring.support.network.testing import a_tie, drawn, entered
from kring.support.plan import actions as plans
from kring.support.plan.content import ClientSheet, DomainRow
from kring.support.plan.sheets import write_sheet
from kring.support.plan.testing import ROOM, a_row, an_action, plan_of
from kring.support.testing import ON, a_dossier, carried
from kring.team.clock import today
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing, get, inside, searches


def planted_dossier(
    town: Town,
    holder: Persona,
    deputy: Persona,
    *,
    circle: str = "welfare",
    along: Persona | None = None,
    closed: bool = False,
) -> Thing:
    thing = Thing()
    opening = Opening(
        carried(town, holder, deputy, circle=circle),
        SummaryContent(thing.text("summary"), "street_work", Mode.HYBRID),
        ON,
        identity=Identity(name=thing.text("identity")),
        referral=[
            Kept("referral", ReferralContent(Referrer(), concern=thing.text("referral"))),
            Kept("talk", TalkNotes(thing.text("talk"), by=holder.principal, at=TALK_AT)),
        ],
    )
    with acting("test.open", by=holder.principal) as act:
        [opened] = open_dossiers(act, [opening])
    _afterwards(holder, opened, along, closed)
    row = opened.dossier
    thing.id = row.id
    return thing.seen_by(*inside(row.id), number=row.number)


def planted_network(town: Town) -> Thing:
    thing = planted_dossier(town, town.noor, town.joris, along=town.fatma)
    thing.words.clear()
    marks = Marks(About.THIRD_PARTY_ONLY, agogic=AgogicException(thing.text("mark"), ON))
    somebody = replace(a_tie(thing.text("tie")), marks=marks)
    [row] = drawn(town.noor, thing.id, [somebody]).ties
    draw_together(entered(town.noor, thing.id), NetworkDrawing(ON, thing.text("voice")), once=new_id())
    factor = Factor(Pull.LOSS, "school", thing.text("factor"), "een gesprek met de school", ON)
    add_factor(entered(town.noor, thing.id), factor, once=new_id())
    here = [thing.id]
    thing.ways["search"] = searches(thing.handles)
    thing.ways["page"] = [
        get(reverse("network:map", args=here)),
        get(reverse("network:map", args=here) + f"?on={ON.isoformat()}"),
        get(reverse("network:tie", args=[*here, row.seen.record])),
    ]
    return thing


def _afterwards(holder: Persona, opened: OpenedDossier, along: Persona | None, closed: bool) -> None:
    with acting("test.afterwards", by=holder.principal) as act:
        if along:
            add_co_worker(act, opened.keys, opened.dossier, along.principal, from_on=ON)
        if closed:
            close_dossier(act, opened.keys, opened.dossier, ON)


def planted_table(town: Town) -> Thing:
    """A consultation with a teacher at the table; Fatma works along on the dossier."""
    thing, noor = Thing(), town.noor
    table = a_table(town)
    keys, dossier = table.opened().keys, table.opened().opened.dossier
    with acting("test.along", by=noor.principal) as act:
        add_co_worker(act, keys, dossier, town.fatma.principal, from_on=ON)
    lens = table.seat()
    table.point(thing.text("agenda"))
    table.agree(thing.text("agreed"), who=(lens.id,))
    table.give(lens, thing.text("lines"))
    consultations.write_notes(noor.session, table.opened(), text=thing.text("notes"), seen=0, once=new_id())
    one = [dossier.id, table.id]
    pages = [("table", one), ("consultation", one), ("seat", [*one, lens.id]), ("consultations", one[:1])]
    thing.id = table.id
    return thing.seen_by(*(reverse(f"consultation:{name}", args=ids) for name, ids in pages))


def planted_onward(town: Town) -> Thing:
    thing, noor = Thing(), town.noor
    made = a_dossier(town)
    _afterwards(noor, made, town.fatma, closed=False)
    told: dict[str, Any] = {"service": thing.text("service"), "agreed_with": thing.text("with")}
    told["request"] = thing.text("request")
    referral = OnwardReferral(organisation="Buurtwerk", on=ON, by=noor.principal, went_along=True, **told)

    def entered() -> Opened:
        return linkage.enter(noor.session, made.dossier.id, act="test.refer")

    record = linkage.refer(noor.session, entered(), referral, once=new_id())
    asked = Asked(StillRuns.YES, ON, noor.principal, thing.text("answer"))
    linkage.answer(noor.session, entered(), record, asked, revision=1, once=new_id())
    thing.id = record
    letter = reverse("disclosure:letter", args=[made.dossier.id, "referral"])
    thing.seen_by(reverse("followup:linkages", args=[made.dossier.id]), f"{letter}?of={record}")
    thing.ways["search"] += [("POST", reverse("team:services"), (("words", one),)) for one in thing.handles]
    return thing


def planted_plan(town: Town) -> Thing:
    thing, noor = Thing(), town.noor
    made = a_dossier(town)
    _afterwards(noor, made, town.fatma, closed=False)
    robin = made.dossier
    row = a_row(noor, robin, DomainRow("leisure", wish=thing.text("agreed")), level=None)
    action = an_action(noor, robin, replace(ROOM, what=thing.text("action"), row=row))
    plans.agree(plan_of(noor, robin), on=ON, how=thing.words["agreed"], once=new_id())
    kept = plan_of(noor, robin).row(row)
    changed = DomainRow("leisure", wish=thing.text("row"))
    plans.write_row(plan_of(noor, robin), changed, level=None, on=kept, seen=1, once=new_id())
    write_sheet(plan_of(noor, robin), ClientSheet(want=thing.text("own words")), seen=0, once=new_id())
    thing.id = robin.id
    pages = [("plan:plan",), ("plan:row", row), ("plan:action", action), ("plan:ask", action), ("plan:agree",)]
    pages += [("plan:sheet",), ("plan:sheet_words",), ("plan:sheet_at", "paper"), ("plan:sheet_at", "link")]
    paths = [reverse(name, args=[robin.id, *more]) for name, *more in pages]
    return thing.seen_by(*paths, number=robin.number)


def planted_kept(town: Town) -> Thing:
    """A dossier that is offered, one that was closed, and an evening that lasts too long."""
    thing, noor = Thing(), town.noor.session
    offered, closed = a_dossier(town), a_dossier(town)
    with acting("test.along", by=noor.person) as act:
        add_co_worker(act, closed.keys, closed.dossier, town.fatma.principal, from_on=ON)
    told = HandoverContent("Robin V.", thing.text("note"), "Ik ga weg.", Told.YES)
    plan = offering.Plan(town.tom.principal, town.joris.principal, "kept")
    offer = offering.offer(noor, opening(noor, offered.dossier.id, act="test.offer"), plan, told, once=new_id())
    ended = ClosingContent(Reason.OTHER, today(), noor.person, why_no_talk=thing.text("ending"))
    ending = Ending(ended, thing.text("verdict"))
    endings.close(noor, endings.enter(noor, closed.dossier.id, act="test.close"), ending, once=new_id())
    over = timezone.now() - timedelta(minutes=5)
    back.go(noor, town.samir.principal, WhereToGo(thing.text("where")), over, once=new_id())
    back.call_due()
    evening = EveningOut.objects.get(person=noor.person).id
    thing.id = offered.dossier.id
    pages = [("followup:offer", offer), ("closing:closing", closed.dossier.id), ("followup:where", evening)]
    inside = ("followup:direction", "followup:handover", "closing:closing", "desk:dossier")
    pages += [(name, one.dossier.id) for name in inside for one in (offered, closed)]
    thing.seen_by(*(reverse(name, args=[of]) for name, of in pages), number=offered.dossier.number)
    thing.ways["search"] += searches([closed.dossier.number])
    return thing
