"""Writing down what a client agreed to share, that it was withdrawn, and what one telling goes by. Within an act."""

from dataclasses import replace
from datetime import date

from kring.support.dossier.actions import at_hand
from kring.support.dossier.agreements import rules
from kring.support.dossier.agreements.content import AgreedToShare, Sort
from kring.support.dossier.agreements.models import AgreementToShare
from kring.support.dossier.agreements.queries import PART, Kept, agreements
from kring.support.dossier.agreements.rules import Fresh, Standing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.disclosing.rules import MayNotShare
from kring.support.dossier.models import Dossier
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.refusals import Refused


def give(act: Act, keys: Keys, dossier: Dossier, said: AgreedToShare) -> AgreementToShare:
    """The client agrees. Raises `Refused` for who cannot open the plan."""
    keys = at_hand(act, keys, dossier, PART)
    row = AgreementToShare(dossier=dossier)
    keys.seal(row, said, bundle=dossier.id, part=PART)
    return act.add(row)


def withdraw(act: Act, keys: Keys, dossier: Dossier, of: Kept, *, on: date, told_by: str) -> None:
    """The client wants it no more: every agreement with this person ends. Raises `Conflict`."""
    for one in agreements(keys, dossier.id):
        if rules.same(one.said.partner, of.said.partner) and one.said.withdrawn_on is None:
            said = replace(one.said, withdrawn_on=max(on, one.said.on), told_by=told_by, noted_by=act.actor)
            keys.seal(one.row, said, bundle=dossier.id, part=PART)
            act.rewrite(one.row)


def named(act: Act, keys: Keys, dossier: Dossier, told: Disclosed, fresh: Fresh | None) -> Disclosed:
    """`told` with the agreement it goes by, when its ground is one. Raises `MayNotShare` where none holds.

    fresh: what was asked of one that is given for this telling alone; it is written down now. The dossier's row is
    locked meanwhile: one who withdraws at the same moment comes before it or after it.
    """
    if told.ground != Ground.AGREEMENT:
        return told
    Dossier.objects.select_for_update(no_key=True).get(id=dossier.id)
    try:
        kept = agreements(keys, dossier.id)
        stands = rules.standing([one.said for one in kept], told.recipient, told.on)
        rules.check(stands, fresh)
        if stands == Standing.HOLDS:
            [said, *_more] = rules.running([one.said for one in kept], told.recipient, told.on)
            return replace(told, agreement=next(one.row.id for one in kept if one.said is said))
        return replace(told, agreement=give(act, keys, dossier, _for_once(told, fresh or Fresh())).id)
    except Refused:
        raise MayNotShare(rules.SHUT, "ground") from None


def _for_once(told: Disclosed, fresh: Fresh) -> AgreedToShare:
    """What is agreed to for this telling, as long as it may be read."""
    return AgreedToShare(
        partner=told.recipient,
        organisation=told.organisation,
        sorts=(Sort.LINES,),
        purpose=fresh.purpose,
        way=fresh.way,
        on=told.on,
        until=max(told.on, fresh.until or told.on),
        by=told.by,
    )
