"""Making the file for an archive: a ZIP with the same in open JSON and as a tagged PDF, in memory, kept nowhere."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kring.privacy.access import export
from kring.privacy.access.items import OpenFile, open_file
from kring.privacy.access.words import GROUNDS
from kring.privacy.preserving.models import Preserved
from kring.privacy.preserving.selecting import SENSITIVE, SHUT, Chosen, choose
from kring.privacy.retention.batches import NotNow, rule_to_destroy_by
from kring.privacy.retention.due import dossier_over_on
from kring.support.dossier import words
from kring.support.dossier.models import Dossier
from kring.team.clock import today
from kring.team.printing import printed
from kring.team.retention import Rule, Series
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.primitives import digest

FORMAT = 1
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


def work(session: Session, dossier: str, *, act: str) -> tuple[OpenFile, Work | NotNow]:
    """Open a file for an archive, for holder and deputy; or why there is none to make now. Raises `Refused`."""
    file = open_file(session, dossier, act=act)
    try:
        rule = _rule(file.dossier)
    except NotNow as why:
        return file, why
    return file, Work(file, rule, choose(file, rule, today()))


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
    return rule


def make(done: Work, *, to: str, once: str) -> bytes | None:
    """The file, with its record; None when this form made it already. Raises `CannotPrint`."""
    content, dossier, by = _packed(done), done.file.dossier, done.file.opened.keys.actor
    row = Preserved(dossier=dossier.id, number=dossier.number, rule=done.rule.row, on=today(), by=by, to=to)
    row.digest = digest(content).hex()
    with acting("retention.preserve", by=by, verb=Verb.GAVE, on=[dossier.id, row.id]) as act:
        if act.once(f"preserve {once} {to}", lock=dossier.id, outcome=row.id) is not None:
            return None
        act.add(row)
    return content


def _packed(done: Work) -> bytes:
    copy, packed = _copy(done), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("file.json", export.as_json(copy))
        into.writestr("file.pdf", _on_paper(copy))
    return packed.getvalue()


def _copy(done: Work) -> export.Copy:
    file, rule, dossier = done.file, done.rule, done.file.dossier
    with override(export.LANGUAGE):
        return {
            "kring_preservation_export": FORMAT,
            "number": dossier.number,
            "rule": {"code": rule.code, "version": rule.number, "reference": rule.reference},
            "closed_on": dossier.closed_on.isoformat() if dossier.closed_on else None,
            "made_on": today().isoformat(),
            "language": export.LANGUAGE,
            "pieces": [export.said(piece, file.lines(piece), file.names) for piece in done.chosen.going],
            "kept_back": [
                {"ground": str(REASONS[ground]), "pieces": count} for ground, count in sorted(done.chosen.out.items())
            ],
        }


def _on_paper(copy: Mapping[str, Any]) -> bytes:
    with override(export.LANGUAGE):
        shown = {"copy": copy, "kind": "tight", "made_on": words.day(today()), "parts": export.parts_on_paper(copy)}
        return printed(PAPER, shown)
