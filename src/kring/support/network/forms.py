"""Forms of the network: little to type, most of it a tap; what is seldom needed lies folded."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.marks.content import About
from kring.support.dossier.marks.forms import MarksForm, as_typed
from kring.support.intake.codelists import LifeDomain
from kring.support.network import words as called
from kring.support.network.content import (
    Drawing,
    Factor,
    FactorReview,
    Kin,
    Pull,
    Relation,
    Ring,
    Side,
    Still,
    Tie,
    TieKind,
    TieState,
)
from kring.support.network.rules import SECTORS, NotDrawn, check_not_ahead
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id

WORDS, LONG_WORDS = 80, 300


def _words(label: Any, most: int = WORDS, *, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=help_text)


def _one_of(label: Any, choices: Any, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=required)


class NetworkForm(forms.Form):
    """What every form of the network carries along. seen: the revision that was read, 0 for something new."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    past: tuple[str, ...] = ()
    """Fields with a day that must have come."""

    def __init__(self, given: Any = None, *, seen: int = 0, initial: dict[str, Any] | None = None) -> None:
        own = f"{type(self).__name__.removesuffix('Form').lower()}_%s"
        super().__init__(given, auto_id=own, initial={"once": new_id(), "seen": seen, **(initial or {})})

    def clean(self) -> dict[str, Any]:
        """Days that are still to come are refused."""
        given = super().clean() or {}
        for name in self.past:
            if isinstance(given.get(name), date):
                try:
                    check_not_ahead(name, given[name], today())
                except NotDrawn as reason:
                    self.refuse(reason)
        return given

    def refuse(self, reason: NotDrawn) -> None:
        """Say why beside the field."""
        self.add_error(reason.field if reason.field in self.fields else None, str(reason.sentence))


class MoveForm(NetworkForm):
    """How it is from a day on."""

    ring = _one_of(_("How close?"), called.RINGS.items())
    relation = _one_of(_("How is the tie?"), called.RELATIONS.items())
    from_on = day_field(_("Since when?"))
    words = _words(_("What changed?"))
    past = ("from_on",)

    def __init__(self, given: Any = None, *, seen: int = 0, state: TieState | None = None) -> None:
        now = {"ring": state.ring, "relation": state.relation} if state else {}
        super().__init__(given, seen=seen, initial={**now, "from_on": today()})

    @property
    def state(self) -> TieState:
        """As it was sent."""
        given = self.cleaned_data
        return TieState(given["from_on"], Ring(given["ring"]), Relation(given["relation"]), given["words"])


class TieForm(NetworkForm, MarksForm):
    """Somebody or something on the map, new or corrected."""

    name = forms.CharField(
        label=_("Who?"),
        max_length=40,
        help_text=_("A first name, nickname or role is enough."),
        error_messages={"required": _("Give a first name, nickname or role.")},
    )
    role = _words(_("A few words beside it"), 60, help_text=_("For example: trainer, lives far away."))
    kind = _one_of(_("What is it?"), called.KINDS.items())
    domain = forms.ChoiceField(label=_("Where do they meet?"))
    ring = _one_of(_("How close?"), called.RINGS.items())
    relation = _one_of(_("How is the tie?"), called.RELATIONS.items())
    from_on = day_field(_("Since when?"))
    trusted = forms.BooleanField(label=_("The client's person of trust"), required=False)
    kin = forms.ChoiceField(label=_("Place in the family"), choices=list(called.KIN.items()), required=False)
    side = forms.ChoiceField(label=_("Through which parent?"), choices=list(called.SIDES.items()), required=False)
    died = forms.BooleanField(label=_("Died"), required=False)
    usual = About.CONTEXT
    past = ("from_on",)
    beside = {"kind": {"person": "family", "professional": "hand", "organisation": "house"}}

    def __init__(self, given: Any = None, *, seen: int = 0, tie: Tie | None = None) -> None:
        super().__init__(given, seen=seen, initial=_as_typed(tie) if tie else {"from_on": today(), "kind": "person"})
        labels = dict(LifeDomain.choices)
        self.fields["domain"].choices = [  # type: ignore[attr-defined]  # a choice field
            (called.SECTORS[sector], [(code, labels[code]) for code in codes]) for sector, codes in SECTORS.items()
        ]
        self.before = tie

    def clean(self) -> dict[str, Any]:
        """A corrected state stays the last one."""
        given = super().clean()
        earlier = self.before.states[:-1] if self.before else ()
        if earlier and given.get("from_on") and given["from_on"] <= earlier[-1].from_on:
            self.add_error("from_on", _("This is before the change that came earlier."))
        return given

    @property
    def tie(self) -> Tie:
        """As it was sent; earlier states stay."""
        given = self.cleaned_data
        before = self.before
        state = TieState(
            given["from_on"],
            Ring(given["ring"]),
            Relation(given["relation"]),
            before.states[-1].words if before else "",
        )
        return Tie(
            name=given["name"],
            kind=TieKind(given["kind"]),
            domain=given["domain"],
            states=(*(before.states[:-1] if before else ()), state),
            role=given["role"],
            trusted=given["trusted"],
            until_on=before.until_on if before else None,
            kin=Kin(given["kin"]),
            side=Side(given["side"]),
            died=given["died"],
            marks=self.marks,
        )


def _as_typed(tie: Tie) -> dict[str, Any]:
    last = tie.states[-1]
    return {
        "name": tie.name,
        "role": tie.role,
        "kind": tie.kind.value,
        "domain": tie.domain,
        "ring": last.ring.value,
        "relation": last.relation.value,
        "from_on": last.from_on,
        "trusted": tie.trusted,
        "kin": tie.kin.value,
        "side": tie.side.value,
        "died": tie.died,
        **as_typed(tie.marks),
    }


class EndForm(NetworkForm):
    """Off the map from a day."""

    until_on = day_field(_("Since when?"))
    past = ("until_on",)

    def __init__(self, given: Any = None, *, seen: int = 0) -> None:
        super().__init__(given, seen=seen, initial={"until_on": today()})


class EraseForm(NetworkForm):
    """Said twice, so that a slip of the thumb erases nothing."""

    sure = forms.BooleanField(
        label=_("Yes, erase this line for good"),
        error_messages={"required": _("Tick this first, if you are sure.")},
    )


class DrawnForm(NetworkForm):
    """A day on which client and worker drew together."""

    on = day_field(_("Drawn together on"))
    words = forms.CharField(
        label=_("What did the client say?"),
        help_text=_("In their own words."),
        max_length=LONG_WORDS,
        required=False,
        widget=forms.Textarea,
    )
    past = ("on",)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"on": today()})

    @property
    def drawing(self) -> Drawing:
        """As it was sent."""
        return Drawing(self.cleaned_data["on"], self.cleaned_data["words"])


class FactorForm(NetworkForm):
    """What loosens or holds the bond: a fact, a life domain, and what is done about it."""

    pull = _one_of(_("Does it loosen or hold?"), called.PULLS.items())
    domain = forms.ChoiceField(label=_("In which part of life?"), choices=list(LifeDomain.choices))
    words = forms.CharField(
        label=_("What is it?"),
        max_length=120,
        help_text=_("A fact that can change. Nothing about opinion, belief, looks or origin."),
        error_messages={"required": _("Say it in a few words, or take one from the list.")},
    )
    action = forms.CharField(
        label=_("What do you do about it?"),
        max_length=160,
        help_text=_("The client reads this too."),
        error_messages={"required": _("Without something to do about it, it does not belong here.")},
    )
    noted_on = day_field(_("Since when?"))
    past = ("noted_on",)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"noted_on": today()})

    @property
    def factor(self) -> Factor:
        """As it was sent."""
        given = self.cleaned_data
        return Factor(Pull(given["pull"]), given["domain"], given["words"], given["action"], given["noted_on"])


class ReviewForm(NetworkForm):
    """What became of a factor."""

    still = _one_of(_("How is it now?"), called.STILL.items())
    on = day_field(_("Looked at on"))
    words = _words(_("What changed?"), 160)
    past = ("on",)

    def __init__(self, given: Any = None, *, seen: int = 0) -> None:
        super().__init__(given, seen=seen, initial={"on": today()})

    @property
    def review(self) -> FactorReview:
        """As it was sent."""
        return FactorReview(self.cleaned_data["on"], Still(self.cleaned_data["still"]), self.cleaned_data["words"])
