"""Towns for the browser stories, each founded once in a process of its own: figures alone, or something on every page.

Run inside a house's environment, before it is served. Nobody in here exists.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from kring.reporting import actions as reporting
from kring.support.clarification import actions, merging, waiting
from kring.support.clarification.content import TalkNotes
from kring.support.clarification.testing import (
    PROPOSALS,
    TALK_AT,
    WORRY,
    a_referral,
    brought_to,
    opened_by,
    posted_token,
)
from kring.support.closing.actions import Ending, close, enter
from kring.support.closing.content import ClosingContent, Reason
from kring.support.closing.rules import AFTERCARE
from kring.support.contacts.appointments import actions as appointments
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.log.actions import correct, log_contact, pin
from kring.support.contacts.log.content import Contact, SensitiveNote
from kring.support.contacts.log.notes import write_own, write_sensitive
from kring.support.dossier.actions import Kept, Opening, add_co_worker, open_dossiers
from kring.support.dossier.content import DossierOpened, Identity, Mode, Phase, SummaryContent
from kring.support.dossier.figures_source import OPENED
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.marks.content import About, Marks
from kring.support.dossier.opening import opening
from kring.support.intake.actions import open_referral, receive_referral
from kring.support.intake.codelists import Channel, ReferrerKind, Urgency
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral
from kring.support.intake.moments.actions import publish
from kring.support.network.actions import add_factor, draw_together, move_tie
from kring.support.network.content import Drawing, Factor, Pull, Relation, Ring, TieState
from kring.support.network.queries import network_of
from kring.support.network.testing import AROUND_ROBIN, ORG, a_tie, drawn, named
from kring.support.network.testing import entered as entered_network
from kring.support.testing import carried
from kring.team import founding, queries
from kring.team.clock import today
from kring.team.enrolment.accepting import wish
from kring.team.enrolment.invitations import Plan, invite
from kring.team.models import Function
from kring.team.recovering import places
from kring.team.testing import PASSWORD, PEOPLE, Town, found_town
from kring.vault import facts, outbox, recovery, sharing
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.primitives import new_id, new_key
from tests.stories import (
    rich_attachments,
    rich_concerns,
    rich_exchange,
    rich_keeping,
    rich_papers,
    rich_person,
    rich_plan,
    rich_pot,
    rich_privacy,
    rich_pulse,
    rich_reporting,
    rich_retention,
    rich_street,
    rich_table,
    rich_told,
)

COUNTED = {"noor": 50, "joris": 41, "fatma": 35, "samir": 40, "eline": 34, "tom": 41, "lotte": 35}
"""The dossiers of the founding answer by holder: street work 126, coaching 74, therapy 41, early work 35."""
WAITING = "zoe"
"""Somebody new, whom no circle gave a key yet."""
PLACES = "places.json"
LONG = (
    "Hij komt sinds de herfstvakantie nog twee dagen per week. Op school is hij stil, na de bel hangt hij tot donker "
    "aan het station. https://voorbeeld.example/eenheellangadreszonderenkelespatieofkoppelteken/dat-nergens-afbreekt\n\n"
    "Thuis werd de gsm-rekening niet meer betaald. Zijn zus zegt dat hij wel wil praten, maar niet op school."
)
Lane, Outcome = Referral.Lane, Referral.Outcome


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a referrer and the code that opens it."""

    path: str
    code: str


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses of a rich town: referrals by lane, dossiers by what they are, links by what is behind, people."""

    referrals: dict[str, str]
    dossiers: dict[str, str]
    links: dict[str, Link]
    frozen_on: str
    people: dict[str, str]

    @classmethod
    def of(cls, folder: Path) -> "Places":
        """As the founder of the town wrote them down."""
        read = json.loads((folder / PLACES).read_text())
        return cls(**{**read, "links": {name: Link(**link) for name, link in read["links"].items()}})


def counted() -> None:
    """Tell the statistics office of 276 dossiers, opened long ago, that are not made otherwise."""
    with acting("test.facts", by="system") as act:
        facts.write_all(act, list(_opened(date(2019, 5, 1))))


def found() -> None:
    """Found the rich town, and write its addresses beside it."""
    town, today = found_town(), date.today()  # noqa: DTZ011  the town's own day
    counted()
    people = _somebody_new(town)
    _moments(town, today)
    rich_street.walk(town)
    frozen_on = today - timedelta(days=31)
    reporting.freeze(town.saar.session, frozen_on)
    dossiers = _dossiers(town, today)
    people |= _network(town, dossiers["quiet"], today)
    _told_of(town, dossiers["along"])
    rich_attachments.attach(town, dossiers["quiet"])
    referrals, links = _referrals(town), _links(town)
    tables = rich_table.lay(town, dossiers["quiet"], dossiers["bare"], today)
    people |= tables.paths
    links |= {name: Link(*link) for name, link in tables.links.items()}
    links |= {name: Link(*link) for name, link in rich_plan.write(town, dossiers["quiet"], today).items()}
    people |= rich_papers.lay_out(town, dossiers["quiet"], today)
    rich_person.ask(town, dossiers, today)
    rich_privacy.broken(town, dossiers)
    rich_privacy.fields_counted(town)
    people |= rich_told.tell(town, dossiers["quiet"], today)
    people |= rich_keeping.keep(town, dossiers, today)
    dossiers["over"] = rich_retention.over(town, today)
    rich_pulse.look(town, today)
    people |= rich_reporting.ask(town)
    shared, asked = rich_concerns.share(town)
    people |= shared
    links["school"] = Link(*asked)
    people |= rich_exchange.exchange(town)
    people |= rich_pot.ask(town)
    places = Places(referrals, dossiers, links, frozen_on.isoformat(), people)
    (Path(settings.KRING_DATA) / PLACES).write_text(json.dumps(asdict(places)))


def _opened(on: date) -> Iterator[Entry]:
    for name, number in COUNTED.items():
        colleague = queries.colleague_by_sign_in(f"{name}@kring.example")
        assert colleague is not None
        fact = DossierOpened(PEOPLE[name][2], Mode.HYBRID, on, facts.worker(colleague.principal))
        yield from (Entry(OPENED, new_key(), "opened", fact) for _ in range(number))


def _somebody_new(town: Town) -> dict[str, str]:
    with acting("test.new", by="system") as act:
        new = founding.enrol_colleague(
            act, name="Zoë Vandenbroucke-Van Overstraeten", sign_in=f"{WAITING}@kring.example", password=PASSWORD
        )
        founding.appoint(act, new.colleague, Function.STREET_WORKER, programme="street_work")
        founding.set_secrecy(act, new.colleague, "secrecy", document="D-2")
        wish(act, new.colleague, queries.groups(["welfare", "intake"]), asked_by=town.ann.principal)
    with acting("test.invite", by=town.ann.principal) as act:
        invite(act, Plan("Mia Van Den Bossche", "mia@kring.example", Function.COACH, wishes=("welfare",)))
        named = [(town.groups["samen"], "key")]
        recovery.ask(act, recovery=town.groups["recovery"], receiver=new.colleague.principal, parts=named)
        link = next(mail.words["token"] for mail in outbox.waiting() if mail.to == "mia@kring.example")
    places.ask(town.ann.principal, leaves=town.marc.principal, comes=town.bart.principal)
    return {"newcomer": new.colleague.principal, "invitation": link, "colleague": town.noor.principal}


def _referrals(town: Town) -> dict[str, str]:
    worry = replace(WORRY, concern=LONG, tried="Drie keer gebeld.", age_band="12_17", informed="doubts")
    made: dict[str, str] = {}
    for lane in (Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING):
        made[lane] = brought_to(town, lane, content=worry)
    made[Lane.WAITING] = brought_to(town, Lane.WAITING, outcome=Outcome.BETTER_PLACED)
    made["urgent"] = a_referral(replace(worry, protect_source=True), urgency=Urgency.TODAY, channel=Channel.COLLEAGUE)
    made["mail"], made["machine"] = _mail(), _mail(machine="auto-submitted")
    for outcome in PROPOSALS:
        if outcome != Outcome.ROLE:
            made[outcome] = brought_to(town, Lane.DECIDED, outcome=outcome)
    made["role agreed"] = brought_to(town, Lane.DECIDED, outcome=Outcome.ROLE)
    made["on the list"], made["put together"], made["asked"] = _waiting(town, worry), _together(town), _asked(town)
    return {str(name): referral for name, referral in made.items()}


def _moments(town: Town, today: date) -> None:
    """Two days of moments of Noor, one of them asked for."""
    begin = timezone.make_aware(datetime.combine(today + timedelta(days=6), time(9, 30)))
    hours = [begin + timedelta(days=day, minutes=minutes) for day in (0, 1) for minutes in (0, 30, 60)]
    publish(town.noor.session, hours, where="Huis van de Wijk, zaal Linde")
    a_referral(replace(WORRY, concern=LONG), moment=hours[1])


def _waiting(town: Town, worry: ReferralContent) -> str:
    referral = a_referral(worry)
    until = today() + timedelta(days=9)
    waiting.put_on_list(town.noor.session, opened_by(town.noor, referral), again_on=until, words=LONG[:90])
    return referral


def _asked(town: Town) -> str:
    referral = a_referral()
    waiting.wait_for_referrer(town.noor.session, opened_by(town.noor, referral), words="Weet zijn zus het?")
    return referral


def _together(town: Town) -> str:
    first, second = (
        a_referral(),
        a_referral(replace(WORRY, concern=LONG), original=b"From: mia\r\n\r\nHij slaapt daar."),
    )
    actions.write_notes(town.samir.session, opened_by(town.samir, second), text="Els belde over een deken.")
    merging.merge(town.noor.session, opened_by(town.noor, first), other=second)
    return first


def _mail(*, machine: str = "") -> str:
    subject = "FW: een leerling met een heel lange onderwerpregel die maar blijft doorlopen tot voorbij de rand"
    message = Message(
        subject=subject,
        sender="secretariaat.van.de.middenschool.de.toren@een-heel-lang-domein.example",
        sender_name="Secretariaat",
        text=LONG,
        shown_sender="griet@detoren.example",
        shown_name="Griet Lens",
        attachments=("verslag.pdf",),
        readable=not machine,
        machine=machine,
    )
    content = ReferralContent(Referrer(email="griet@detoren.example"), message=message)
    raw = b"From: griet@detoren.example\r\nSubject: een leerling\r\n\r\nHij komt niet meer.\r\n"
    return a_referral(content, channel=Channel.MAIL, referrer_kind=ReferrerKind.UNKNOWN, original=raw)


def _links(town: Town) -> dict[str, Link]:
    return {
        "invitation": _link(town, Lane.TALK_PLANNED),
        "proposal": _link(town, Lane.WAITING),
        "to use up": _link(town, Lane.WAITING),
        "own": _own(town),
    }


def _own(town: Town) -> Link:
    received = receive_referral(WORRY, submission=new_id(), channel=Channel.FORM)
    open_referral(town.noor.session, received.referral)
    return Link(f"/aanmelden/mijn/{received.own_token}", received.code)


def _link(town: Town, lane: str) -> Link:
    referral = brought_to(town, lane, outcome=Outcome.TALK_ENOUGH, to="mia@school.example")
    return Link(f"/c/{posted_token()}", opened_by(town.noor, referral).content.code)


def _dossiers(town: Town, today: date) -> dict[str, str]:
    known = Identity("Robin Vermeulen", "Rob", date(2005, 6, 1), "via zijn zus, op woensdag")
    talk = [
        Kept("referral", replace(WORRY, concern=LONG, code="AAAA-BBBB-CCCC-DDDD")),
        Kept("talk", TalkNotes("Over de bushalte.", "", TALK_AT)),
    ]
    quiet: dict[str, Any] = {"rhythm_days": 7, "last_contact_on": today - timedelta(days=31), "attempts_since": 6}
    noor = carried(town, town.noor, town.joris)
    summaries = {
        "quiet": _summary("Robin V.", Phase.FOLLOWUP, "Mee naar de huisarts", today, **quiet),
        "long": _summary("Maximiliaan-Alexander Vandenb.", Phase.CLOSING, LONG[:110], today + timedelta(days=40)),
        "bare": SummaryContent("Zonder naam (7Q4M)", "street_work", Mode.HANDS_ON),
        "closed": _summary("Sam D.", Phase.CLOSING, "", None),
        "young": _summary("Ayoub", Phase.NETWORK, "", None),
        "silent": _summary("Wim", Phase.FOLLOWUP, "", None),
    }
    openings = [Opening(noor, one, today - timedelta(days=60), referral=talk) for one in summaries.values()]
    openings[0] = replace(openings[0], identity=known)
    young = list(summaries).index("young")
    openings[young] = replace(openings[young], identity=replace(known, born_on=today - timedelta(days=365 * 13)))
    along = Opening(carried(town, town.joris, town.fatma), _summary("Kim", Phase.PLAN, "", None), today, known)
    shut = Opening(carried(town, town.joris, town.noor), _summary("Lut", Phase.PLAN, "", None), today)
    registry = entered(town.noor.session, town.groups["welfare"], act="test.open")
    with acting("test.open", by=town.noor.principal) as act:
        opened = open_dossiers(act, [*openings, along, shut], registry)
    with acting("test.afterwards", by=town.noor.principal) as act:
        shared, withdrawn = opened[-2:]
        add_co_worker(act, shared.keys, shared.dossier, town.noor.principal, from_on=today)
        sharing.withdraw(act, bundle=withdrawn.dossier.id, parts=["summary"], holder=town.noor.principal)
    places = dict(zip([*summaries, "along", "shut"], (one.dossier.id for one in opened), strict=True))
    _ended(town, places, today)
    _appointments(town, places["quiet"], places["long"], today)
    return places


def _network(town: Town, here: str, today: date) -> dict[str, str]:
    """People around Robin, drawn together; some names are long, or in another script. Rows of Kobe and of a factor."""
    long = a_tie("Wijkgezondheidscentrum De Ridderbuurt-Noord", Ring.FAR, Relation.NEUTRAL, "physical_health", kind=ORG)
    others = [
        long,
        a_tie("عمّي سليم", Ring.REGULAR, Relation.SUPPORT, "family"),
        a_tie("👨‍👩‍👧 van hiernaast", Ring.FAR),
    ]
    network = drawn(town.noor, here, [*AROUND_ROBIN, *others])
    kobe = named(network, "Kobe")
    further = TieState(today, Ring.REGULAR, Relation.TENSE, "ruzie aan het station")
    move_tie(entered_network(town.noor, here), kobe.seen, kobe.tie, further, once=new_id())
    said = Drawing(today - timedelta(days=9), "Kobe weet alles. Op het station moet ik stoer doen.")
    draw_together(entered_network(town.noor, here), said, once=new_id())
    factor = Factor(Pull.LOSS, "school", LONG[:110], "overleg met De Brug", today)
    add_factor(entered_network(town.noor, here), factor, once=new_id())
    [row] = network_of(entered_network(town.noor, here)).factors
    return {"kobe": kobe.seen.record, "factor": row.seen.record}


def _ended(town: Town, places: dict[str, str], today: date) -> None:
    """One role that ended with a service and one that ended with a death."""
    noor = town.noor.session
    handed = ClosingContent(
        Reason.HANDED_OVER, today, noor.person, today, note=LONG, to="Een heel lange dienst die verdergaat met hem, Els"
    )
    died = ClosingContent(Reason.DECEASED, today, noor.person)
    endings = {"closed": Ending(handed, "Ik had niet gedacht dat iemand zou blijven bellen.", tuple(AFTERCARE))}
    for name, ending in (endings | {"silent": Ending(died)}).items():
        close(noor, enter(noor, places[name], act="test.close"), ending, once=new_id())


def _appointments(town: Town, near: str, long: str, today: date) -> None:
    """Noor's day: one hour that is over, one to come, one later this week."""
    noor = town.noor
    for dossier, day, hour, words in ((near, 0, 0, "kort"), (long, 0, 23, LONG[:110]), (long, 2, 9, "")):
        opened = opening(noor.session, dossier, act="test.appointment", parts=["journal"])
        at = timezone.make_aware(datetime.combine(today + timedelta(days=day), time(hour, 5)))
        meeting = Meeting(at, "home" if day else "school", noor.principal, words, "haar zus", words)
        appointments.make(opened, meeting, person=noor.principal, once=f"{day} {hour}")


def _told_of(town: Town, dossier: str) -> None:
    """A stream with something of everything: own words, marks, an attempt, a correction, notes under their own lock."""
    at = timezone.now() - timedelta(days=4)
    first = Contact(
        "school", at, at, "", sentence=LONG, client_words="Ik wil gewoon terug voetballen.", place="De Brug"
    )
    steps = [
        first,
        replace(first, kind="street", made=False, at=at + timedelta(hours=30), sentence=""),
        replace(first, at=at + timedelta(hours=40), sentence="Zijn tante belde.", kind="context", client_words=""),
    ]
    steps[2] = replace(
        steps[2], marks=Marks(About.CONTEXT, in_confidence=True), next_step="Bel de tante", domains=("family",)
    )
    joris = town.joris.session
    records = [log_contact(joris, [dossier], one, once=str(number)).record for number, one in enumerate(steps)]
    pin(joris, dossier, records[0])
    correct(joris, dossier, records[2], replace(steps[2], sentence="Zijn tante kwam langs."), once="fix")
    write_sensitive(joris, dossier, SensitiveNote("health", LONG, "", at), named=[], once="one")
    write_own(joris, dossier, "Denk aan de schooltoelage.", once="own")


def _summary(label: str, phase: Phase, step: str, on: date | None, **more: Any) -> SummaryContent:
    summary = SummaryContent(label, "street_work", Mode.HYBRID, phase, next_step=step, next_step_on=on)
    return replace(summary, **more)
