"""Opening the dossiers of a recipe in batches, through the register's own verbs, with real keys. One act a batch."""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import batched

from kring.site.founding import House
from kring.site.town.caseload import Case
from kring.support.dossier.actions import Opening, add_co_worker, close_dossier, open_dossiers
from kring.support.dossier.keyring import Carried
from kring.support.dossier.knock.registry import entered
from kring.vault.acts import acting
from kring.vault.gate import Keys

BATCH = 500


def open_cases(house: House, cases: Iterable[Case], *, tell: Callable[[int], None] = lambda _: None) -> None:
    """Open all these cases; `tell` hears how many were opened. Memory stays that of one batch."""
    for batch in batched(cases, BATCH):
        registry = _registry(house, batch)
        with acting("town.open_dossiers", by="system") as act:
            opened = open_dossiers(act, [_opening(house, case) for case in batch], registry)
            for case, one in zip(batch, opened, strict=True):
                if case.closed_on:
                    close_dossier(act, one.keys, one.dossier, case.closed_on)
                elif case.co_worker:
                    person = house.principal(case.co_worker)
                    add_co_worker(act, one.keys, one.dossier, person, from_on=case.opened_on)
        tell(len(batch))


def _registry(house: House, cases: Iterable[Case]) -> Keys | None:
    """The registry keys of the circles these cases belong to; each opened by somebody who carries one there."""
    carriers = {case.circle: case.holder for case in cases if case.identity}
    opened = [
        entered(house.session(holder), house.groups[circle], act="town.registry") for circle, holder in carriers.items()
    ]
    return reduce(Keys.joined, opened) if opened else None


def _opening(house: House, case: Case) -> Opening:
    carried = Carried(house.groups[case.circle], house.principal(case.holder), house.principal(case.deputy))
    return Opening(carried, case.summary, case.opened_on, case.identity, told_by_client=True)
