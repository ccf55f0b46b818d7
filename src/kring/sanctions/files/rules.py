"""What may be when: pure. `check_x` raises `NotYet` with a sentence for the field it is about (SAN-04 to SAN-08)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.sanctions.files import terms
from kring.sanctions.files.codelists import Outcome, Phase, Prosecutor, Sanction, Service
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.vault.refusals import VaultError

NO_OTHER_AGE = _("Mediation was offered by the age that stands here: minor or not cannot change any more.")


class NotYet(VaultError):
    """Something is in the way; the sentence says what, beside the field."""

    def __init__(self, sentence: Any, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


def phase(person: PersonContent, result: ResultContent, decision: DecisionContent) -> Phase:
    """Where it stands."""
    if decision.sanction:
        return Phase.DECIDED
    if decision.service_offered_on:
        return Phase.SERVICE
    if result.outcome:
        return Phase.REPORTED
    return Phase.ASKED if person.offered_on else Phase.OPENED


def check_person(person: PersonContent, today: date) -> None:
    """Only who was fourteen on the day of the facts, and days that can be."""
    if not person.happened_on <= person.established_on <= today:
        raise NotYet(_("First the facts, then the establishment, and neither after today."), "established_on")
    if person.born_on >= person.happened_on:
        raise NotYet(_("The birth date comes after the facts. Look at both."), "born_on")
    if not terms.old_enough(person.born_on, person.happened_on):
        raise NotYet(_("Not yet 14 on the day of the facts: no sanction, and no file here."), "born_on")
    if person.parents and not terms.minor(person):
        raise NotYet(_("Parents stand here for a minor alone."), "parent")


def check_offer(
    person: PersonContent, decision: DecisionContent, *, on: date, told_on: date | None, fit: bool, today: date
) -> None:
    """Once, in time; for a minor after the notice to the bar, for an adult where the law allows it.

    fit: for an adult, that the regulation provides it, he agrees and a victim is known. Nothing of that is kept.
    """
    if person.offered_on:
        raise NotYet(_("Mediation was offered already."))
    if decision.sanction:
        raise NotYet(_("It is decided already."))
    if not person.established_on <= on <= min(today, terms.decide_by(person, decision)):
        raise NotYet(_("This day is not within the term to decide."), "offered_on")
    if not terms.minor(person) and not fit:
        raise NotYet(_("For an adult all three are needed: the regulation, his agreement, and a victim."), "fit")
    if terms.minor(person) and not (told_on and person.established_on <= told_on <= on):
        raise NotYet(_("First the notice to the bar, so that the minor has a lawyer."), "told_on")


def check_report(person: PersonContent, result: ResultContent, *, outcome: str, agreement: str) -> None:
    """A word once, after the offer; an agreement beside success alone (SAN-05)."""
    if not person.offered_on or result.outcome:
        raise NotYet(_("There is nothing to report now."))
    if outcome not in list(Outcome):
        raise NotYet(_("Choose one of the list."), "outcome")
    if agreement and outcome != Outcome.SUCCEEDED:
        raise NotYet(_("An agreement goes with success alone. Of what was said nothing is passed on."), "agreement")


def check_service(
    person: PersonContent, result: ResultContent, before: DecisionContent, now: DecisionContent, *, today: date
) -> None:
    """Community service after mediation was refused or failed, within its hours (SAN-06)."""
    minor, on = terms.minor(person), now.service_offered_on
    if result.outcome == Outcome.SUCCEEDED:
        raise NotYet(_("The mediation succeeded: no service and no fine."))
    if before.sanction:
        raise NotYet(_("It is decided already."))
    if (minor or person.offered_on) and not result.outcome:
        raise NotYet(_("First the mediator reports."))
    if not on or not 1 <= now.service_hours <= terms.MOST_HOURS[minor]:
        raise NotYet(_("A minor does 15 hours at most, an adult 30."), "service_hours")
    if not person.established_on <= on <= min(today, terms.decide_by(person, before)):
        raise NotYet(_("This day is not within the term to decide."), "service_offered_on")
    if now.service not in ("", *Service):
        raise NotYet(_("Choose one of the list."), "service")


def check_decision(
    person: PersonContent, result: ResultContent, before: DecisionContent, now: DecisionContent, *, by: str, today: date
) -> None:
    """A fine after every step that comes before it, never after success, in time, and never by who mediated."""
    if before.sanction:
        raise NotYet(_("It is decided already."))
    if now.sanction not in list(Sanction):
        raise NotYet(_("Choose one of the list."), "sanction")
    if by == result.by:
        raise NotYet(_("Who mediated in this file does not decide in it."))
    day = now.decided_on
    if day is None or not person.established_on <= day <= min(today, terms.decide_by(person, before)):
        raise NotYet(_("This day is not within the term to decide."), "decided_on")
    if now.sanction == Sanction.NONE:
        if now.amount:
            raise NotYet(_("Without a fine there is no amount."), "amount")
        return
    check_fine(person, result, before, now.amount)


def check_fine(person: PersonContent, result: ResultContent, before: DecisionContent, amount: int) -> None:
    """What stands in the way of a fine."""
    minor = terms.minor(person)
    if before.prosecutor in (Prosecutor.ASKED, Prosecutor.PROSECUTES):
        raise NotYet(_("While the public prosecutor has it, the town gives no fine."), "sanction")
    if result.outcome == Outcome.SUCCEEDED:
        raise NotYet(_("The mediation succeeded: no service and no fine."), "sanction")
    if minor and not person.offered_on:
        raise NotYet(_("A minor is offered mediation first. That is a duty."), "sanction")
    if person.offered_on and not result.outcome:
        raise NotYet(_("First the mediator reports."), "sanction")
    if before.service == Service.DONE:
        raise NotYet(_("The service was done: no fine."), "sanction")
    if before.service_offered_on and before.service != Service.NOT_DONE:
        raise NotYet(_("First it is known that the service was not done."), "sanction")
    if not 1 <= amount <= terms.MOST_EUROS[minor]:
        raise NotYet(_("A fine is 175 euros at most for a minor, 500 for an adult."), "amount")


def check_prosecutor(before: DecisionContent, now: DecisionContent) -> None:
    """What the prosecutor says comes before the decision."""
    if before.sanction:
        raise NotYet(_("It is decided already."))
    if now.prosecutor not in list(Prosecutor):
        raise NotYet(_("Choose one of the list."), "prosecutor")


def check_final(decision: DecisionContent, on: date, *, today: date) -> None:
    """Only a fine can become final, on its day or later."""
    if decision.sanction != Sanction.FINE or decision.decided_on is None:
        raise NotYet(_("There is no fine yet."), "final_on")
    if not decision.decided_on <= on <= today:
        raise NotYet(_("This comes after the decision and not after today."), "final_on")


def may_serve(person: PersonContent, result: ResultContent) -> bool:
    """Whether community service can be proposed now: after mediation came to nothing; to an adult without it too."""
    if person.offered_on or terms.minor(person):
        return result.outcome in (Outcome.REFUSED, Outcome.FAILED)
    return True
