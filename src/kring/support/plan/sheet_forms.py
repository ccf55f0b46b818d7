"""The words of the client's version: a heading and a sentence for each piece, in the client's language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.plan import shown
from kring.support.plan.content import ClientSheet, Owner
from kring.support.plan.forms import PlanForm
from kring.support.plan.opening import OpenPlan
from kring.support.plan.sheets import piece, sheet_of, worded
from kring.team.form_fields import text_field
from kring.vault.primitives import new_id

LANGUAGES = (
    ("nl", "Nederlands"),
    ("fr", "Français"),
    ("en", "English"),
    ("ar", "العربية"),
    ("fa", "دری / فارسی"),
    ("ps", "پښتو"),
    ("tr", "Türkçe"),
    ("es", "Español"),
    ("pl", "Polski"),
    ("ro", "Română"),
    ("uk", "Українська"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
)
WORDS = ("name", "language", "want", "hard", "trusted")


class SheetForm(PlanForm):
    """I-sentences, written together. What stays empty is said in the words of the plan."""

    joins = {"want": "\n", "hard": "\n"}

    name = forms.CharField(label=_("How do we call you?"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    want = text_field(_("What I want"), rows=True, most=1000, required=False)
    hard = text_field(_("What helps when it is hard?"), rows=True, most=600, required=False)
    trusted = forms.CharField(
        label=_("Who may read along?"), max_length=40, required=False, help_text=_("As the client says it: “mama”.")
    )

    def __init__(self, given: Any = None, *, plan: OpenPlan) -> None:
        sheet = sheet_of(plan)
        seen = plan.sheet.record.revision if plan.sheet else 0
        initial = {**texts_of_sheet(sheet), "once": new_id(), "seen": seen}
        super().__init__(given, initial=initial, auto_id="sheet-%s")
        self.groups: list[tuple[str, list[str]]] = []
        for row in plan.rows:
            if not row.content.aside:
                self._ask(str(shown.domain(row.content.domain)), row.record.id, sheet, heading=True)
        for action in plan.actions:
            mine = action.content.owner is Owner.CLIENT
            what = action.content.what
            self._ask(what if mine else gettext("Action: %(what)s") % {"what": what}, action.record.id, sheet)

    def _ask(self, title: str, of: str, sheet: ClientSheet, *, heading: bool = False) -> None:
        known, names = piece(sheet, of), []
        if heading:
            names.append(f"heading-{of}")
            self.fields[names[-1]] = forms.CharField(
                label=gettext("Heading"), max_length=60, required=False, initial=known.heading
            )
        names.append(f"sentence-{of}")
        label = gettext("In my words")
        self.fields[names[-1]] = text_field(label, rows=True, most=600, required=False, initial=known.sentence)
        self.groups.append((title, names))

    @property
    def pieces(self) -> list[tuple[str, list[Any]]]:
        """The fields piece by piece, under what they tell of."""
        return [(title, [self[name] for name in names]) for title, names in self.groups]

    def sheet(self, before: ClientSheet) -> ClientSheet:
        """The client's version as it was written."""
        said = self.cleaned_data
        words: Mapping[str, tuple[str, str]] = {
            name.partition("-")[2]: (said.get(f"heading-{name.partition('-')[2]}", ""), said[name])
            for name in said
            if name.startswith("sentence-")
        }
        return replace(worded(before, words), **{name: said[name].strip() for name in WORDS})


def texts_of_sheet(sheet: ClientSheet) -> dict[str, str]:
    """The fixed texts of a sheet, to lay two beside each other."""
    return {name: getattr(sheet, name) for name in WORDS}


def all_texts(sheet: ClientSheet) -> dict[str, str]:
    """Every text of a sheet by the name of its field."""
    texts = texts_of_sheet(sheet)
    for one in sheet.pieces:
        texts |= {f"heading-{one.of}": one.heading, f"sentence-{one.of}": one.sentence}
    return texts
