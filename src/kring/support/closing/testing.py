"""Closed dossiers for tests, closed through the product's own verb on the day it is."""

from kring.support.closing import actions
from kring.support.closing.actions import Ending
from kring.support.closing.content import ClosingContent, Reason
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.models import Dossier
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.primitives import new_id


def closed(town: Town, opened: OpenedDossier | None = None) -> Dossier:
    """A dossier of Noor, or this one of hers, closed today."""
    dossier = (opened or a_dossier(town)).dossier
    noor = town.noor.session
    closing = ClosingContent(Reason.TOGETHER, today(), noor.person, talk_on=today())
    actions.close(noor, actions.enter(noor, dossier.id, act="test.close"), Ending(closing), once=new_id())
    return Dossier.objects.get(id=dossier.id).verified()
