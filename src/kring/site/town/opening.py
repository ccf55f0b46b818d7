"""Opening the dossiers of a recipe in batches, through the register's own verbs, with real keys. One act a batch."""

from collections.abc import Callable, Iterable
from itertools import batched

from kring.site.founding import House
from kring.site.town.caseload import Case
from kring.support.dossier.actions import Opening, add_co_worker, close_dossier, open_dossiers
from kring.support.dossier.keyring import Carried
from kring.vault.acts import acting

BATCH = 500


def open_cases(house: House, cases: Iterable[Case], *, tell: Callable[[int], None] = lambda _: None) -> None:
    """Open all these cases; `tell` hears how many were opened. Memory stays that of one batch."""
    for batch in batched(cases, BATCH):
        with acting("town.open_dossiers", by="system") as act:
            opened = open_dossiers(act, [_opening(house, case) for case in batch])
            for case, one in zip(batch, opened, strict=True):
                if case.closed_on:
                    close_dossier(act, one.keys, one.dossier, case.closed_on)
                elif case.co_worker:
                    person = house.principal(case.co_worker)
                    add_co_worker(act, one.keys, one.dossier, person, from_on=case.opened_on)
        tell(len(batch))


def _opening(house: House, case: Case) -> Opening:
    carried = Carried(house.groups[case.circle], house.principal(case.holder), house.principal(case.deputy))
    return Opening(carried, case.summary, case.opened_on, case.identity, told_by_client=True)
