"""Marks in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.dossier import words
from kring.support.dossier.marks.content import About, Marks

ABOUT: dict[About, Promise] = {
    About.CLIENT: _("the client"),
    About.CONTEXT: _("people around the client"),
    About.THIRD_PARTY_ONLY: _("only somebody else"),
}


def said(marks: Marks, *, usual: About) -> list[str]:
    """The marks that are set. usual: whom such an item is about when nothing was said."""
    told = [] if marks.about is usual else [str(ABOUT[marks.about])]
    told += [gettext("in confidence")] if marks.in_confidence else []
    told += [gettext("for a court")] if marks.for_court else []
    told += [gettext("from police or justice")] if marks.from_police else []
    if marks.agogic:
        again = {"day": words.day(marks.agogic.review_on)}
        told.append(gettext("not for the client now, looked at again on %(day)s") % again)
    return told
