"""The page before every link of the plan: it asks for the agreed word, and is the one answer to what does not open.

A wrong word, a link that is over, one of a closed dossier and one that never was look the same.
"""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.vault.doors import KeyedRequest

PAGES = "support/plan/pages"


class WordForm(forms.Form):
    """The agreed word; nothing is shown before it fits."""

    word = forms.CharField(
        label=_("The word we agreed on"), max_length=40, help_text=_("You heard it from us by phone, or at the table.")
    )


def asks(request: KeyedRequest, page: str, **around: Any) -> HttpResponse:
    """The question for the word. page: the name of its template. around: what else stands on it."""
    return shows(request, page, {"form": WordForm(), **around})


def refuses(request: KeyedRequest, page: str, **around: Any) -> HttpResponse:
    """The question once more, with the one sentence for whatever does not open."""
    said = gettext("This word does not open this link, or the link is over. Call us.")
    return _again(request, page, said, 404, around)


def slows_down(request: KeyedRequest, page: str, **around: Any) -> HttpResponse:
    """The question once more for a place from which many words were tried."""
    said = gettext("Many words were tried from this place. Wait half an hour, or call us.")
    return _again(request, page, said, 429, around)


def shows(request: KeyedRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page behind a link, which leads back to itself."""
    return render(request, f"{PAGES}/{page}.html", {**context, "page_path": request.path}, status=status)


def _again(request: KeyedRequest, page: str, said: str, status: int, around: dict[str, Any]) -> HttpResponse:
    form = WordForm({"word": ""})
    form.errors["word"] = form.error_class([said])
    return shows(request, page, {"form": form, **around}, status)
