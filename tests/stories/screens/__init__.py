"""Every page of the product and how one comes there: a file a step of the work, one line for each page.

A screen is reached in a window of somebody; what is typed on the way is invented. What does not live here: what every
page must hold to (looking.py), and the tests, which share the groups between them.
"""

from collections.abc import Callable, Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.attachments import attachments
from tests.stories.screens.concerns import concerns
from tests.stories.screens.contacts import contacts
from tests.stories.screens.days import days
from tests.stories.screens.directory import directory
from tests.stories.screens.door import door
from tests.stories.screens.dossiers import dossiers
from tests.stories.screens.endings import endings
from tests.stories.screens.exchange import exchange
from tests.stories.screens.figures import figures
from tests.stories.screens.getting_in import getting_in
from tests.stories.screens.keeping import keeping
from tests.stories.screens.links import links
from tests.stories.screens.network import network
from tests.stories.screens.papers import papers
from tests.stories.screens.person import person
from tests.stories.screens.plans import plans
from tests.stories.screens.pot import pot
from tests.stories.screens.privacy import privacy
from tests.stories.screens.public import public
from tests.stories.screens.referrals import referrals
from tests.stories.screens.retention import retention
from tests.stories.screens.screen import Screen
from tests.stories.screens.street import street
from tests.stories.screens.tables import tables
from tests.stories.screens.take_over import take_over

Group = Callable[[Places], Iterator[Screen]]
ONE: dict[str, Group] = {
    "public": public,
    "links": links,
    "door": door,
    "getting in": getting_in,
    "referrals": referrals,
    "figures": figures,
    "pot": pot,
}
"""Before there is a dossier, and beside it."""
TWO: dict[str, Group] = {
    "days": days,
    "dossiers": dossiers,
    "contacts": contacts,
    "attachments": attachments,
    "street": street,
    "take over": take_over,
    "keeping": keeping,
}
"""The work of the day."""
THREE: dict[str, Group] = {
    "network": network,
    "plans": plans,
    "tables": tables,
    "endings": endings,
    "papers": papers,
    "person": person,
    "privacy": privacy,
    "directory": directory,
    "concerns": concerns,
    "exchange": exchange,
    "retention": retention,
}
"""The steps of one case."""


def every(places: Places) -> Iterator[Screen]:
    """Every page of a rich town."""
    for group in (ONE | TWO | THREE).values():
        yield from group(places)
