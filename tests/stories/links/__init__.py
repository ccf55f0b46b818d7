"""Every kind of link and code that works without signing in: how one comes by it, and every way in which it is over.

A row of `LINKS` for each, by whose it is; `NO_LINKS` says of every other page for everybody why it is none. A house
test holds both against the routes, so that a new kind cannot be forgotten. What must be true of each stands in
test_links.py.
"""

from tests.stories.links import applicants, clients, colleagues, guests, owners, partners, referrers
from tests.stories.links.sent import Link, Sent

__all__ = ["LINKS", "NO_LINKS", "Link", "Sent"]

LINKS: dict[str, Link] = {
    "clarification:confirm": referrers.CONFIRM,
    "clarification:own": referrers.OWN,
    "intake:status": referrers.STATUS,
    "pot:stand": applicants.STAND,
    "concerns:own": partners.OWN,
    "plan:nudge": owners.NUDGE,
    "plan:own": clients.OWN,
    "consultation:guest": guests.GUEST,
    "clarification:feed": colleagues.FEED,
    "team:invitation": colleagues.INVITATION,
}

NO_LINKS = {
    "reporting:open_answers": "published figures, for everybody; what counts is in reporting/published/tests",
    "reporting:open_answer": "published figures, for everybody; what was not published is an address that never was",
    "reporting:open_form": "published figures, for everybody; what was not published is an address that never was",
    "reporting:open_described": "says what open figures can be asked, and holds none",
    "city_back": "leads on whatever it is given; what counts is in team/city/tests/test_said.py",
    "city_go": "there is no sign-in of the city here; with one it leads there",
    "city_known": "one sentence for who is not known; what opens there is tried in team/city/tests/test_known.py",
    "home": "the front page",
    "health": "tells that the server answers",
    "choose_language": "a choice of the browser",
    "choose_theme": "a choice of the browser",
    "policy_report": "a browser tells of a broken policy; nothing is read or kept of it but our own words",
    "signin": "asks a secret of a colleague; its tries are counted in test_slow_down.py",
    "signout": "ends the session of the browser that asks",
    "pot:call": "the rules of the project pot, for everybody",
    "pot:apply": "the form of the project pot",
    "intake:start": "the form to refer somebody",
    "intake:embedded": "the form to refer somebody, inside the city's own site",
    "intake:story": "the form to refer somebody",
    "intake:talk": "the form to refer somebody",
    "plan:away": "an empty page to leave to; what counts is in support/plan/tests/test_leaving.py",
    "intake:thanks": "says what was just done, and knows nothing",
}
