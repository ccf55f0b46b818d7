"""Making the file for an archive: a bag with the same in open JSON and as a tagged PDF, and the attachments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kring.privacy.access import export
from kring.privacy.access.items import OpenFile, open_file
from kring.privacy.access.words import GROUNDS
from kring.privacy.preserving import packing
from kring.privacy.preserving.models import Preserved
from kring.privacy.preserving.packing import Part
from kring.privacy.preserving.sample import in_sample
from kring.privacy.preserving.selecting import SENSITIVE, SHUT, Chosen, choose
from kring.privacy.retention.batches import NotNow, rule_to_destroy_by
from kring.privacy.retention.due import dossier_over_on
from kring.support.contacts.attachments.content import AttachmentContent
from kring.support.contacts.attachments.kinds import KINDS
from kring.support.contacts.attachments.queries import file_of
from kring.support.dossier import words
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.team.clock import today
from kring.team.printing import printed
from kring.team.retention import Rule, Series
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.refusals import Refused

FORMAT = 2
REASONS: Mapping[str, Promise] = {
    **GROUNDS,
    SENSITIVE: _("It is a sensitive note: the rule does not ask for it."),
    SHUT: _("It is a sensitive note of a colleague, which does not open for who made this."),
}
PAPER = "privacy/preserving/pages/paper/file.html"


@dataclass(frozen=True, slots=True)
class Work:
    """A file that is open, the rule that says to keep, and what of it goes."""

    file: OpenFile
    rule: Rule
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Package:
    """A file that is ready to go out, piece by piece."""

    length: int
    pieces: Iterator[bytes]


def opened(session: Session, dossier: str, *, act: str) -> tuple[Opened, Rule | NotNow]:
    """The summary alone, for holder and deputy, with the rule to make a file by, or why none. Raises `Refused`."""
    found = opening(session, dossier, act=act)
    if session.person not in (found.dossier.holder, found.dossier.deputy):
        raise Refused
    try:
        return found, _rule(found.dossier)
    except NotNow as why:
        return found, why


def work(session: Session, dossier: str, rule: Rule, *, act: str) -> Work:
    """Open the whole file and choose what of it goes, for holder and deputy. Raises `Refused`."""
    file = open_file(session, dossier, act=act)
    return Work(file, rule, choose(file, rule, today()))


def _rule(dossier: Dossier) -> Rule:
    rule = rule_to_destroy_by(Series.DOSSIER, today())
    if not rule.keeps:
        raise NotNow(_("The rule says to destroy: nothing goes to an archive."))
    closed_on = dossier.closed_on
    if dossier.state != Dossier.State.CLOSED or closed_on is None:
        raise NotNow(_("The dossier is not closed: its file is made after its term."))
    over_on = dossier_over_on(rule, dossier, closed_on)
    if over_on > today():
        raise NotNow(_("Its term is not over yet: make the file from %(day)s.") % {"day": words.day(over_on)})
    if sharing.frozen([dossier.id]):
        raise NotNow(_("A part is frozen for the client, so the file would lack it: lift it first."))
    if not in_sample(rule, dossier.number):
        raise NotNow(
            _("The rule keeps a sample of one in %(n)s, and this dossier is not in it: nothing goes to an archive.")
            % {"n": rule.sample}
        )
    return rule


def make(done: Work, *, to: str, once: str) -> Package | None:
    """The file, with its record; None when this form made it already. Raises `CannotPrint`, `Refused`.

    It is made twice: to know its hash before the record is written, and as it goes out.
    """
    parts, dossier, by = _parts(done), done.file.dossier, done.file.opened.keys.actor
    whole = packing.measured(parts)
    row = Preserved(dossier=dossier.id, number=dossier.number, rule=done.rule.row, on=today(), by=by, to=to)
    row.digest = whole.digest
    with acting("retention.preserve", by=by, verb=Verb.GAVE, on=[dossier.id, row.id]) as act:
        if act.once(f"preserve {once} {to}", lock=dossier.id, outcome=row.id) is not None:
            return None
        act.add(row)
    return Package(whole.length, packing.packed(parts))


def _parts(done: Work) -> list[Part]:
    copy = _copy(done)
    plain, paper = export.as_json(copy), _on_paper(copy)
    attached = (Part(name, partial(file_of, row, content), pressed=False) for name, row, content in _attached(done))
    return [Part("file.json", lambda: [plain]), Part("file.pdf", lambda: [paper]), *attached]


def _attached(done: Work) -> Iterator[tuple[str, str, AttachmentContent]]:
    """The attachments that go, each with the name it has in the bag; what it was called stands in the copy."""
    found = ((piece.id, piece.content) for piece in done.chosen.going)
    here = [(row, content) for row, content in found if isinstance(content, AttachmentContent)]
    for at, (row, content) in enumerate(here, start=1):
        yield f"attachments/{at:03}.{KINDS[content.kind].ending}", row, content


def _copy(done: Work) -> export.Copy:
    file, rule, dossier = done.file, done.rule, done.file.dossier
    names = {row: f"data/{name}" for name, row, _content in _attached(done)}
    with override(export.LANGUAGE):
        return {
            "kring_preservation_export": FORMAT,
            "number": dossier.number,
            "rule": {
                "code": rule.code,
                "version": rule.number,
                "reference": rule.reference,
                "sample": rule.sample or None,
                "seed": rule.seed if rule.sample else None,
            },
            "closed_on": dossier.closed_on.isoformat() if dossier.closed_on else None,
            "made_on": today().isoformat(),
            "language": export.LANGUAGE,
            "pieces": [
                export.said(piece, file.lines(piece), file.names) | {"file": names.get(piece.id)}
                for piece in done.chosen.going
            ],
            "kept_back": [
                {"ground": str(REASONS[ground]), "pieces": count} for ground, count in sorted(done.chosen.out.items())
            ],
        }


def _on_paper(copy: Mapping[str, Any]) -> bytes:
    with override(export.LANGUAGE):
        shown = {"copy": copy, "kind": "tight", "made_on": words.day(today()), "parts": export.parts_on_paper(copy)}
        return printed(PAPER, shown)
