"""The form of one piece on the worksheet, and the last question before a copy is made."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.privacy.access import masking
from kring.privacy.access.rules import Ground
from kring.privacy.access.words import GROUNDS, OWN_NOTE
from kring.privacy.access.worksheet import GIVE, KEEP, MASK, Weighed
from kring.privacy.requests.content import PieceDecision

CHOICES = ((GIVE, _("Give it")), (MASK, _("Give it, with passages masked")), (KEEP, _("Keep it back")))


class PieceForm(forms.Form):
    """Give, mask or keep back. found: names of others that stand in it, proposed for masking."""

    choice = forms.ChoiceField(label=_("What becomes of it?"), choices=CHOICES, widget=forms.RadioSelect)
    found = forms.MultipleChoiceField(label=_("Mask these names"), required=False, widget=forms.CheckboxSelectMultiple)
    more = forms.CharField(
        label=_("Mask these words too, one passage a line"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    ground = forms.ChoiceField(label=_("Kept back, because"), choices=[("", "–"), *GROUNDS.items()], required=False)
    digest = forms.CharField(widget=forms.HiddenInput, max_length=24)

    def __init__(self, given: Any, weighed: Weighed) -> None:
        super().__init__(given, prefix=weighed.piece.id, initial=_proposed(weighed))
        self.weighed = weighed
        self.fields["found"].choices = [(name, name) for name in weighed.found]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A mask masks something, what is kept back has a ground, and the piece is still as it was shown."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("digest") != self.weighed.piece.digest:
            self.add_error(None, gettext("This piece was changed meanwhile. Look at it again."))
        if given.get("choice") == MASK and not (given.get("found") or given.get("more", "").strip()):
            self.add_error("more", gettext("Say what is masked."))
        elif given.get("choice") == MASK and (missed := masking.missed(self.weighed.lines, _rows(given["more"]))):
            said = gettext("This stands nowhere in it, so it would mask nothing: %(words)s")
            self.add_error("more", said % {"words": ", ".join(missed)})
        if given.get("choice") == KEEP and not given.get("ground"):
            self.add_error("ground", gettext("Say why it is kept back: the person may ask."))
        return given

    @property
    def decision(self) -> PieceDecision:
        """What was decided; ask it of a form that is valid."""
        given, piece = self.cleaned_data, self.weighed.piece
        masks = tuple(dict.fromkeys([*given["found"], *_rows(given["more"])])) if given["choice"] == MASK else ()
        ground = given["ground"] if given["choice"] == KEEP else ""
        return PieceDecision(piece.id, piece.digest, given["choice"], masks, ground)


def _rows(more: str) -> list[str]:
    return [line.strip() for line in more.splitlines() if line.strip()]


def _proposed(weighed: Weighed) -> dict[str, Any]:
    """What was decided, else what we propose: mask who else is named, keep back a working note and an own way."""
    told, start = weighed.decision, {"digest": weighed.piece.digest}
    if told is not None:
        more = "\n".join(one for one in told.masks if one not in weighed.found)
        found = [one for one in weighed.found if one in told.masks]
        return start | {"choice": told.choice, "found": found, "more": more, "ground": told.ground}
    if weighed.piece.own:
        return start | {"choice": KEEP, "ground": OWN_NOTE}
    if weighed.own_way:
        return start | {"choice": KEEP, "ground": Ground.CONFIDENCE.value}
    return start | {"choice": MASK if weighed.found else GIVE, "found": list(weighed.found)}


class GiveForm(forms.Form):
    """The last question."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    sure = forms.BooleanField(
        label=_("I know who asks, and this person gets it from my own hand"),
        error_messages={"required": _("Tick this first: a copy goes to the person, and to nobody else.")},
    )
