"""The town in which the table of need to know is tried: every part holds a word of its own, and everybody looks.

A part's text is `<handle> <word>`: one searches by the handle and looks for the word, so that an answer which merely
repeats the question shows nothing. What does not live here: who may see what (need_to_know_table.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.reporting import actions as reporting
from kring.support.clarification import actions, answers, merging, waiting
from kring.support.clarification.content import Answer as Said
from kring.support.clarification.content import Proposal, ReferrerAnswer, TalkNotes
from kring.support.clarification.testing import TALK_AT, a_referral, opened_by
from kring.support.closing import actions as endings
from kring.support.closing.actions import Ending
from kring.support.closing.content import ClosingContent, Reason
from kring.support.consultation import actions as consultations
from kring.support.consultation.testing import a_table
from kring.support.dossier.actions import Kept, OpenedDossier, Opening, add_co_worker, close_dossier, open_dossiers
from kring.support.dossier.content import DossierOpened, Identity, Mode, SummaryContent
from kring.support.dossier.figures_source import OPENED
from kring.support.dossier.opening import Opened, opening
from kring.support.followup.back import actions as back
from kring.support.followup.content import HandoverContent, Told, WhereToGo
from kring.support.followup.handover import offering
from kring.support.followup.linkage import actions as linkage
from kring.support.followup.linkage.content import Asked, OnwardReferral, StillRuns
from kring.support.followup.models import EveningOut
from kring.support.intake.codelists import Channel
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral, ReferralRecord, TalkMoment
from kring.support.intake.moments.actions import publish
from kring.support.network.actions import add_factor, draw_together
from kring.support.network.content import About, Factor, Marks, Pull
from kring.support.network.content import Drawing as NetworkDrawing
from kring.support.network.testing import a_tie, drawn, entered
from kring.support.plan import actions as plans
from kring.support.plan.content import ClientSheet, DomainRow
from kring.support.plan.sheets import write_sheet
from kring.support.plan.testing import ROOM, a_row, an_action, plan_of
from kring.support.testing import ON, a_dossier, carried
from kring.team.clock import today
from kring.team.testing import PEOPLE, Persona, Town
from kring.vault import facts
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.primitives import new_id, new_key
from tests.stories.browsing import Answer, Browser, Inside
from tests.stories.need_to_know_table import WAYS, Cell
from tests.stories.searching import word

MOMENT_AT = datetime(2021, 3, 11, 12, tzinfo=UTC)
FROZEN, DRAFTED = date(2020, 3, 1), date(2021, 2, 1)
COUNTED = {"noor": 50, "joris": 41, "fatma": 35, "samir": 40, "eline": 34, "tom": 41, "lotte": 35}
PUBLIC, INTERNAL, DRAFT, LATER = ">276<", ">74<", ">285<", 9
NOBODY = "nobody"
Request = tuple[str, str, tuple[tuple[str, str], ...]]
"""Method, path, fields."""


@dataclass
class Thing:
    """Something that lies in the house: what was planted in each part, and the requests that are a way to it."""

    id: str = ""
    words: dict[str, str] = field(default_factory=dict)
    handles: list[str] = field(default_factory=list)
    ways: dict[str, list[Request]] = field(default_factory=dict)

    def text(self, part: str) -> str:
        """A new text for a part: the handle to search by, and the word to find."""
        handle, self.words[part] = word(6), word()
        self.handles.append(handle)
        return f"{handle} {self.words[part]}"


def get(path: str) -> Request:
    return ("GET", path, ())


def lists() -> list[Request]:
    """Every page that lists."""
    mine = reverse("desk:my_dossiers")
    filters = [f"{mine}?role={role}" for role in ("mine", "along")]
    names = (
        "home",
        "team:colleagues",
        "waiting",
        "clarification:board",
        "dossier:take_over",
        "desk:today",
        "desk:week",
    )
    return [get(path) for path in (mine, *filters, *map(reverse, names))]


def searches(words: Iterable[str]) -> list[Request]:
    """Every search: by these words, and by each phase."""
    mine = reverse("desk:my_dossiers")
    asked = [("words", each) for each in words] + [("phase", phase) for phase in ("network", "closing")]
    return [("POST", mine, (each,)) for each in asked]


def figures() -> list[Request]:
    """The page of figures for every day, for both audiences."""
    page = reverse("reporting:council_answer")
    audiences = ("public", "internal")
    return [get(page), *(get(f"{page}?on={on}&audience={who}") for on in (FROZEN, DRAFTED) for who in audiences)]


@dataclass
class Planted:
    """The town with everything in it."""

    town: Town
    things: dict[str, Thing]

    def browser(self, who: str) -> Browser:
        return Inside(Client(headers={"accept-language": "nl"}) if who == NOBODY else self.town.people[who].client)

    def arrive(self) -> None:
        """A fresh referral by mail for whoever looks next: the first look files it."""
        self.things["arrived"] = _arrived()


def plant(town: Town) -> Planted:
    """Three dossiers, three referrals, and figures."""
    things = {
        "robin": _dossier(town, town.noor, town.joris, along=town.fatma),
        "kim": _dossier(town, town.nele, town.eline, circle="samen"),
        "sam": _dossier(town, town.noor, town.joris, closed=True),
        "network": _network(town),
        "in talk": _talked(town, outcome=Referral.Outcome.BETTER_PLACED, confirmed=False),
        "put together": _together(town),
        "forgotten": _talked(town, outcome=Referral.Outcome.TALK_ENOUGH, confirmed=True),
        "moment": _moment(town),
        "plan": _plan(town),
        "kept": _kept(town),
        "council": _council(town),
        "table": _table(town),
        "onward": _onward(town),
    }
    return Planted(town, things)


def look(planted: Planted, who: str, browser: Browser) -> Iterator[tuple[Cell, bool]]:
    """Ask everything as somebody; every cell with whether the word of that part was shown."""
    kept: dict[Request, Answer] = {}
    planted.arrive()
    for name, thing in planted.things.items():
        for way in WAYS:
            shown = ""
            for request in thing.ways.get(way, []):
                if request not in kept:
                    method, path, fields = request
                    kept[request] = browser.ask(method, path, dict(fields))
                shown += kept[request].text
            for part, planted_word in thing.words.items():
                yield (name, part, who, way), planted_word in shown


def _dossier(
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
    thing.ways = {
        "page": [get(reverse("desk:dossier", args=[row.id]))],
        "list": lists(),
        "search": searches([*thing.handles, row.number]),
        "figures": figures(),
        "file": [get(original(row.id))],
    }
    return thing


def _network(town: Town) -> Thing:
    thing = _dossier(town, town.noor, town.joris, along=town.fatma)
    thing.words.clear()
    marks = Marks(About.THIRD_PARTY_ONLY, exception=thing.text("mark"), review_on=ON)
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


def page(referral: str) -> str:
    """The address of a referral's page."""
    return reverse("clarification:referral", args=[referral])


def original(referral: str) -> str:
    """The address of the message as it came."""
    return reverse("clarification:original", args=[referral])


def _referral(thing: Thing, referral: str) -> Thing:
    thing.id = referral
    thing.words["card"] = Referral.objects.get(id=referral).card
    thing.ways = {
        "page": [get(page(referral))],
        "list": lists(),
        "search": searches([thing.handles[0]]),
        "figures": figures(),
        "file": [get(original(referral))],
    }
    return thing


def _arrived() -> Thing:
    thing = Thing()
    concern, referrer = thing.text("concern"), thing.text("referrer")
    message = Message(subject="Een zorg", sender="school@example.org", sender_name=referrer, text=concern)
    raw = f"From: {referrer} <school@example.org>\r\nX: {thing.text('original')}\r\n\r\n{concern}\r\n".encode()
    content = ReferralContent(Referrer(name=referrer), message=message)
    return _referral(thing, a_referral(content, channel=Channel.MAIL, original=raw))


def _together(town: Town) -> Thing:
    thing, noor = Thing(), town.noor
    raw = f"From: school@example.org\r\n\r\n{thing.text('original')}\r\n".encode()
    first = a_referral(ReferralContent(Referrer(), concern="He sleeps in the bus shelter."))
    second = a_referral(ReferralContent(Referrer(), concern=thing.text("second")), original=raw)
    merging.merge(noor.session, opened_by(noor, first), other=second)
    until = today() + timedelta(days=9)
    waiting.put_on_list(noor.session, opened_by(noor, first), again_on=until, words=thing.text("why"))
    made = _referral(thing, first)
    record = ReferralRecord.objects.get(referral=first, kind=actions.MERGED_RAW)
    made.ways["file"] = [get(reverse("clarification:merged_original", args=[first, record.id]))]
    made.ways["page"].append(get(page(second)))
    return made


def _talked(town: Town, *, outcome: str, confirmed: bool) -> Thing:
    thing, noor = Thing(), town.noor
    referral = a_referral(ReferralContent(Referrer(), concern=thing.text("concern")))
    actions.plan_talk(noor.session, opened_by(noor, referral), talk_at=TALK_AT)
    actions.write_notes(noor.session, opened_by(noor, referral), text=thing.text("notes"))
    laid = Proposal(outcome, we_do=thing.text("proposal"), referrer_does="speaks with the parents")
    actions.propose(noor.session, opened_by(noor, referral), laid)
    if confirmed:
        answers.confirm_by_word(noor.session, opened_by(noor, referral), ReferrerAnswer(Said.YES, way="word"))
    return _referral(thing, referral)


def _moment(town: Town) -> Thing:
    thing = Thing()
    publish(town.noor.session, [MOMENT_AT], where=thing.text("place"))
    thing.id = TalkMoment.objects.get().id
    told = (("kind", "school"), ("urgency", "normal"), ("concern", "Een zorg"))
    thing.ways = {
        "page": [get(reverse("intake:moments")), ("POST", reverse("intake:talk"), told)],
        "list": lists(),
        "search": searches([thing.handles[0]]),
        "figures": figures(),
        "file": [get(original(thing.id))],
    }
    return thing


def _table(town: Town) -> Thing:
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
    thing.ways = {
        "page": [get(reverse(f"consultation:{name}", args=ids)) for name, ids in pages],
        "list": lists(),
        "search": searches(thing.handles),
        "figures": figures(),
        "file": [get(original(table.id))],
    }
    return thing


def _onward(town: Town) -> Thing:
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
    thing.ways = {
        "page": [get(reverse("followup:linkages", args=[made.dossier.id])), get(f"{letter}?of={record}")],
        "list": [*lists(), get(reverse("team:services"))],
        "search": [
            *searches(thing.handles),
            *(("POST", reverse("team:services"), (("words", one),)) for one in thing.handles),
        ],
        "figures": figures(),
        "file": [get(original(record))],
    }
    return thing


def _plan(town: Town) -> Thing:
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
    thing.ways = {
        "page": [get(path) for path in paths],
        "list": lists(),
        "search": searches([*thing.handles, robin.number]),
        "figures": figures(),
        "file": [get(original(robin.id))],
    }
    return thing


def _kept(town: Town) -> Thing:
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
    thing.ways = {
        "page": [get(reverse(name, args=[of])) for name, of in pages],
        "list": [*lists(), *(get(reverse(name)) for name in ("followup:handovers", "followup:away", "followup:back"))],
        "search": searches([*thing.handles, offered.dossier.number, closed.dossier.number]),
        "figures": figures(),
        "file": [get(original(offered.dossier.id))],
    }
    return thing


def _council(town: Town) -> Thing:
    counted = [_opened(town, who, date(2019, 5, 1)) for who, number in COUNTED.items() for _ in range(number)]
    later = [_opened(town, "noor", date(2020, 6, 1)) for _ in range(LATER)]
    with acting("test.facts", by="system") as act:
        facts.write_all(act, [*counted, *later])
    reporting.freeze(town.saar.session, FROZEN)
    told = {"public": PUBLIC, "internal": INTERNAL, "draft": DRAFT, "facts": facts.worker(town.noor.principal)}
    ways = {"page": [get(reverse("reporting:freeze"))], "list": lists(), "search": searches(["276"])}
    return Thing("", told, [], {**ways, "figures": figures(), "file": [get(original("facts"))]})


def _opened(town: Town, who: str, on: date) -> Entry:
    content = DossierOpened(PEOPLE[who][2], Mode.HYBRID, on, facts.worker(town.people[who].principal))
    return Entry(OPENED, new_key(), "opened", content)
