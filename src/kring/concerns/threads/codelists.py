"""The signs of a concern and how it ends. Signs are facts about a bond that can change; never belief, origin, looks.

Source: domain.md 7.6 (loss factors of school, home, network, leisure, meaning, rights). Values are for ever.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sign(TextChoices):
    """What somebody sees at school."""

    STAYS_AWAY = "stays_away", _("stays away")
    DROP_OUT = "drop_out", _("may be excluded or give up school")
    ALONE = "alone", _("stands alone")
    NOWHERE_WELCOME = "nowhere_welcome", _("is welcome nowhere")
    NOT_SEEN = "not_seen", _("is not seen or recognised")
    SILENCE_AT_HOME = "silence_at_home", _("rupture or silence at home")
    NO_FUTURE = "no_future", _("sees no future")
    GAVE_UP = "gave_up", _("gives up on help")


class Knows(TextChoices):
    """Does the pupil know that this is shared?"""

    AGREES = "agrees", _("yes, and it is fine")
    DOUBTS = "doubts", _("yes, but has doubts")
    NOT_YET = "not_yet", _("not yet")


class Outcome(TextChoices):
    """How a concern ends; the same four as the talk with a referrer."""

    TALK_WAS_ENOUGH = "talk_was_enough", _("The talk was enough")
    REFERRAL = "referral", _("We make it a referral together")
    ELSEWHERE = "elsewhere", _("Somebody else is better placed")
    NO_ROLE = "no_role", _("No role for us")


class By(TextChoices):
    """Who an entry of the thread is of."""

    PARTNER = "partner", _("who raised it")
    US = "us", _("a colleague")
    STEP = "step", _("what was done")


class Step(TextChoices):
    """What was done, without words of anybody; the partner sees it too."""

    TAKEN_UP = "taken_up", _("Taken up by a colleague.")
    CALL_ME = "call_me", _("Asked to be called.")
    AGREED = "agreed", _("Agreed to make it a referral.")
    NOT_AGREED = "not_agreed", _("Does not want it to be a referral.")
    PASSED_ON = "passed_on", _("It is a referral now. From here we tell whether something runs, not what.")
    ENDED = "ended", _("The thread is closed.")
