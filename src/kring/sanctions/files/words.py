"""The codes of a file in words, for pages."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.sanctions.files.codelists import Nature, Outcome, Phase, Prosecutor, Sanction, Service

Words = Mapping[str, Any]
"""Value of a code -> what is said of it."""

NATURES: Words = {
    Nature.NOISE: _("noise nuisance"),
    Nature.LITTER: _("dumped litter"),
    Nature.DAMAGE: _("damage"),
    Nature.GRAFFITI: _("graffiti"),
    Nature.NUISANCE: _("nuisance in the street"),
    Nature.SHOPLIFTING: _("shoplifting"),
    Nature.ASSAULT: _("light assault"),
    Nature.DRINKING: _("alcohol in the street"),
    Nature.FIREWORKS: _("fireworks"),
    Nature.OTHER: _("something else"),
}
PROSECUTORS: Words = {
    Prosecutor.NOT_ASKED: _("these facts are no crime: not asked"),
    Prosecutor.ASKED: _("asked, no answer yet"),
    Prosecutor.LEAVES_IT: _("leaves it to the town"),
    Prosecutor.PROSECUTES: _("prosecutes: no sanction by the town"),
}
OUTCOMES: Words = {
    Outcome.REFUSED: _("the offer was refused"),
    Outcome.FAILED: _("the mediation failed"),
    Outcome.SUCCEEDED: _("the mediation succeeded"),
}
SERVICES: Words = {Service.DONE: _("the service was done"), Service.NOT_DONE: _("not done, or refused")}
SANCTIONS: Words = {Sanction.FINE: _("a fine"), Sanction.NONE: _("no sanction")}
PHASES: Words = {
    Phase.OPENED: _("Opened"),
    Phase.ASKED: _("Mediation"),
    Phase.REPORTED: _("Result"),
    Phase.SERVICE: _("Community service"),
    Phase.DECIDED: _("Decided"),
}


def choices(words: Words, silent: Any = None) -> list[tuple[str, Any]]:
    """For a field of a form; silent: what leaving it open is called."""
    left_open = [] if silent is None else [("", silent)]
    return [*left_open, *((str(getattr(code, "value", code)), said) for code, said in words.items())]
