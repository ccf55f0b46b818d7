"""Writing a letter upward, answering it by a word, passing it on. One act each; each letter is a disclosure too."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from kring.support.disclosure.briefing.content import BriefingAnswer, BriefingContent
from kring.support.disclosure.briefing.models import Briefing
from kring.support.disclosure.briefing.queries import PART, Kept
from kring.support.dossier.agreements import actions as agreements
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import sharing
from kring.vault.acts import Act, acting
from kring.vault.models import Envelope
from kring.vault.refusals import Conflict, Refused


def write(
    opened: Opened, letter: BriefingContent, told: Disclosed, *, secrecy: str, once: str, fresh: Fresh | None = None
) -> None:
    """A letter to the head of service. Raises `MayNotShare`. fresh: what the client agreed to for this once."""
    dossier = opened.dossier.id
    with acting("briefing.write", by=letter.by) as act:
        if act.once(once, lock=dossier, outcome=dossier) is None:
            told = agreements.named(act, opened.keys, opened.dossier, told, fresh)
            _lay(act, dossier, letter, told, secrecy=secrecy)


def answer(kept: Kept, words: str, *, once: str) -> None:
    """A word back, which the author reads. Raises `Conflict`."""
    said = BriefingAnswer(words, kept.letter.to, today())
    with acting("briefing.answer", by=kept.letter.to, on=[kept.row.id]) as act:
        if act.once(once, lock=kept.row.id, outcome=kept.row.id) is None:
            _rewrite(act, kept, replace(kept.letter, answers=(*kept.letter.answers, said)))


def pass_on(kept: Kept, letter: BriefingContent, told: Disclosed, *, secrecy: str, once: str) -> None:
    """A letter of its own one step further up, once; the author sees that it went. Raises `MayNotShare`, `Conflict`."""
    if kept.row.above:
        raise Refused
    with acting("briefing.pass_on", by=letter.by, on=[kept.row.id]) as act:
        if act.once(once, lock=kept.row.id, outcome=kept.row.id) is not None:
            return
        if kept.letter.passed_on:
            raise Conflict
        _rewrite(act, kept, replace(kept.letter, passed_on=letter.on))
        _lay(act, kept.row.dossier_id, letter, told, secrecy=secrecy, above=kept.row.id)


def _lay(act: Act, dossier: str, letter: BriefingContent, told: Disclosed, *, secrecy: str, above: str = "") -> None:
    """One letter with its record. Who passes one on has no key of the dossier: his own lines end on its day too."""
    now = Dossier.objects.select_for_update(no_key=True).get(id=dossier).verified()
    ends = timezone.now() + timedelta(days=(letter.until - today()).days)
    author_until = ends if above else None
    disclosing.record(act, now, told, secrecy=secrecy, author_until=author_until)
    row = Briefing(dossier=now, reader=letter.to, above=above)
    letter = replace(letter, dossier=now.id, above=above)
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY, ends) if recovery else []
    author = sharing.holders([letter.by], expires_at=author_until)
    holders = [*author, *sharing.holders([letter.to], expires_at=ends), *behind]
    keys = sharing.found(act, bundle=row.id, parts={PART: holders})
    keys.seal(row, letter, bundle=row.id, part=PART)
    act.add(row)


def _rewrite(act: Act, kept: Kept, letter: BriefingContent) -> None:
    kept.keys.seal(kept.row, letter, bundle=kept.row.id, part=PART)
    act.rewrite(kept.row)
