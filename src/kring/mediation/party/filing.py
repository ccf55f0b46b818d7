"""What a party wrote is filed at the next opening of its file, on its own sheet, and shown as written by itself.

Its last word on what should change and on taking part is what counts; every earlier one stays beside it. Whoever opens
at the same time files it once.
"""

from contextlib import suppress
from dataclasses import replace

from kring.mediation.files import actions
from kring.mediation.files.codelists import Side
from kring.mediation.files.content import OwnWords, SideContent
from kring.mediation.files.opening import OpenFile, open_file
from kring.mediation.party.content import PartyAnswer
from kring.mediation.party.links import ANSWER
from kring.vault import letterbox
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict, Refused


def with_answers(session: Session, opened: OpenFile) -> OpenFile:
    """The file with what was answered in it; the same one when nothing came."""
    sides = {record.id: side for side, record in opened.records.items()}
    letters = list(Letter.objects.filter(about__in=sides, kind=ANSWER).order_by("dropped_at", "id"))
    if not letters:
        return opened
    with suppress(Conflict, Refused):
        _file(opened, {side: [one for one in letters if sides[one.about] == side] for side in Side})
    return open_file(session, opened.row.id, act="mediation.filed")


def _file(opened: OpenFile, came: dict[Side, list[Letter]]) -> None:
    keys, file = opened.keys, opened.row.id
    with acting("mediation.filed", by=keys.actor, on=[file]) as act:
        sides = dict(opened.sides)
        for side, letters in came.items():
            if not letters:
                continue
            record = opened.records[side]
            said = letterbox.read(keys, letters, PartyAnswer, owner=record.lock)
            sides[side] = sheet = _with(opened.sides[side], letters, said)
            keys.seal(record, sheet, bundle=file, part=side.part)
            act.rewrite(record)
            act.erase(letters, into=record.lock)
        actions.after(act, opened, sides, opened.content)


def _with(sheet: SideContent, letters: list[Letter], said: list[PartyAnswer]) -> SideContent:
    for letter, one in zip(letters, said, strict=True):
        own = OwnWords(letter.dropped_at, one.wish, one.willing)
        sheet = replace(sheet, own=(*sheet.own, own), wish=one.wish or sheet.wish, willing=one.willing or sheet.willing)
    return sheet
