"""The form of a take-over: pasted lines or a file, what holds where a cell is empty, and the lines to mend.

Everything that was typed goes along in the page and comes back in it; nothing of it is kept here.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier import words
from kring.support.dossier.takeover import reading
from kring.support.dossier.takeover.lines import Around
from kring.support.dossier.takeover.reading import Row, Unreadable
from kring.team.programmes import programme

MEND = "line-"
"""Begin of the names of the fields in which a line is mended; its number follows."""


class TakeOverForm(forms.Form):
    """Cases to take over; `rows` after it was found valid."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    kept = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    text = forms.CharField(label=_("Paste here, one line a case"), widget=forms.Textarea, required=False, strip=False)
    file = forms.FileField(label=_("Or a file (CSV)"), required=False, allow_empty_file=True)
    programme = forms.ChoiceField(label=_("Programme"), required=False)
    mode = forms.ChoiceField(label=_("How we work"), required=False, choices=[("", "-"), *words.MODES.items()])
    deputy = forms.ChoiceField(label=_("Deputy"), required=False)

    def __init__(self, given: Any, files: Any, *, around: Around, first: dict[str, Any]) -> None:
        super().__init__(given, files, initial=first)
        people = {principal: name for those in around.deputies.values() for principal, name in those.items()}
        choices: dict[str, Any] = {
            "programme": [(code, programme(code).name) for code in around.deputies],
            "deputy": sorted(people.items(), key=lambda pair: pair[1]),
        }
        for name, options in choices.items():
            self.fields[name].choices = [("", "-"), *options]  # type: ignore[attr-defined]  # both are choice fields
        self.rows: list[Row] = []
        self.left_out: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """The rows: those that were kept, those that were mended, then what came new."""
        given = super().clean() or {}
        rows = [reading.mended(*one) for one in _numbered(given.get("kept", ""))]
        rows += [reading.mended(number, line) for number, line in self._mended() if line.strip()]
        self.rows = sorted(rows, key=lambda row: row.number)
        try:
            if given.get("file"):
                self._take(reading.decoded(given["file"].read()))
            self._take(given.get("text", ""))
        except Unreadable as reason:
            self.add_error("file" if given.get("file") else "text", str(reason.sentence))
        if not self.rows and not self.errors:
            self.add_error("text", _("Nothing stands here yet. Paste your cases, one line each."))
        return given

    def _take(self, text: str) -> None:
        last = self.rows[-1].number if self.rows else 0
        found = reading.read(text, after=last)
        self.rows += found.rows
        self.left_out += found.left_out

    def _mended(self) -> list[tuple[int, str]]:
        found = [(name.removeprefix(MEND), value) for name, value in self.data.items() if name.startswith(MEND)]
        numbered = [(int(number), str(line)) for number, line in found if number.isdecimal() and len(number) < 7]
        return [(number, " ".join(line.split())) for number, line in numbered]


def carried_along(rows: list[Row]) -> str:
    """Rows for the hidden field `kept`."""
    return "\n".join(f"{row.number}\t{reading.written(row)}" for row in rows)


def _numbered(kept: str) -> list[tuple[int, str]]:
    pairs = [line.split("\t", 1) for line in kept.splitlines() if "\t" in line]
    return [(int(number), line) for number, line in pairs if number.isdecimal() and len(number) < 7]
