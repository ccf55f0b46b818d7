"""The fields of the marks, for every form that asks them; all may stay empty."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.dossier.marks.words import ABOUT
from kring.team.form_fields import day_field


class MarksForm(forms.Form):
    """Whom it is about, and what closes it. usual: whom it is about when nothing is said."""

    usual: ClassVar[About] = About.CLIENT

    about = forms.ChoiceField(
        label=_("Whom is it about?"), choices=list(ABOUT.items()), widget=forms.RadioSelect, required=False
    )
    in_confidence = forms.BooleanField(label=_("Told in confidence"), required=False)
    for_court = forms.BooleanField(label=_("Made for a court"), required=False)
    from_police = forms.BooleanField(
        label=_("Came from police or justice"),
        help_text=_("Better not written here at all. It goes in no copy, and no copy says that it is there."),
        required=False,
    )
    agogic = forms.CharField(
        label=_("The client had better not read this now, because"), max_length=200, required=False
    )
    review_on = day_field(_("Look at that again on"), required=False)

    def clean(self) -> dict[str, Any]:
        """An exception is looked at again."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("agogic") and not given.get("review_on"):
            self.add_error("review_on", gettext("Say when you look at it again: it is never for good."))
        return given

    @property
    def marks(self) -> Marks:
        """What was filled in; ask it of a form that is valid."""
        given = self.cleaned_data
        agogic = AgogicException(given["agogic"], given["review_on"]) if given["agogic"] else None
        return Marks(
            About(given["about"] or self.usual),
            given["in_confidence"],
            given["for_court"],
            agogic,
            given["from_police"],
        )


def as_typed(marks: Marks) -> dict[str, Any]:
    """Marks as they stand in the form."""
    return {
        "about": marks.about.value,
        "in_confidence": marks.in_confidence,
        "for_court": marks.for_court,
        "from_police": marks.from_police,
        "agogic": marks.agogic.reason if marks.agogic else "",
        "review_on": marks.agogic.review_on.isoformat() if marks.agogic else "",
    }
