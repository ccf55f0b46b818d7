"""The client's version: its words, and where each heading may stand. Written with the client, sealed with the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils import timezone

from kring.support.dossier import actions as dossiers
from kring.support.plan.actions import check_open, claim, rewrite
from kring.support.plan.content import ClientSheet, Earlier, Piece, Place
from kring.support.plan.models import PlanRecord
from kring.support.plan.opening import PART, OpenPlan
from kring.vault.acts import acting
from kring.vault.primitives import new_id

SENSITIVE = ("mental_health", "physical_health", "substances", "family", "justice")
"""Domains whose heading is closed, and stands nowhere, until the client chooses otherwise."""
WANT, ACTIONS, HARD = "want", "actions", "hard"
THEIRS = (Place.PAPER, Place.LINK)
"""Where an ordinary heading stands when nothing was chosen yet: for the client alone, with nobody who reads along."""


def sheet_of(plan: OpenPlan) -> ClientSheet:
    """The client's version as it was written, or an empty one."""
    return plan.sheet.content if plan.sheet else ClientSheet()


def piece(sheet: ClientSheet, of: str, *, domain: str = "") -> Piece:
    """One heading as it was chosen; of a sensitive domain closed and nowhere when nothing was chosen yet."""
    known = next((one for one in sheet.pieces if one.of == of), None)
    if known is not None:
        return known
    closed = domain in SENSITIVE
    return Piece(of, closed=closed, places=() if closed else THEIRS)


def write_sheet(plan: OpenPlan, sheet: ClientSheet, *, seen: int, once: str) -> None:
    """Write the client's version on the revision that was seen (0: none yet). Raises `Conflict`."""
    check_open(plan)
    me, kept = plan.keys.actor, plan.sheet
    sheet = replace(sheet, by=me, at=timezone.now())
    record = kept.record if kept else PlanRecord(id=new_id(), dossier=plan.dossier, kind=PlanRecord.Kind.SHEET)
    with acting("plan.sheet", by=me, on=[plan.dossier.id]) as act:
        if claim(act, plan, once, plan.dossier.id) is not None:
            return
        keys = dossiers.at_hand(act, plan.keys, plan.dossier, PART)
        if kept:
            rewrite(act, keys, plan, record, sheet, seen, Earlier(seen, sheet=kept.content))
        else:
            keys.seal(record, sheet, bundle=plan.dossier.id, part=PART)
            act.add(record)


def chosen(sheet: ClientSheet, places: Mapping[str, Iterable[Place]], closed: Mapping[str, bool]) -> ClientSheet:
    """The sheet with, for each heading, where the client lets it stand."""
    pieces = {one.of: one for one in sheet.pieces}
    for of, chosen_places in places.items():
        known = pieces.get(of, Piece(of))
        pieces[of] = replace(known, places=tuple(chosen_places), closed=closed.get(of, known.closed))
    return replace(sheet, pieces=tuple(pieces.values()))


def worded(sheet: ClientSheet, words: Mapping[str, tuple[str, str]]) -> ClientSheet:
    """The sheet with, for each piece, a heading and a sentence; where it may stand does not change."""
    pieces = {one.of: one for one in sheet.pieces}
    for of, (heading, sentence) in words.items():
        if of in pieces or heading or sentence:
            pieces[of] = replace(pieces.get(of, Piece(of)), heading=heading, sentence=sentence)
    return replace(sheet, pieces=tuple(pieces.values()))
