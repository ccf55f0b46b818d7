"""Loss and bond factors to choose from or to write beside: facts about the bond, in a life domain, that can change.

No ideology, belief, looks or origin, and nothing to add up. Source: domain.md 7.6.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EXAMPLES: tuple[tuple[str, Promise, Promise], ...] = (
    ("school", _("threatened exclusion or drop-out"), _("a teacher who believes in you")),
    ("school", _("no fitting place"), _("a place that fits")),
    ("work", _("rejected again and again"), _("work, a job placement or a place to learn")),
    ("housing", _("no stable place"), _("an own safe place")),
    ("money", _("debt without an end in sight"), _("a grip on the money")),
    ("family", _("a rupture or silence at home"), _("a home to turn to")),
    ("network", _("left alone"), _("at least one person to call")),
    ("network", _("only contacts that do harm"), _("friends with a future")),
    ("leisure", _("welcome nowhere"), _("a regular place in a club or in the quarter")),
    ("meaning", _("not seen or recognised"), _("being recognised")),
    ("meaning", _("no picture of a future"), _("a goal of one's own")),
    ("rights", _("gave up on services"), _("somebody who goes along")),
    ("rights", _("a humiliating experience with an institution"), _("an experience that was put right")),
    ("mental_health", _("a long wait for help"), _("fitting help found")),
    ("justice", _("an unresolved case or harm"), _("put right, finished")),
)
"""Life domain, what loosens, what holds."""
