"""Publishing a version of the rules. What was published stays: an application is held to the rules of its day."""

from datetime import date
from typing import Any

from kring.pot.regulation import queries
from kring.pot.regulation.models import GrantRegulation
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.refusals import Conflict


def publish(by: str, *, from_on: date, seen: int, once: str, **rules: Any) -> GrantRegulation:
    """A new version from a day on. seen: the number that stood beside the form, 0 for none. Raises `Conflict`."""
    with acting("pot.rules", by=by) as act:
        row = GrantRegulation(from_on=from_on, published_on=today(), published_by=by, **rules)
        if (known := act.once(once, lock="pot rules", outcome=row.id)) is not None:
            return GrantRegulation.objects.get(id=known).verified()
        before = queries.newest()
        if (before.number if before else 0) != seen:
            raise Conflict
        row.number = seen + 1
        act.on.append(row.id)
        return act.add(row)
