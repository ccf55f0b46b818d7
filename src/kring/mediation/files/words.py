"""The codes of a file in words, for pages."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.mediation.files.codelists import (
    Form,
    Holds,
    Nature,
    NotStarted,
    Phase,
    Referrer,
    Result,
    Side,
    Way,
    Willing,
)

Words = Mapping[str, Any]
"""Value of a code -> what is said of it."""

SIDES: Words = {Side.A: _("Party A"), Side.B: _("Party B")}
WAYS: Words = {
    Way.PHONE: _("by telephone"),
    Way.MAIL: _("by e-mail"),
    Way.FORM: _("through the web page"),
    Way.DESK: _("came along"),
    Way.LETTER: _("by letter"),
}
REFERRERS: Words = {
    Referrer.SELF: _("found us alone"),
    Referrer.POLICE: _("the police"),
    Referrer.TOWN: _("a service of the town"),
    Referrer.HOUSING: _("a housing company"),
    Referrer.WELFARE: _("a welfare service"),
    Referrer.COURT: _("the justice of the peace"),
    Referrer.NEIGHBOUR: _("another neighbour"),
    Referrer.OTHER: _("somebody else"),
}
NATURES: Words = {
    Nature.NOISE: _("noise"),
    Nature.PETS: _("animals"),
    Nature.GREEN: _("trees and hedges"),
    Nature.BOUNDARY: _("boundary or wall"),
    Nature.WASTE: _("litter and smell"),
    Nature.PARKING: _("parking"),
    Nature.CHILDREN: _("children playing"),
    Nature.SHARED_PLACES: _("shared hall or stairs"),
    Nature.MANNERS: _("how they treat one another"),
    Nature.OTHER: _("something else"),
}
FORMS: Words = {
    Form.DIRECT: _("together at one table"),
    Form.SHUTTLE: _("the mediator goes to and fro"),
}
NOT_STARTED: Words = {
    NotStarted.ADVICE_WAS_ENOUGH: _("good advice was enough"),
    NotStarted.SOLVED: _("solved meanwhile"),
    NotStarted.A_STOPS: _("A does not want it"),
    NotStarted.B_STOPS: _("B does not want it"),
    NotStarted.NOT_REACHED: _("somebody could not be reached"),
    NotStarted.IN_COURT: _("it is in court already"),
    NotStarted.NOT_OURS: _("nothing for mediation"),
    NotStarted.UNSAFE: _("not safe for one of them"),
}
WILLING: Words = {
    Willing.YES: _("yes, takes part"),
    Willing.DOUBTS: _("has doubts"),
    Willing.NO: _("no, stops"),
}
RESULTS: Words = {
    Result.AGREED: _("an agreement"),
    Result.PARTLY: _("an agreement in part"),
    Result.UNDERSTOOD: _("no agreement, but they understand one another"),
    Result.NOTHING: _("nothing came of it"),
}
HOLDS: Words = {
    Holds.BETTER: _("better"),
    Holds.SAME: _("the same"),
    Holds.WORSE: _("worse"),
    Holds.NOT_REACHED: _("could not be reached"),
}
PHASES: Words = {
    Phase.CALL: _("A call"),
    Phase.INTAKE: _("Talk with each"),
    Phase.TALK: _("Mediation"),
    Phase.FOLLOW_UP: _("Follow-up"),
    Phase.OVER: _("May go"),
}


def choices(words: Words, silent: Any = None) -> list[tuple[str, Any]]:
    """For a field of a form; silent: what leaving it open is called."""
    left_open = [] if silent is None else [("", silent)]
    return [*left_open, *((str(getattr(code, "value", code)), said) for code, said in words.items())]
