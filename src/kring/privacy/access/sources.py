"""Where the pieces of a file lie beside its stream: a line a table, with how its rows are read.

A new table of a dossier gets a line here, or stands in `LEFT_OUT` with the reason; a test holds both to the models.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import CharField, F, IntegerField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.clarification import answers
from kring.support.clarification.content import ReferrerAnswer, WordToReferrer
from kring.support.clarification.decision import RECORDS
from kring.support.closing.models import ClosingRecord
from kring.support.closing.queries import CONTENT as ENDINGS
from kring.support.closing.queries import PARTS as ENDING_PARTS
from kring.support.consultation.case.content import CaseTable
from kring.support.consultation.content import Agreement, ConsultationContent, TableNotes
from kring.support.consultation.models import CaseConsultation, ClientConsultation, ConsultationRecord
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.contacts.attachments.content import AttachmentContent
from kring.support.contacts.attachments.models import Attachment
from kring.support.dossier.ages.content import AgeReview
from kring.support.dossier.agreements.content import AgreedToShare
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.marks.content import Marks
from kring.support.dossier.models import AgeReviewRecord, AgreementToShare, Disclosure, ReferralCopy, TellingRecord
from kring.support.dossier.telling.content import Telling
from kring.support.followup.content import HandoverContent
from kring.support.followup.linkage.content import OnwardReferral
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.support.followup.models import HandoverNote
from kring.support.intake.content import Original, ReferralContent
from kring.support.network.content import NetworkEntry
from kring.support.network.models import NetworkRecord
from kring.support.plan.content import Action, AgreedVersion, ClientSheet, DomainRow, Earlier, Statement
from kring.support.plan.models import PlanAction, PlanRecord
from kring.vault.rows import SealedRow

UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Source:
    """One table. parts, contents: by the row's kind, "" where it has none; a kind without content is no text.

    title: what such a piece is called. through: how its rows hang from a dossier.
    """

    model: type[SealedRow]
    title: Promise
    parts: Mapping[str, str]
    contents: Mapping[str, type[Any]]
    through: str = "dossier"
    marks: Callable[[Any], Marks] = lambda content: UNMARKED
    said: Callable[[Any], Any] = lambda content: content


class Row(NamedTuple):
    """One row of any of these tables, shut. at: which source it comes from."""

    id: str
    lock: str
    lock_version: int
    revision: int
    blob: bytes
    kind: str
    at: int
    dossier: str


def rows(dossiers: Iterable[str]) -> list[Row]:
    """Every row of every source of some dossiers, still sealed, in one query."""
    text, ids = CharField(), list(dossiers)
    asked = [
        source.model.objects.filter(**{f"{source.through}__in": ids}).values_list(
            "id",
            "lock",
            "lock_version",
            "revision",
            "blob",
            F("kind") if _has_kind(source.model) else Value("", text),
            Value(at, IntegerField()),
            source.through,
        )
        for at, source in enumerate(SOURCES)
    ]
    return [Row(*row) for row in asked[0].union(*asked[1:], all=True)]


def _has_kind(model: type[SealedRow]) -> bool:
    return any(one.name == "kind" for one in model._meta.fields)


_REFERRAL: Mapping[str, type[Any]] = {
    **{kind: content for kind, content in RECORDS.items() if content is not Original},
    "referral": ReferralContent,
    "word": WordToReferrer,
    answers.ANSWER: ReferrerAnswer,
}
_PLAN: Mapping[str, type[Any]] = {
    PlanRecord.Kind.ROW: DomainRow,
    PlanRecord.Kind.EARLIER: Earlier,
    PlanRecord.Kind.AGREEMENT: AgreedVersion,
    PlanRecord.Kind.SHEET: ClientSheet,
    PlanRecord.Kind.STATEMENT: Statement,
}
_TABLE: Mapping[str, type[Any]] = {
    ConsultationRecord.Kind.AGREEMENT: Agreement,
    ConsultationRecord.Kind.NOTES: TableNotes,
}


def _one(value: Any) -> Mapping[str, Any]:
    return {"": value}


def _all(part: str, kinds: Mapping[str, Any]) -> Mapping[str, str]:
    return dict.fromkeys(kinds, part)


def _tie_marks(entry: NetworkEntry) -> Marks:
    return entry.tie.marks if entry.tie else UNMARKED


def _drawn(entry: NetworkEntry) -> Any:
    return entry.tie or entry.drawing or entry.factor


_OF_PLAN = {**_all("plan", _PLAN), PlanRecord.Kind.STATEMENT.value: "statements"}
_OF_ENDING = {kind.value: part for kind, part in ENDING_PARTS.items()}
SOURCES: tuple[Source, ...] = (
    Source(AgeReviewRecord, _("Looked again at an age"), _one("identity"), _one(AgeReview)),
    Source(ReferralCopy, _("Of the referral"), _all("referral", _REFERRAL), _REFERRAL),
    Source(TellingRecord, _("Told that we wrote it down"), _one("journal"), _one(Telling)),
    Source(ClientAppointment, _("An appointment"), _one("journal"), _one(Meeting)),
    Source(Attachment, _("A file that was attached"), _one("journal"), _one(AttachmentContent)),
    Source(HandoverNote, _("Told to the next colleague"), _one("journal"), _one(HandoverContent), "handover__dossier"),
    Source(
        NetworkRecord,
        _("On the network map"),
        _one("network"),
        _one(NetworkEntry),
        marks=_tie_marks,
        said=_drawn,
    ),
    Source(PlanRecord, _("Of the plan"), _OF_PLAN, _PLAN),
    Source(PlanAction, _("An action"), _one("plan"), _one(Action)),
    Source(AgreementToShare, _("Agreed to share"), _one("plan"), _one(AgreedToShare)),
    Source(OnwardReferralRecord, _("Referred onward"), _one("plan"), _one(OnwardReferral)),
    Source(ClosingRecord, _("How it ended"), _OF_ENDING, ENDINGS),
    Source(ClientConsultation, _("A consultation"), _one("minutes"), _one(ConsultationContent)),
    Source(ConsultationRecord, _("Written at the table"), _all("minutes", _TABLE), _TABLE, "consultation__dossier"),
    Source(CaseConsultation, _("A case consultation"), _one("minutes"), _one(CaseTable)),
    Source(Disclosure, _("Something that was passed on"), _one("disclosures"), _one(Disclosed)),
)

LEFT_OUT: Mapping[str, str] = {
    "Summary": "a piece of its own",
    "IdentityRecord": "a piece of its own",
    "ContactRecord": "the stream, read in one go",
    "SharedContact": "read through the stream",
    "HouseholdLink": "that somebody else has a dossier is only about somebody else",
    "AttachmentPreview": "a small picture of an attachment that is a piece",
    "Briefing": "what it told is a disclosure, which is a piece",
    "BlindToken": "24 bits that say nothing",
    "StreetRecord": "of nobody's dossier",
    "ReferralRecord": "destroyed when a role was taken; its copy is a piece",
    "RequestRecord": "the request itself; the person has the answer",
}
"""Sealed tables that give no piece by a line, and why."""
