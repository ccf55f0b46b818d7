"""What the fields of a file are called in a copy, and the codes in words. A field without a line is shown by its name.

A test wants a line for every field that can be shown.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.closing import words as closing
from kring.support.consultation.case.rules import Basis
from kring.support.consultation.rules import Result
from kring.support.contacts.appointments.codelists import Way as Meeting
from kring.support.contacts.attachments.codelists import Sort
from kring.support.contacts.log.codelists import Direction, Kind, Minutes, Topic
from kring.support.dossier import words
from kring.support.dossier.ages.views import ABLE
from kring.support.dossier.agreements import rules as agreements
from kring.support.dossier.disclosing.grounds import Ground, Recipient, WhyNow
from kring.support.dossier.telling.rules import WAITING, WAYS
from kring.support.intake.codelists import AgeBand, Informed, LifeDomain
from kring.support.intake.models import Referral
from kring.support.network import words as network
from kring.support.plan import words as plan
from kring.team.programmes import PROGRAMMES

SILENT = frozenset(
    {
        "id", "of", "row", "key", "code", "length", "preview", "entry", "task", "only", "opens", "disclosure",
        "taken_from", "revision", "language", "original", "readable", "machine", "card", "dossiers", "dossier",
        "marks", "milestone", "attempts_since", "nudges", "appointment", "sequence", "places", "closed", "pieces_of",
        "rhythm_from", "noted_at", "aside", "state", "step", "dropped", "protocol", "agreement", "noted_by",
        "AttachmentContent.pieces", "AttachmentContent.kind", "Shown.kind", "AgreedVersion.number",
    }
)  # fmt: skip
"""Fields that say nothing to who reads a copy: ids, keys, and how a page is drawn."""

LABELS: Mapping[str, Promise] = {
    "able": _("Decides alone"),
    "about": _("About"),
    "action": _("What we do about it"),
    "again_on": _("Looked at again on"),
    "age": _("Age"),
    "age_band": _("Age"),
    "agreed": _("What was agreed"),
    "agreed_with": _("Agreed with"),
    "alone": _("Why we could not do it alone"),
    "along": _("Who goes along"),
    "answer": _("Answer"),
    "asked": _("Asked"),
    "at": _("When"),
    "at_once": _("Why it could not wait"),
    "attachments": _("Attachments"),
    "basis": _("What allows it"),
    "beside": _("Beside it"),
    "born_on": _("Born on"),
    "by": _("Written by"),
    "by_when": _("By when"),
    "called": _("Who was called"),
    "came_at": _("Came on"),
    "checklist": _("What was weighed"),
    "client_present": _("You were there"),
    "client_words": _("Your own words"),
    "concern": _("The worry"),
    "contact": _("How to reach you"),
    "danger": _("Which danger there was"),
    "died": _("Has died"),
    "direction": _("Who sought contact"),
    "document": _("Document"),
    "domain": _("Life domain"),
    "domains": _("Life domains"),
    "done": _("Done"),
    "due_on": _("By when"),
    "email": _("Mail"),
    "first": _("The first time"),
    "from_on": _("From"),
    "function": _("Function"),
    "goal": _("Goal"),
    "ground": _("Why it might be told"),
    "hard": _("When it is hard"),
    "heading": _("Heading"),
    "held": _("Still runs"),
    "held_on": _("Held on"),
    "how": _("How"),
    "how_far": _("How far"),
    "informed": _("You knew"),
    "items": _("What was told"),
    "kin": _("Family"),
    "kind": _("What kind"),
    "label": _("What the file is called"),
    "last_contact_on": _("Last contact"),
    "leaves_on": _("Leaves on"),
    "level": _("Step of the goal"),
    "lines": _("Lines"),
    "made": _("Reached"),
    "matters": _("What matters"),
    "may_come_back": _("May always come back"),
    "minutes": _("How long"),
    "modalities": _("How"),
    "mode": _("How we work"),
    "modes": _("How we worked"),
    "moves": _("How far the goal is"),
    "name": _("Name"),
    "names": _("Names"),
    "next_step": _("Next step"),
    "next_step_on": _("Next step on"),
    "nickname": _("Nickname"),
    "note": _("Note"),
    "noted_on": _("Noted on"),
    "now": _("How it is now"),
    "on": _("On"),
    "organisation": _("Organisation"),
    "outcome": _("What was decided"),
    "owner": _("Who does it"),
    "person": _("Colleague"),
    "partner": _("With whom"),
    "phase": _("Phase"),
    "phone": _("Phone"),
    "place": _("Where"),
    "prepares": _("How you prepare"),
    "present": _("Who was there"),
    "programme": _("Way of working"),
    "promises": _("Promised"),
    "proposes": _("Proposes"),
    "protect_source": _("Asks not to be named"),
    "pull": _("What it does"),
    "purpose": _("What for"),
    "questions": _("Questions"),
    "reached": _("How far it came"),
    "reason": _("Why"),
    "recipient": _("Told to"),
    "referrer_does": _("What the referrer does"),
    "relation": _("How the tie is"),
    "reopened_on": _("Taken up again"),
    "request": _("What was asked there"),
    "result": _("Result"),
    "review_on": _("Looked at again on"),
    "rhythm_days": _("How often we hear each other"),
    "ring": _("How close"),
    "role": _("Who it is to you"),
    "runs": _("Still runs"),
    "secrecy": _("Bound by secrecy"),
    "sender": _("Mail came from"),
    "sender_name": _("Sender"),
    "sent": _("Sent"),
    "sentence": _("What happened"),
    "service": _("Service"),
    "shown_name": _("First written by"),
    "shown_sender": _("First came from"),
    "side": _("Through"),
    "sort": _("What it is"),
    "sorts": _("Which information"),
    "steps": _("Steps"),
    "still": _("How it is since"),
    "struck": _("Should not have been written"),
    "subject": _("Subject"),
    "talk_at": _("Talk on"),
    "talk_on": _("Closing talk on"),
    "text": _("Text"),
    "title": _("Title"),
    "to": _("To"),
    "together": _("First time together"),
    "told": _("Told"),
    "told_by": _("Who told us"),
    "told_how": _("Told how"),
    "topic": _("What it is about"),
    "tried": _("What was tried"),
    "trusted": _("Trusted person"),
    "until": _("Until"),
    "until_on": _("Until"),
    "waits": _("Why it waits"),
    "want": _("What I want"),
    "watch": _("Watch out for"),
    "way": _("How"),
    "we_do": _("What we do"),
    "went_along": _("We went along"),
    "what": _("What"),
    "who": _("Who"),
    "why": _("Why"),
    "why_absent": _("Why you were not there"),
    "why_no_talk": _("Why no talk"),
    "why_not": _("Why you did not know"),
    "withdrawn_on": _("Taken back on"),
    "wish": _("What you want, in your words"),
    "wished": _("You wanted this person there"),
    "wishes": _("Wishes for the talk"),
    "word": _("Word"),
    "words": _("Words"),
    "taken_by": _("Taken down by"),
}


def _table(choices: Any) -> Mapping[str, Any]:
    return dict(choices.choices)


def _plain(told: Mapping[Any, Any]) -> Mapping[str, Any]:
    return {str(getattr(code, "value", code)): said for code, said in told.items()}


_ANSWERS: Mapping[str, Promise] = {
    "yes": _("yes"),
    "no": _("no"),
    "unknown": _("not known"),
    "almost": _("almost"),
    "not_yet": _("not yet"),
    "cannot": _("it cannot"),
    "link": _("behind a link"),
    "calendar": _("in the calendar"),
    "page": _("on the page"),
    "declined": _("not told"),
    "urgent": _("told in haste"),
}
_STEPS: Mapping[Any, Promise] = {
    -2: _("much less than we agreed"),
    -1: _("less than we agreed"),
    0: _("as we agreed"),
    1: _("more than we agreed"),
    2: _("much more than we agreed"),
}
_LONG: Mapping[str, Promise] = {
    Minutes.SHORT: _("less than a quarter of an hour"),
    Minutes.MIDDLE: _("between a quarter of an hour and an hour"),
    Minutes.LONG: _("more than an hour"),
}
_HOW: Sequence[Mapping[str, Any]] = (_plain(WAYS), _plain(agreements.WAYS), _table(Meeting), _ANSWERS)
CODES: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "able": (_plain(ABLE),),
    "age_band": (_table(AgeBand),),
    "answer": (_ANSWERS,),
    "at_once": (_table(WhyNow),),
    "basis": (_table(Basis),),
    "direction": (_table(Direction),),
    "domain": (_table(LifeDomain),),
    "domains": (_table(LifeDomain),),
    "ground": (_table(Ground),),
    "held": (_ANSWERS,),
    "how_far": (_plain(plan.HOW_FAR),),
    "informed": (_table(Informed),),
    "kin": (_plain(network.KIN),),
    "kind": (_table(Kind), _table(Recipient), _plain(network.KINDS)),
    "level": (_STEPS,),
    "minutes": (_LONG,),
    "mode": (_plain(words.MODES),),
    "outcome": (_table(Referral.Outcome),),
    "owner": (_plain(plan.OWNERS),),
    "phase": (_plain(words.PHASES),),
    "programme": ({one.code: one.name for one in PROGRAMMES},),
    "pull": (_plain(network.PULLS),),
    "reached": (_plain(closing.REACHED),),
    "reason": (_plain(closing.REASONS),),
    "relation": (_plain(network.RELATIONS),),
    "result": (_table(Result),),
    "ring": (_plain(network.RINGS),),
    "runs": (_ANSWERS,),
    "side": (_plain(network.SIDES),),
    "sort": (_table(Sort),),
    "sorts": (_plain(agreements.SORTS),),
    "still": (_plain(network.STILL),),
    "told": (_ANSWERS,),
    "topic": (_table(Topic),),
    "waits": (_plain(WAITING),),
    "way": _HOW,
    "word": (_table(Referral.Word),),
}
"""Field -> tables in which its code is looked up, the first that knows it says it."""
