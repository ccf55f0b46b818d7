"""Who it is, learnt after the role was taken: of one the task to tell it is open, the other was told. Invented."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.site.town.labels import family_name
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.support.dossier.telling import actions as telling
from kring.support.dossier.telling.content import Telling, Way
from kring.support.dossier.who import actions as who
from kring.team.clock import on_day
from kring.vault.gate import Session

LEARNT, LEARNT_BEFORE, TOLD = (DAY - timedelta(days=days) for days in (12, 30, 9))


def learn_who(house: House) -> None:
    """The school told Noor who two of hers are; one of them had a contact since, so it is to be told now."""
    noor = house.session("noor")
    nameless = list(_nameless(noor))
    open_one = next((one for one in nameless if (one.summary.last_contact_on or LEARNT) > LEARNT), None)
    told = next((one for one in nameless if one is not open_one), None)
    if open_one is None or told is None:
        return
    with on_day(LEARNT):
        _write(noor, open_one)
    with on_day(LEARNT_BEFORE):
        _write(noor, told)
    with on_day(TOLD):
        said = Telling(TOLD, noor.person, Way.STEPS, "een vriend van de pleinploeg")
        telling.write(telling.enter(noor, told.dossier.id, act="town.tell"), said, seen=0, once="town told")


def _nameless(session: Session) -> Iterator[Opened]:
    """Dossiers with a first name alone, the newest first."""
    carried = Dossier.objects.filter(holder=session.person, state=Dossier.State.OPEN, identity=None)
    before = carried.filter(opened_on__lt=LEARNT_BEFORE).order_by("-opened_on", "number").values_list("id", flat=True)
    for one in before:
        opened = who.enter(session, one, act="town.who")
        if opened.summary.label.endswith("."):
            yield opened


def _write(session: Session, opened: Opened) -> None:
    first, initial = opened.summary.label.removesuffix(".").rsplit(" ", 1)
    family = family_name(Random(opened.summary.label), initial)  # noqa: S311  invented people, not keys
    identity = Identity(f"{first} {family}", contact="via de leerlingbegeleider")
    who.write(session, opened, identity, told_by_client=False, seen=0, once="town learns")
