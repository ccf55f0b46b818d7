"""What a project is against, where, and who asks. Values are for ever.

The loss factors and the areas are the pot's own short lists: registers never know one another. A test of the house
holds them beside those of individual support. Source: domain.md 7.6; no ideology, belief, looks or origin.
"""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Area(TextChoices):
    """Where it happens: the parts of town."""

    CENTRE = "centre", _("Centre")
    NORTH = "north", _("North")
    EAST = "east", _("East")
    SOUTH = "south", _("South")
    WEST = "west", _("West")
    VILLAGES = "villages", _("Villages")


class Applicant(TextChoices):
    """What kind of group or organisation asks."""

    NEIGHBOURS = "neighbours", _("a group of neighbours")
    SPORT_CLUB = "sport_club", _("a sports club")
    YOUTH_WORK = "youth_work", _("youth work")
    ASSOCIATION = "association", _("another association")
    SCHOOL = "school", _("a school or parents' council")


class State(TextChoices):
    """How far an application is; it stands in the clear, since the office lists by it."""

    ASKED = "asked", _("to decide")
    GRANTED = "granted", _("runs")
    DECLINED = "declined", _("not granted")
    DONE = "done", _("done")


FACTORS: Mapping[str, tuple[Promise, Promise]] = {
    "exclusion_at_school": (_("threatened exclusion or drop-out"), _("a teacher who believes in you")),
    "no_fitting_place": (_("no fitting place"), _("a place that fits")),
    "rejected_for_work": (_("rejected again and again"), _("work, a job placement or a place to learn")),
    "no_stable_place": (_("no stable place"), _("an own safe place")),
    "hopeless_debt": (_("debt without an end in sight"), _("a grip on the money")),
    "rupture_at_home": (_("a rupture or silence at home"), _("a home to turn to")),
    "left_alone": (_("left alone"), _("at least one person to call")),
    "harmful_contacts": (_("only contacts that do harm"), _("friends with a future")),
    "welcome_nowhere": (_("welcome nowhere"), _("a regular place in a club or in the quarter")),
    "not_recognised": (_("not seen or recognised"), _("being recognised")),
    "no_future": (_("no picture of a future"), _("a goal of one's own")),
    "gave_up_on_services": (_("gave up on services"), _("somebody who goes along")),
    "humiliated": (_("a humiliating experience with an institution"), _("an experience that was put right")),
    "waiting_for_help": (_("a long wait for help"), _("fitting help found")),
    "unresolved_case": (_("an unresolved case or harm"), _("put right, finished")),
}
"""Loss factor -> what it is called, and the bond that stands against it."""


def factor_choices() -> list[tuple[str, Promise]]:
    """The loss factors as choices."""
    return [(code, loss) for code, (loss, _bond) in FACTORS.items()]
