"""The forms of the plan: a row, an action, what was agreed, a question to an owner.

Each carries `once`, the key of this sending, and `seen`, the revision it was written on. A form that comes back because
a colleague was earlier shows both texts field by field (joining.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.content import Mode
from kring.support.dossier.words import MODES
from kring.support.intake.codelists import LifeDomain
from kring.support.plan import joining
from kring.support.plan.content import LEVELS, Action, DomainRow, HowFar, Owner
from kring.support.plan.joining import Clash, Keep
from kring.support.plan.rules import NotWhole
from kring.support.plan.words import HOW_FAR, OWNERS, sign
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import digest, new_id

STEPS = tuple(f"step_{number}" for number in range(len(LEVELS)))
KEEP: Mapping[Keep, str | Promise] = {
    Keep.MINE: _("My text"),
    Keep.THEIRS: _("The text of my colleague"),
    Keep.BOTH: _("Both"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that two wrote differently, as the page asks about it."""

    clash: Clash
    label: str | Promise
    mine: str
    theirs: str
    choices: list[tuple[str, str | Promise, bool]]


class PlanForm(forms.Form):
    """A form that knows when a colleague was earlier. `joins`: texts of which both may be kept."""

    joins: ClassVar[Mapping[str, str]] = {}
    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    clashes: list[Clash] = []

    @property
    def asked(self) -> Iterator[Asked]:
        """The fields in which a colleague wrote something else meanwhile."""
        for clash in self.clashes:
            keeps = [
                one
                for one in Keep
                if one is not Keep.BOTH or (clash.field in self.joins and clash.mine and clash.theirs)
            ]
            proposed = clash.proposed if clash.proposed in keeps else Keep.MINE
            said = [(str(one), KEEP[one], one is proposed) for one in keeps]
            mine, theirs = (self.in_words(clash.field, text) for text in (clash.mine, clash.theirs))
            yield Asked(clash, self.fields[clash.field].label or "", mine, theirs, said)

    @property
    def key(self) -> str:
        """The key of this sending, its words with it: the same form sent with other words is another writing."""
        said = "\n".join(f"{name}={self.data.get(name, '')}" for name in self.fields)
        return digest(said.encode()).hex()[:40]

    def in_words(self, field: str, text: str) -> str:
        """What a value is called, for a field with choices."""
        choices = dict(getattr(self.fields[field], "choices", ()))
        return str(choices.get(text, text)) or gettext("nothing")

    def refuse(self, reason: NotWhole) -> None:
        """Say beside the field what is missing."""
        self.add_error(reason.field if reason.field in self.fields else None, str(reason.sentence))

    @classmethod
    def kept(cls, given: Mapping[str, Any], theirs: Mapping[str, str]) -> dict[str, Any]:
        """What was sent, with the choices made between two texts carried out."""
        fields = {name: given[name] for name in given}
        for field, other in theirs.items():
            if (choice := given.get(f"keep-{field}", "")) in set(Keep):
                between = cls.joins.get(field, " ")
                fields[field] = joining.joined(given.get(field, ""), other, Keep(choice), between=between)
        return fields


class RowForm(PlanForm):
    """One row: the wish, how it is now, and the five steps of the goal."""

    joins = {"wish": "\n", "now": "\n", **dict.fromkeys(STEPS, " / ")}

    domain = forms.ChoiceField(label=_("Which part of life?"), error_messages={"required": _("Choose a part of life.")})
    wish = text_field(_("What the client wants, in his or her own words"), rows=True, most=1000, required=False)
    now = text_field(_("How it is now"), rows=True, most=1000, required=False)
    level = forms.ChoiceField(label=_("Where is it now?"), required=False)
    aside = forms.BooleanField(label=_("Not now: set this row aside"), required=False)

    def __init__(self, given: Any = None, *, row: DomainRow | None = None, seen: int = 0) -> None:
        initial = {**texts_of_row(row), "aside": row.aside} if row else {}
        super().__init__(given, initial={"once": new_id(), "seen": seen, **initial}, auto_id="row-%s")
        self.fields["domain"].choices = [("", gettext("Choose")), *LifeDomain.choices]  # type: ignore[attr-defined]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            ("", gettext("no goal yet")),
            *((str(level), sign(level)) for level in LEVELS),
        ]
        for number, level in enumerate(LEVELS):
            label = gettext("Agreed (0)") if level == 0 else gettext("Step %(sign)s") % {"sign": sign(level)}
            self.fields[STEPS[number]] = forms.CharField(label=label, max_length=200, required=False)

    @property
    def steps(self) -> list[Any]:
        """The five fields of the goal."""
        return [self[name] for name in STEPS]

    @property
    def chosen(self) -> int | None:
        """The chosen step."""
        chosen = self.cleaned_data["level"]
        return int(chosen) if chosen else None

    def row(self, before: DomainRow | None) -> DomainRow:
        """The row as it was written."""
        said = self.cleaned_data
        steps = tuple(said[name].strip() for name in STEPS)
        row = before or DomainRow(said["domain"])
        return replace(row, domain=said["domain"], now=said["now"], wish=said["wish"], steps=steps, aside=said["aside"])


class ActionForm(PlanForm):
    """One action: what, who, by when, how far."""

    joins = {"what": " / ", "words": " / "}
    needed = frozenset({"person", "name", "organisation"})

    what = forms.CharField(
        label=_("What was agreed?"), max_length=300, error_messages={"required": _("Write what was agreed.")}
    )
    owner = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose who does it.")})
    person = forms.ChoiceField(label=_("Which colleague?"), required=False)
    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    organisation = forms.CharField(label=_("Organisation"), max_length=80, required=False)
    due_on = day_field(label=_("By when?"), required=False)
    how_far = forms.ChoiceField(label=_("How far?"), required=False)
    words = forms.CharField(label=_("A word with it"), max_length=300, required=False)
    mode = forms.ChoiceField(label=_("How do we work on it?"), required=False)

    def __init__(
        self, given: Any = None, *, people: Mapping[str, str], action: Action | None = None, seen: int = 0
    ) -> None:
        initial = texts_of_action(action) if action else {"how_far": str(HowFar.AGREED), "owner": str(Owner.COLLEAGUE)}
        super().__init__(given, initial={"once": new_id(), "seen": seen, **initial}, auto_id="action-%s")
        listed: dict[str, list[tuple[str, str | Promise]]] = {
            "owner": [(str(one), OWNERS[one]) for one in Owner],
            "how_far": [(str(one), HOW_FAR[one]) for one in HowFar],
            "person": [("", gettext("Choose")), *people.items()],
            "mode": [("", gettext("not said")), *((str(one), MODES[one]) for one in Mode)],
        }
        for name, choices in listed.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def action(self, before: Action) -> Action:
        """The action as it was written."""
        said = self.cleaned_data
        owner = Owner(said["owner"])
        ours, theirs = owner is Owner.COLLEAGUE, owner is Owner.ORGANISATION
        return replace(
            before,
            what=said["what"].strip(),
            owner=owner,
            person=said["person"] if ours else "",
            name="" if ours or owner is Owner.CLIENT else said["name"].strip(),
            organisation=said["organisation"].strip() if theirs else "",
            due_on=said["due_on"],
            how_far=HowFar(said["how_far"] or HowFar.AGREED),
            words=said["words"].strip(),
            mode=said["mode"],
        )


def texts_of_row(row: DomainRow) -> dict[str, str]:
    """A row as the texts of its form, to lay two beside each other."""
    level = "" if row.level is None else str(row.level)
    return {
        "domain": row.domain,
        "wish": row.wish,
        "now": row.now,
        "level": level,
        **dict(zip(STEPS, row.steps, strict=True)),
    }


def texts_of_action(action: Action) -> dict[str, str]:
    """An action as the texts of its form."""
    return {
        "what": action.what,
        "owner": str(action.owner),
        "person": action.person,
        "name": action.name,
        "organisation": action.organisation,
        "due_on": _day(action.due_on),
        "how_far": str(action.how_far),
        "words": action.words,
        "mode": action.mode,
    }


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
