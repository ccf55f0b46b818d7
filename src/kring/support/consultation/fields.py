"""The line of every field of this step in the field catalogue: purpose, category, retention, sealed or in the clear."""

from kring.vault.catalogue import Category, Field

ORDINARY, SPECIAL, THIRD_PARTY = Category.ORDINARY, Category.SPECIAL, Category.THIRD_PARTY
WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"
LINK = "three weeks after the consultation, or until the extract ends; destroyed with the dossier"
EXTRACT = "until the day it ends by itself, three months at most, or until it is taken back"
AS_FACT = "kept as a pseudonymous fact; refolded within 30 days after the dossier is erased"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, WITH_DOSSIER)


def _link(purpose: str, category: Category = Category.TECHNICAL) -> Field:
    return Field(purpose, category, LINK)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


def _shown(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, EXTRACT, sealed=True)


def _fact(purpose: str) -> Field:
    return Field(purpose, ORDINARY, AS_FACT, sealed=True)


def _row(model: str) -> dict[str, Field]:
    """The columns of every sealed row."""
    return {
        f"support.{model}.id": _clear("names the record; random"),
        f"support.{model}.lock": _clear("which lock the record lies under"),
        f"support.{model}.lock_version": _clear("which version of the lock sealed it"),
        f"support.{model}.revision": _clear("refuses a write on top of somebody else's"),
        f"support.{model}.blob": _sealed("the content itself, encrypted", SPECIAL),
    }


FIELDS = {
    **_row("ClientConsultation"),
    "support.ClientConsultation.dossier": _clear("which dossier it belongs to"),
    **_row("CaseConsultation"),
    "support.CaseConsultation.dossier": _clear("which dossier it belongs to"),
    "support.CaseTable.on": _sealed("when it was"),
    "support.CaseTable.basis": _sealed("what allows it (SEC-06)"),
    "support.CaseTable.document": _sealed("in which document that stands (SEC-06)"),
    "support.CaseTable.purpose": _sealed("what it is for (SEC-06)", SPECIAL),
    "support.CaseTable.modalities": _sealed("how it goes about (SEC-06)"),
    "support.CaseTable.permitted": _sealed("who may take part (SEC-06)", THIRD_PARTY),
    "support.CaseTable.actions": _sealed("what the worker himself will do (SEC-07)", SPECIAL),
    "support.Participant.id": _sealed("names a line of the list; random"),
    "support.Participant.who": _sealed("who may take part: name, function, organisation", THIRD_PARTY),
    "support.Participant.present": _sealed("whether that person sat there"),
    "support.OwnAction.what": _sealed("what the worker himself will do", SPECIAL),
    "support.OwnAction.by_when": _sealed("by when"),
    "support.OwnAction.by": _sealed("which colleague"),
    "support.OwnAction.at": _sealed("when it was written"),
    **_row("ConsultationRecord"),
    "support.ConsultationRecord.consultation": _clear("at which consultation it was said"),
    "support.ConsultationRecord.kind": _clear("an agreement or one's own notes"),
    "support.TableInvitation.id": _link("names the row; random"),
    "support.TableInvitation.mac": _link("shows that nobody else wrote the row"),
    "support.TableInvitation.consultation": _link("which consultation an answer belongs to"),
    "support.TableInvitation.seat": _link("whose invitation it is, by a random id"),
    "support.TableInvitation.principal": _link("which key opens with the link and its code"),
    "support.TableInvitation.bundle": _link("which extract it opens"),
    "support.TableInvitation.expires_at": _link("until when it opens"),
    "support.TableInvitation.uid": _link("names the item in a calendar; random"),
    "support.TableInvitation.attendee": _link("an HMAC of the address, to know an answer by"),
    "support.TableInvitation.sequence": _link("which version of the item a calendar holds"),
    "support.TableInvitation.at": _link("for which moment it was sent"),
    "support.TableInvitation.state": _link("whether it still stands"),
    "support.TableInvitation.said": _link("whether who is invited comes", ORDINARY),
    "support.TableInvitation.said_at": _link("when that was answered"),
    "support.Given.lines": _sealed("which lines somebody was given", SPECIAL),
    "support.Given.ground": _sealed("why that might be"),
    "support.Given.on": _sealed("since when"),
    "support.Given.until": _sealed("until when they open"),
    "support.Given.way": _sealed("by link or by word"),
    "support.Given.disclosure": _sealed("where it is recorded (SEC-04)"),
    "support.Seat.id": _sealed("names the seat; random"),
    "support.Seat.name": _sealed("who sits at the table: a person, never an organisation (SEC-01)", THIRD_PARTY),
    "support.Seat.function": _sealed("in what capacity", THIRD_PARTY),
    "support.Seat.organisation": _sealed("for which organisation", THIRD_PARTY),
    "support.Seat.kind": _sealed("what sort of person, for who may never be told (SEC-05)", THIRD_PARTY),
    "support.Seat.secrecy": _sealed("by what the person is bound (SEC-01)", THIRD_PARTY),
    "support.Seat.email": _sealed("where the invitation goes", THIRD_PARTY),
    "support.Seat.task": _sealed("what the person does at the table", THIRD_PARTY),
    "support.Seat.only": _sealed("for which one point the person comes", THIRD_PARTY),
    "support.Seat.wished": _sealed("that the client wants this person there (SEC-05)"),
    "support.Seat.language": _sealed("in which language to write", THIRD_PARTY),
    "support.Seat.given": _sealed("which extract the person has", SPECIAL),
    "support.AgendaItem.id": _sealed("names the point; random"),
    "support.AgendaItem.title": _sealed("what will be talked about", SPECIAL),
    "support.AgendaItem.beside": _sealed("a line with it", SPECIAL),
    "support.AgendaItem.minutes": _sealed("how long"),
    "support.AgendaItem.domain": _sealed("which life domain it is about", SPECIAL),
    "support.AgendaItem.opens": _sealed("who begins"),
    "support.AgendaItem.done": _sealed("how far the table is"),
    "support.ConsultationContent.at": _sealed("when it is"),
    "support.ConsultationContent.minutes": _sealed("how long"),
    "support.ConsultationContent.place": _sealed("where it is held"),
    "support.ConsultationContent.agenda": _sealed("what will be talked about", SPECIAL),
    "support.ConsultationContent.seats": _sealed("who sits at the table", THIRD_PARTY),
    "support.ConsultationContent.prepares": _sealed("how the client prepares", SPECIAL),
    "support.ConsultationContent.state": _sealed("planned, held or called off"),
    "support.ConsultationContent.client_present": _sealed("whether the client was there"),
    "support.ConsultationContent.why_absent": _sealed("why not", SPECIAL),
    "support.ConsultationContent.result": _sealed("how it ended"),
    "support.ConsultationContent.first": _sealed("first and follow-up are counted apart"),
    "support.ConsultationContent.held_on": _sealed("when it was held"),
    "support.Agreement.what": _sealed("what was agreed", SPECIAL),
    "support.Agreement.who": _sealed("who does it", THIRD_PARTY),
    "support.Agreement.names": _sealed("who does it, by the name it was said with", THIRD_PARTY),
    "support.Agreement.by_when": _sealed("by when"),
    "support.Agreement.domain": _sealed("in which life domain", SPECIAL),
    "support.Agreement.by": _sealed("who wrote it down"),
    "support.Agreement.at": _sealed("when it was said"),
    "support.Agreement.dropped": _sealed("that it was taken off the table again"),
    "support.TableNotes.text": _sealed("what the worker notes beside the table", SPECIAL),
    "support.TableNotes.by": _sealed("who wrote it"),
    "support.TableNotes.at": _sealed("when it was written"),
    "support.TableShown.at": _shown("when the consultation is"),
    "support.TableShown.minutes": _shown("how long"),
    "support.TableShown.place": _shown("where it is held"),
    "support.TableShown.agenda": _shown("what it will be about, for this person", SPECIAL),
    "support.TableShown.lines": _shown("the lines given to this person", SPECIAL),
    "support.TableShown.until": _shown("until when they open"),
    "support.TableShown.over": _shown("whether there is still something to answer"),
    "support.TableAnswer.comes": _sealed("whether a guest comes"),
    "support.TableAnswer.words": _sealed("a word with it", SPECIAL),
    "support.TableAnswer.way": _sealed("by link or by calendar"),
    "support.ConsultationHeld.first": _fact("first and follow-up are counted apart"),
    "support.ConsultationHeld.client_present": _fact("counts consultations with the client"),
    "support.ConsultationHeld.result": _fact("counts how they ended"),
    "support.ConsultationHeld.held_on": _fact("counts in a period"),
}
