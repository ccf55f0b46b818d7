"""The line of every field of this step in the field catalogue: purpose, category, retention, sealed or in the clear."""

from kring.support.dossier.ages import fields as ages
from kring.support.dossier.agreements import fields as agreements
from kring.support.dossier.glass import fields as glass
from kring.support.dossier.household import fields as household
from kring.support.dossier.marks import fields as marks
from kring.support.dossier.takeover import fields as takeover
from kring.support.dossier.telling import fields as telling
from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
THIRD_PARTY = Category.THIRD_PARTY
WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"
AS_FACT = "kept as a pseudonymous fact; refolded within 30 days after the dossier is erased"


def _clear(purpose: str, category: Category = TECHNICAL) -> Field:
    return Field(purpose, category, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


def _fact(purpose: str) -> Field:
    return Field(purpose, ORDINARY, AS_FACT, sealed=True)


def _row(model: str) -> dict[str, Field]:
    """The columns of every sealed row."""
    return {
        f"support.{model}.id": _clear("names the record; random"),
        f"support.{model}.lock": _clear("which lock the record lies under"),
        f"support.{model}.lock_version": _clear("which version of the lock sealed it"),
        f"support.{model}.revision": _clear("refuses a write on top of somebody else's"),
        f"support.{model}.blob": _sealed("the content itself, encrypted"),
        f"support.{model}.dossier": _clear("which dossier it belongs to"),
    }


FIELDS = {
    "support.Dossier.id": _clear("names the dossier and its locks; random"),
    "support.Dossier.mac": _clear("shows that the row was written by us"),
    "support.Dossier.number": _clear("what colleagues say on the phone; random, tells nothing (NRN-02)"),
    "support.Dossier.circle": _clear("the one secrecy circle it belongs to (SEC-02)"),
    "support.Dossier.holder": _clear("who carries it; lists of one colleague"),
    "support.Dossier.deputy": _clear("who replaces the holder; lists of one colleague"),
    "support.Dossier.opened_on": _clear("start of the role; starts the term to inform the client (GDP-06)"),
    "support.Dossier.closed_on": _clear("end of the role; starts the retention term"),
    "support.Dossier.state": _clear("whether it is open; lists show open dossiers"),
    "support.Dossier.silent": _clear("whether nothing may go out about it any more; says not why"),
    "support.Dossier.fact_key": _clear(
        "the key its facts are named by, sealed under the key file: they are forgotten with it when nobody opens it"
    ),
    "support.Dossier.retention_year": _clear("the year in which its retention term is over, rounded up (ARC-02)"),
    "support.CoWorker.id": _clear("names the row; random"),
    "support.CoWorker.mac": _clear("shows that the row was written by us"),
    "support.CoWorker.dossier": _clear("which dossier somebody works along on"),
    "support.CoWorker.person": _clear("which colleague works along"),
    "support.CoWorker.from_on": _clear("since when"),
    "support.CoWorker.until_on": _clear("the day it ended"),
    "support.CoWorker.agreed_until": _clear("the day on which the key closes by itself"),
    "support.Task.id": _clear("names the task; random"),
    "support.Task.mac": _clear("shows that the row was written by us"),
    "support.Task.dossier": _clear("which dossier the task belongs to"),
    "support.Task.kind": _clear("which duty it is; a fixed list, never a text"),
    "support.Task.person": _clear("who is reminded"),
    "support.Task.due_on": _clear("by when"),
    "support.Task.done_on": _clear("when it was done"),
    "support.Task.contact_from": _clear("from which day a contact makes it due; None once somebody moved it (GDP-06)"),
    **_row("Summary"),
    **_row("IdentityRecord"),
    **_row("ReferralCopy"),
    **_row("Disclosure"),
    "support.Disclosure.on": _clear("that something left the circle on a day; the privacy officer sees no more"),
    "support.Disclosed.items": _sealed("what was told, line by line (SEC-04)", SPECIAL),
    "support.Disclosed.recipient": _sealed("which named person heard it", THIRD_PARTY),
    "support.Disclosed.organisation": _sealed("for which organisation that person works", THIRD_PARTY),
    "support.Disclosed.kind": _sealed("what sort of person, for who may never be told (SEC-05)"),
    "support.Disclosed.ground": _sealed("why it might be told"),
    "support.Disclosed.checklist": _sealed("what was weighed"),
    "support.Disclosed.informed": _sealed("whether the client knows"),
    "support.Disclosed.why_not": _sealed("why not, when the client does not know", SPECIAL),
    "support.Disclosed.way": _sealed("by link or by word"),
    "support.Disclosed.on": _sealed("when it was told"),
    "support.Disclosed.by": _sealed("who told it"),
    "support.Disclosed.words": _sealed("why it was not told, or why at once (LIV-04, SEC-04)", SPECIAL),
    "support.Disclosed.at_once": _sealed("why it could not wait, when it was told in haste (SEC-04)"),
    "support.Disclosed.task": _sealed("which task ends when it is completed"),
    "support.Disclosed.danger": _sealed("the danger a report answers to, in words (SEC-08)", SPECIAL),
    "support.Disclosed.alone": _sealed("why nobody could protect otherwise, in words (SEC-08)", SPECIAL),
    "support.Disclosed.agreement": _sealed("which agreement of the client it went by (GBO-02)"),
    "support.Disclosed.protocol": _sealed("under which protocol with another body it was told (GDP-13)"),
    "support.ReferralCopy.kind": _clear("which content class the copy is: referral, talk, attachment"),
    "support.BlindToken.id": _clear("names the row; made from the dossier with the server key, so it can be erased"),
    "support.BlindToken.lock": _clear("which registry of a circle the token was made with"),
    "support.BlindToken.lock_version": _clear("which version of the registry key made it"),
    "support.BlindToken.revision": _clear("refuses a write on top of somebody else's"),
    "support.BlindToken.blob": _sealed("which dossier the token stands for, encrypted"),
    "support.BlindToken.circle": _clear("a knock is answered inside one circle alone (SEC-09)"),
    "support.BlindToken.token": _clear("24 bits of a keyed digest: a colleague may know this person", ORDINARY),
    "support.Referent.dossier": _sealed("which dossier the token stands for", TECHNICAL),
    "support.Referent.token": _sealed("shows that the token was not moved", TECHNICAL),
    "support.SummaryContent.label": _sealed("what lists call the person: first name and initial, or a nickname"),
    "support.SummaryContent.nickname": _sealed("to find the dossier by what the person is called; optional"),
    "support.SummaryContent.programme": _sealed("which way of working carries the dossier"),
    "support.SummaryContent.mode": _sealed("whether we direct, reach out, or both"),
    "support.SummaryContent.phase": _sealed("where the journey stands"),
    "support.SummaryContent.steps": _sealed("which steps of the journey were done, and when"),
    "support.SummaryContent.modes": _sealed("how we worked in which period"),
    "support.ModePeriod.mode": _sealed("whether we direct, reach out, or both"),
    "support.ModePeriod.from_on": _sealed("since when we work like that"),
    "support.SummaryContent.carried": _sealed("who carried it from when on, for the figures"),
    "support.Carrying.person": _sealed("who carries it"),
    "support.Carrying.since": _sealed("since when"),
    "support.SummaryContent.reopened_on": _sealed("when the role was taken up again"),
    "support.Step.phase": _sealed("which step it was"),
    "support.Step.on": _sealed("the day it was done"),
    "support.SummaryContent.rhythm_days": _sealed("the rhythm agreed with the client; may be none"),
    "support.SummaryContent.rhythm_from": _sealed("since when that rhythm holds"),
    "support.SummaryContent.last_contact_on": _sealed("how long ago there was contact"),
    "support.SummaryContent.first_contact_on": _sealed("how long it took until the first contact, for the figures"),
    "support.SummaryContent.attempts_since": _sealed("how often contact was tried since"),
    "support.SummaryContent.next_step": _sealed("what happens next", SPECIAL),
    "support.SummaryContent.next_step_on": _sealed("when it happens"),
    "support.SummaryContent.step_done": _sealed("so that a step ticked off by mistake comes back as it was"),
    "support.DoneStep.what": _sealed("what was done", SPECIAL),
    "support.DoneStep.due_on": _sealed("by when it was expected"),
    "support.DoneStep.on": _sealed("when it was done"),
    "support.Identity.name": _sealed("to address the person; optional (GDP-03)"),
    "support.Identity.nickname": _sealed("to address the person; optional (GDP-03)"),
    "support.Identity.born_on": _sealed("age and the rules for minors; optional"),
    "support.Identity.contact": _sealed("to reach the person; optional"),
    "support.DossierOpened.programme": Field("counts per programme", ORDINARY, AS_FACT, sealed=True),
    "support.DossierOpened.mode": Field("counts per way of working", ORDINARY, AS_FACT, sealed=True),
    "support.DossierOpened.opened_on": Field("counts on a date", ORDINARY, AS_FACT, sealed=True),
    "support.DossierOpened.holder": Field(
        "counts workers, to withhold small groups (COU-04)", TECHNICAL, AS_FACT, sealed=True
    ),
    "support.DossierOpened.carried": _fact("counts a day by who carried it then, by pseudonyms (COU-04)"),
    "support.DossierOpened.known_since": _fact("counts the years since somebody was first known"),
    "support.DossierOpened.returning": _fact("counts who was taken up again"),
    "support.DossierOpened.closed_before_on": _fact("so that a person who was taken up again counts once in a period"),
    "support.DossierOpened.referrer_kind": _fact("counts by kind of referrer"),
    "support.DossierOpened.channel": _fact("counts by how it came in"),
    "support.DossierOpened.referred_on": _fact("the days until the first contact"),
    "support.DossierOpened.talk_on": _fact("the days until the talk"),
    "support.DossierOpened.domains": _fact("counts by life domain"),
    "support.DossierClosed.closed_on": Field("counts on a date", ORDINARY, AS_FACT, sealed=True),
    "support.DossierClosed.reason": _fact("counts how dossiers end"),
    "support.DossierPerson.birth_year": _fact("the age in bands, never a day of birth"),
    "support.DossierPerson.gender": _fact("counts by gender, x and not said among them"),
    "support.DossierPerson.area": _fact("counts by part of town, never finer"),
    "support.DossierPerson.language_help": _fact("counts whether an interpreter is needed, never which language"),
    "support.DossierStep.on": _fact("counts how far dossiers come, and how long it takes"),
    "support.SummaryContent.begun": _sealed("how it came to us, for the figures"),
    "support.SummaryContent.closed_before": _sealed("when it was closed before it was taken up again, for the figures"),
    "support.Begun.referrer_kind": _sealed("what kind of referrer"),
    "support.Begun.channel": _sealed("how it came in"),
    "support.Begun.referred_on": _sealed("when it came in"),
    "support.Begun.talk_on": _sealed("when the talk was"),
    "support.Begun.domains": _sealed("in which life domains"),
    "support.Identity.gender": _sealed("to address the person, and for figures; as they say it; optional"),
    "support.Identity.area": _sealed("for figures by part of town; optional"),
    "support.Identity.language_help": _sealed("whether an interpreter has to come; never which language; optional"),
    **ages.FIELDS,
    **agreements.FIELDS,
    **glass.FIELDS,
    **telling.FIELDS,
    **household.FIELDS,
    **marks.FIELDS,
    **takeover.FIELDS,
}
