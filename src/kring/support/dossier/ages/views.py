"""The page of an age: what one looks at now, what one judges, what was judged before."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.dossier import words
from kring.support.dossier.ages import actions, queries, rules
from kring.support.dossier.ages.content import AgeReview
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import opening
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

ABLE = {
    "yes": _("Yes, decides about the own file"),
    "partly": _("About some things"),
    "no": _("Not yet"),
}


class AgeForm(forms.Form):
    """A judgement, and why."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    able = forms.ChoiceField(
        label=_("Can this young person decide about the own file?"),
        choices=list(ABLE.items()),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Why, in one sentence"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, given: Any, *, age: int) -> None:
        super().__init__(given, initial={"once": new_id()})
        if age >= rules.OF_AGE:
            del self.fields["able"]


@door("dossier.age")
@require_http_methods(["GET", "POST"])
def age(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Look again at an age, and write down what was judged."""
    opened = opening(request.signed_in, dossier, act="dossier.age", needed=[queries.PART])
    now = opened.summary.milestone
    form = AgeForm(request.POST if request.method == "POST" else None, age=now.age if now else rules.OF_AGE)
    if request.method == "POST" and now and form.is_valid():
        given = form.cleaned_data
        judged = AgeReview(now.age, today(), request.signed_in.person, given.get("able", ""), given["words"])
        actions.review(opened, judged, once=given["once"])
        drafts.accepted(request)
        return HttpResponseRedirect(reverse("dossier:age", args=[dossier]))
    due = rules.is_due(now, today())
    shown = {
        "frame": frame(opened.dossier, opened.summary, "desk:dossier"),
        "form": form if due else None,
        "age": now.age if now and due else None,
        "sentence": rules.SENTENCES[now.age] if now and due else "",
        "earlier": [
            {"age": one.age, "on": words.day(one.on), "able": ABLE.get(one.able, ""), "words": one.words}
            for one in queries.earlier(opened)
        ],
    }
    return render(request, "support/dossier/pages/age.html", shown)
