"""The page of a referral as one value: its words, the one main thing to do now, and what else can be done.

Which steps there are follows from the rules; here they only get their words and their order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.clarification import rules, sheet
from kring.support.clarification.around import around
from kring.support.clarification.forms import Around, StepForm
from kring.support.clarification.steps import FORMS
from kring.support.intake.actions import OpenReferral
from kring.support.intake.models import Referral
from kring.team.clock import today

Lane = Referral.Lane


@dataclass(frozen=True, slots=True)
class Face:
    """How a step looks: its icon, its title, the word on its button, the sentence when it is done."""

    icon: str
    title: Promise
    button: Promise
    done: Promise


FACES: Mapping[str, Face] = {
    "settle": Face("mail", _("Mail came in"), _("I took care of it"), _("The mail is taken care of.")),
    "accept": Face("hand", _("You were asked"), _("Yes, I receive it"), _("You receive this referral.")),
    "take_role": Face("check", _("Take the role"), _("Yes, open the dossier"), _("The dossier is open.")),
    "take_up_again": Face("cal", _("Take it up again"), _("Take it up again"), _("It is on the table again.")),
    "confirm": Face("phone", _("The referrer said it by word"), _("Write it down"), _("The answer is written down.")),
    "propose": Face("check", _("Decide together"), _("Lay it before the referrer"), _("It lies before the referrer.")),
    "note": Face("pen", _("Note the talk"), _("Keep"), _("Your note is kept.")),
    "plan": Face("cal", _("Plan the talk"), _("Plan and invite"), _("The talk is planned.")),
    "ask": Face("hand", _("Ask a colleague"), _("Ask"), _("The question is asked.")),
    "acute": Face("warn", _("Acute danger"), _("Write down the call"), _("The call is written down.")),
    "remind": Face("mail", _("Remind the referrer"), _("Send a reminder"), _("The reminder is on its way.")),
    "wait_for_referrer": Face("speak", _("Wait for the referrer"), _("We wait"), _("We wait for the referrer.")),
    "wait": Face("clock", _("Put on the waiting list"), _("Put on the list"), _("It stands on the waiting list.")),
    "back_to_new": Face("inbox", _("Back to new"), _("Take it back"), _("It stands with the new ones again.")),
    "merge": Face("link", _("About the same as another"), _("Put together"), _("They are one referral now.")),
    "end_acute": Face("shield", _("Others took over"), _("Close it as acute"), _("It is closed as acute.")),
}
DONE: Mapping[str, Promise] = {step: face.done for step, face in FACES.items()} | {
    "forgotten": _("Counted as a result. Everything written about it is erased."),
}
"""A word in an address -> what is said above the page; never content."""

MAIN: Mapping[str, str] = {
    Lane.NEW: "plan",
    Lane.TALK_PLANNED: "note",
    Lane.DECIDING: "propose",
    Lane.WAITING: "confirm",
}
"""lane -> the one main thing to do, unless somebody in particular is asked."""
OPEN = ("settle",)
"""Steps that stand open: somebody waits for them."""
MINE_FIRST = ("accept", "take_role", "take_up_again")


@dataclass(frozen=True, slots=True)
class Doing:
    """One step on the page with its form."""

    step: str
    face: Face
    form: StepForm
    main: bool
    open: bool


def of(opened: OpenReferral, me: str, *, tried: StepForm | None = None) -> dict[str, Any]:
    """The context of the page; `tried` is a form that came back, shown in its place with what was typed."""
    steps = list(_open_to(opened.referral, me))
    main = _main(opened.referral, steps)
    known = tried.around if tried else around(opened, me, takes_role="take_role" in steps)
    doings = [_doing(step, known, main, tried) for step in steps]
    return {
        "referral": opened.referral,
        "sheet": sheet.of(opened, today(), known.names),
        "main": next((one for one in doings if one.main), None),
        "others": [one for one in doings if not one.main],
        "unfit": list(tried.typed()) if tried and tried.step not in steps else [],
        "reasons": tried.non_field_errors() if tried and tried.step not in steps else [],
        "waits_for": rules.role_agreed(opened.referral) and opened.referral.role_asked != me,
    }


def form(step: str, opened: OpenReferral, me: str, given: Any) -> StepForm:
    """The form of a step as somebody sent it."""
    return FORMS[step](around(opened, me, takes_role=step == "take_role"), given)


def typed(step: str, given: Any) -> list[tuple[str, str]]:
    """What somebody typed in the form of a step, label and words: for when the referral itself is gone."""
    fields = FORMS[step].base_fields
    return [(str(field.label), given[name]) for name, field in fields.items() if field.label and given.get(name)]


def _open_to(referral: Referral, me: str) -> Iterator[str]:
    """The steps this colleague may take now, in the order of the page."""
    personal = {"accept": referral.asked, "take_role": referral.role_asked}
    for step in FORMS:
        if rules.can(step, referral) and personal.get(step, me) == me:
            yield step


def _main(referral: Referral, steps: list[str]) -> str:
    mine = next((step for step in MINE_FIRST if step in steps), "")
    usual = "ask" if rules.role_agreed(referral) else MAIN.get(referral.lane, "")
    if referral.lane == Lane.WAITING and not referral.proposed:
        usual = "note"
    return mine or usual


def _doing(step: str, known: Around, main: str, tried: StepForm | None) -> Doing:
    came_back = tried if tried is not None and tried.step == step else None
    form = came_back or FORMS[step](known)
    return Doing(step, FACES[step], form, main=step == main, open=came_back is not None or step in OPEN)
