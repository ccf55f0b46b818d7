"""The kinds of id that stand in addresses: where real ones of each are found, and who has nothing hidden from him.

A parameter of a route is either a choice out of a fixed list (`CHOICES`) or of one kind (`KINDS`); a house test fails
when a new one is neither, or when no real id of its kind lies in the town of the probing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from kring.concerns.partners.models import Partner
from kring.concerns.threads.models import Concern
from kring.exchange.lessons.models import LibraryRecord
from kring.exchange.meetings.models import Meeting, MeetingRecord
from kring.pot.applying.models import Application
from kring.pot.paying.models import PaymentRun
from kring.privacy.requests.models import PersonRequest
from kring.privacy.retention.models import Batch, Hold
from kring.reporting.composer import queries as questions
from kring.reporting.models import CouncilQuestion, FrozenReply
from kring.support.consultation.models import CaseConsultation, ClientConsultation, TableInvitation
from kring.support.consultation.opened import open_table
from kring.support.contacts.models import Attachment, ClientAppointment, ContactRecord, StreetRecord
from kring.support.contacts.word.queries import WORD
from kring.support.disclosure.models import Briefing
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.glass.queries import GLASS
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.household.queries import place
from kring.support.dossier.models import AgreementToShare, CoWorker, Disclosure, Dossier, Task
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.support.followup.models import Absence, EveningOut, Handover
from kring.support.intake.models import Referral, ReferralRecord, TalkMoment
from kring.support.intake.replies import RAW
from kring.support.network.models import NetworkRecord
from kring.support.plan.models import PlanAction, PlanRecord
from kring.team.models import Colleague, Invitation
from kring.team.protocols.models import SharingProtocol
from kring.team.services.models import DirectoryEntry
from kring.team.testing import CIRCLES, OUTREACHERS, TRUSTEES, Town
from kring.vault.models import Letter, Principal, RecoveryRequest

NOBODY = "nobody"
INTAKE = {*OUTREACHERS, "nele"}
DESK = frozenset({"hilde", "greet"})
"""Who has the retention desk."""
POT = frozenset({"greet", "bart", "wout"})
"""The office of the project pot."""
COMPOSES = frozenset({"saar", "jonas", "greet"})
"""Who is in an office that composes answers."""
GONE = (Referral.Outcome.TALK_ENOUGH, Referral.Outcome.ROLE)
"""Confirmed outcomes after which Intake has nothing of it any more."""
Form, Kind = ContactRecord.Form, PlanRecord.Kind


@dataclass(frozen=True)
class Real:
    """An id that means something. above: the ids it lies in, as in an address; known: to whom it is no secret."""

    id: str
    above: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    @property
    def ids(self) -> list[str]:
        return [*self.above, self.id]


Find = Callable[[Town], Iterable[Real]]


def _names(town: Town, *principals: str) -> frozenset[str]:
    return frozenset(name for name, one in town.people.items() if one.principal in principals)


def around(town: Town, dossier: Dossier) -> frozenset[str]:
    """Who stands or stood around a dossier: to them it may be told what became of it."""
    along = CoWorker.objects.filter(dossier=dossier).values_list("person", flat=True)
    return _names(town, dossier.holder, dossier.deputy, *along)


def _of_dossier(model: type[Model], **which: Any) -> Find:
    """Rows that lie in a dossier."""

    def find(town: Town) -> Iterable[Real]:
        rows: Any = model._default_manager.filter(**which).select_related("dossier").order_by("id")
        return [Real(row.id, (row.dossier_id,), around(town, row.dossier)) for row in rows]

    return find


def _dossiers(town: Town) -> Iterable[Real]:
    return [Real(row.id, (), around(town, row)) for row in Dossier.objects.order_by("id")]


def _seats(town: Town) -> Iterable[Real]:
    rows = TableInvitation.objects.select_related("consultation__dossier").order_by("id")
    for row in rows:
        dossier = row.consultation.dossier
        yield Real(row.seat, (dossier.id, row.consultation_id), around(town, dossier))


def _items(town: Town) -> Iterable[Real]:
    for row in ClientConsultation.objects.select_related("dossier").order_by("id"):
        [holder] = _names(town, row.dossier.holder)
        table = open_table(town.people[holder].session, row.dossier_id, row.id, act="test.items")
        known = around(town, row.dossier)
        yield from (Real(item.id, (row.dossier_id, row.id), known) for item in table.meeting.agenda)


def _referrals(town: Town) -> Iterable[Real]:
    """A referral that a role was taken for, or that ended and was forgotten, is none of Intake's any more."""
    for row in Referral.objects.order_by("id"):
        yield Real(row.id, (), frozenset(() if row.outcome in GONE else INTAKE))


def _mails(town: Town) -> Iterable[Real]:
    return [Real(row.id, (row.about,), frozenset(INTAKE)) for row in Letter.objects.filter(kind=RAW).order_by("id")]


def _merged(town: Town) -> Iterable[Real]:
    rows = ReferralRecord.objects.filter(kind="merged_raw").order_by("id")
    return [Real(row.id, (row.referral_id,), frozenset(INTAKE)) for row in rows]


def _links(town: Town) -> Iterable[Real]:
    """A link between two dossiers, on either side."""
    places = {place(row.id): row for row in Dossier.objects.order_by("id")}
    for row in HouseholdLink.objects.order_by("id"):
        sides = (places[row.one], places[row.other])
        yield from (Real(row.id, (side.id,), around(town, side)) for side in sides)


def _rounds(town: Town) -> Iterable[Real]:
    rows = StreetRecord.objects.filter(kind=StreetRecord.Kind.ROUND).order_by("id")
    return [Real(row.id, (), frozenset(OUTREACHERS)) for row in rows]


def _words(town: Town) -> Iterable[Real]:
    rows = Letter.objects.filter(kind=WORD).select_related("letterbox").order_by("id")
    return [Real(row.id, (), _names(town, row.letterbox.owner)) for row in rows]


def _notices(town: Town) -> Iterable[Real]:
    rows = Letter.objects.filter(kind=GLASS).select_related("letterbox").order_by("id")
    return [Real(row.id, (), _names(town, row.letterbox.owner)) for row in rows]


def _handovers(town: Town) -> Iterable[Real]:
    for row in Handover.objects.select_related("dossier").order_by("id"):
        sides = _names(town, row.giver, row.receiver, row.dossier.holder, row.dossier.deputy)
        yield Real(row.id, (), sides)


def _people(town: Town) -> Iterable[Real]:
    """Colleagues are no secret to who manages them, to who may say they did not turn up, or who carries with them."""
    for row in Principal.objects.order_by("id"):
        colleague = Colleague.objects.filter(principal=row.id).exists()
        along = CoWorker.objects.filter(person=row.id).values("dossier")
        shared = Dossier.objects.filter(Q(holder=row.id) | Q(deputy=row.id) | Q(id__in=along))
        knows = {"ann", "greet", *_names(town, row.id), *(name for one in shared for name in around(town, one))}
        yield Real(row.id, (), frozenset(knows if colleague else ()))


def _asked(town: Town) -> Iterable[Real]:
    """Requests of the person, known around their dossier."""
    rows = {row.id: row for row in Dossier.objects.all()}
    for one in PersonRequest.objects.order_by("id"):
        yield Real(one.id, (one.dossier,), around(town, rows[one.dossier]))


def _briefings(town: Town) -> Iterable[Real]:
    """A letter upward is known to who is asked, and one further up to who passed it on too.

    Who carries the dossier reads his own there, by the dossier.
    """
    rows = list(Briefing.objects.order_by("id"))
    readers = {row.id: row.reader for row in rows}
    return [Real(row.id, (), _names(town, row.reader, readers.get(row.above, ""))) for row in rows]


def _takes_part(row: Meeting) -> frozenset[str]:
    return frozenset(CIRCLES[row.circle][1] if row.circle else INTAKE)


def _of_library(kind: str) -> list[Real]:
    rows = LibraryRecord.objects.filter(kind=kind).order_by("id")
    return [Real(row.id, (), frozenset(INTAKE)) for row in rows]


def _meetings(town: Town) -> Iterable[Real]:
    return [Real(row.id, (), _takes_part(row)) for row in Meeting.objects.order_by("id")]


def _of_meeting(kind: str) -> Find:
    def find(town: Town) -> Iterable[Real]:
        rows = MeetingRecord.objects.filter(kind=kind).select_related("meeting").order_by("id")
        return [Real(row.id, (row.meeting_id,), _takes_part(row.meeting)) for row in rows]

    return find


def _figures(town: Town) -> Iterable[Real]:
    """Figures lie sealed in their question."""
    for row in CouncilQuestion.objects.order_by("id"):
        said = questions.opened(town.saar.session, row.id, act="test.open").said
        yield from (Real(one.id, (row.id,), COMPOSES) for one in said.figures)


KINDS: dict[str, Find] = {
    "dossier": _dossiers,
    "referral": _referrals,
    "mail": _mails,
    "merged": _merged,
    "moment": lambda town: [Real(row.id, (), frozenset(INTAKE)) for row in TalkMoment.objects.order_by("id")],
    "attachment": _of_dossier(Attachment),
    "appointment": _of_dossier(ClientAppointment),
    "contact": _of_dossier(ContactRecord, form=Form.CONTACT),
    "sensitive note": _of_dossier(ContactRecord, form=Form.SENSITIVE),
    "network": _of_dossier(NetworkRecord),
    "linkage": _of_dossier(OnwardReferralRecord),
    "row": _of_dossier(PlanRecord, kind=Kind.ROW),
    "action": _of_dossier(PlanAction),
    "consultation": _of_dossier(ClientConsultation),
    "case": _of_dossier(CaseConsultation),
    "disclosure": _of_dossier(Disclosure),
    "briefing": _briefings,
    "seat": _seats,
    "item": _items,
    "along_id": _of_dossier(CoWorker),
    "link": _links,
    "asked": _asked,
    "task": _of_dossier(Task),
    "walked": _rounds,
    "word": _words,
    "glass notice": _notices,
    "glass_break": lambda town: [Real(row.id, (), frozenset({"hilde"})) for row in GlassBreak.objects.all()],
    "handover": _handovers,
    "absence": lambda town: [Real(row.id, (), _names(town, row.person, row.by)) for row in Absence.objects.all()],
    "evening": lambda town: [
        Real(row.id, (), _names(town, row.person, row.watcher)) for row in EveningOut.objects.all()
    ],
    "person": _people,
    "recovery": lambda town: [Real(row.id, (), frozenset(TRUSTEES)) for row in RecoveryRequest.objects.all()],
    "invitation": lambda town: [Real(row.id, (), frozenset({"ann"})) for row in Invitation.objects.all()],
    "application": lambda town: [Real(row.id, (), POT) for row in Application.objects.order_by("id")],
    "run": lambda town: [Real(row.id, (), POT) for row in PaymentRun.objects.order_by("id")],
    "batch": lambda town: [Real(row.id, (), DESK) for row in Batch.objects.all()],
    "hold": lambda town: [Real(row.id, (), DESK) for row in Hold.objects.all()],
    "entry": lambda town: [Real(row.id, (), frozenset(town.people)) for row in DirectoryEntry.objects.all()],
    "agreement": _of_dossier(AgreementToShare),
    "card": lambda town: _of_library(LibraryRecord.Kind.CARD),
    "collection": lambda town: _of_library(LibraryRecord.Kind.COLLECTION),
    "partner": lambda town: [Real(row.id, (), frozenset(INTAKE)) for row in Partner.objects.order_by("id")],
    "concern": lambda town: [Real(row.id, (), frozenset(INTAKE)) for row in Concern.objects.order_by("id")],
    "meeting": _meetings,
    "topic": _of_meeting(MeetingRecord.Kind.TOPIC),
    "deal": _of_meeting(MeetingRecord.Kind.DEAL),
    "question": lambda town: [Real(row.id, (), COMPOSES) for row in CouncilQuestion.objects.order_by("id")],
    "figure": _figures,
    "reply": lambda town: [Real(row.id, (row.question_id,), COMPOSES) for row in FrozenReply.objects.order_by("id")],
    "protocol": lambda town: [
        Real(row.protocol, (), frozenset(town.people)) for row in SharingProtocol.objects.filter(number=1)
    ],
}
"""Kind -> the real ids of it that lie in the town."""

RECORDS = {
    "clarification:merged_original": "merged",
    "network:": "network",
    "followup:linkage_answer": "linkage",
    "desk:sensitive_note": "sensitive note",
    "desk:": "contact",
}
"""What `record` is, by the beginning of a route's name."""
LETTERS = {"clarification:mail": "mail", "contacts:": "word", "desk:": "glass notice"}
"""What `letter` is where it is an id; in the wording of letters it is the code of one."""
CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("nl",),
    "place": ("paper",),
    "kind": ("csv",),
    "answer": ("A" * 22,),  # of the published ones, which are for everybody: no id of theirs is a secret
    "ending": ("json", "csv"),
    "number": ("1", "9"),
    "page": ("1", "9"),
    "letter": ("invitation",),
    "series": ("dossier",),
    "step": ("no-such-step",),
}
"""What is chosen out of a fixed list -> what is tried; `step` has more by route."""
STEPS: dict[str, tuple[str, ...]] = {
    "clarification:step": ("note", "plan", "take_role", "confirm"),
    "network:step": ("move", "end"),
    "network:factor_step": ("review",),
    "consultation:step": ("item", "invite"),
    "consultation:table_step": ("agree",),
    "consultation:seat_step": ("give", "seat"),
    "team:recovery_step": ("call-off", "begin"),
    "team:drill_step": ("end", "begin"),
    "team:anew_step": ("confirm", "stop"),
    "privacy:batch_step": ("approve", "destroy"),
    "team:step": ("disable",),
    "team:invited": ("take-back",),
    "intake:embedded": ("1",),
}
"""Route -> real steps of it: the first is always tried, all of them when thorough."""


def kind_of(route: str, parameter: str) -> str:
    """The kind of id a parameter of a route is, or "" when it is a choice. Raises KeyError for one that is neither."""
    by_route = {"record": RECORDS, "letter": LETTERS}.get(parameter, {})
    for begin, kind in by_route.items():
        if route.startswith(begin):
            return kind
    if parameter in CHOICES:
        return ""
    if parameter not in KINDS:
        raise KeyError(f"{parameter} of {route}: what kind of id is it, and where lies a real one?")
    return parameter
