"""Terms that ran out in the demo town: a published rule, a batch that waits for its second approval, one held back."""

from dataclasses import replace
from datetime import date

from kring.privacy.retention import batches, holds
from kring.privacy.retention.models import Batch, Hold
from kring.site.founding import House
from kring.support.closing import actions as closing
from kring.support.closing.actions import Ending
from kring.support.closing.content import ClosingContent, Reason
from kring.support.dossier.actions import Opening, open_dossiers
from kring.support.dossier.content import Mode, SummaryContent
from kring.support.dossier.keyring import Carried
from kring.team.clock import on_day
from kring.team.retention import DEFAULTS, Series
from kring.team.retention.actions import write_rule
from kring.vault.acts import acting
from kring.vault.primitives import new_id

OPENED, CLOSED, RULED = date(2015, 3, 2), date(2016, 6, 13), date(2020, 9, 1)
LONG_AGO = ("Milan", "Yasmine", "Stef", "Noa", "Wannes")


def run_out(house: House) -> None:
    """Dossiers that were closed in 2016, the rule of the town, and what became of it by now."""
    numbers = [_ended(house, label) for label in LONG_AGO]
    hilde, greet = house.principal("hilde"), house.principal("greet")
    rule = replace(
        DEFAULTS[Series.DOSSIER], reference="Register van de stad, besluit van 31 augustus 2020", from_on=RULED
    )
    write_rule(hilde, rule, seen=0, once=new_id())
    batch = Batch.objects.get(id=batches.propose(hilde, Series.DOSSIER, once=new_id()))
    batches.approve(greet, "head_of_service", batch.id, seen=batch.contents, once=new_id())
    holds.place(
        hilde,
        number=numbers[-1],
        reason=Hold.Reason.ACCESS_REQUEST,
        reference="V-31",
        until_on=date(2021, 4, 15),
        once=new_id(),
    )


def _ended(house: House, label: str) -> str:
    """One of them; its number."""
    noor = house.session("noor")
    carried = Carried(house.groups["welfare"], noor.person, house.principal("joris"))
    with on_day(OPENED), acting("town.open", by=noor.person) as act:
        [opened] = open_dossiers(act, [Opening(carried, SummaryContent(label, "street_work", Mode.HANDS_ON), OPENED)])
    with on_day(CLOSED):
        here = closing.enter(noor, opened.dossier.id, act="town.close")
        said = ClosingContent(Reason.TOGETHER, CLOSED, noor.person, talk_on=CLOSED)
        closing.close(noor, here, Ending(said), once=new_id())
    return opened.dossier.number
