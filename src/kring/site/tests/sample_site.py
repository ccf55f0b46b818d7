"""A handful of routes for the tests of this floor: every way a page can end, and a form with all its parts."""

from types import SimpleNamespace

from django import forms
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, include, path

from kring.site.urls import handler400, handler403, handler404, handler500
from kring.site.urls import urlpatterns as own
from kring.vault.refusals import Busy, Refused

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

SECRET = "a-word-nobody-may-read"
NOOR = SimpleNamespace(name="Noor Claes", function="Straathoekwerk", initials="NC")


class Sample(forms.Form):
    """One field of every kind."""

    beside = {"kind": {"school": "teacher"}, "domains": {"housing": "house"}}
    kind = forms.ChoiceField(label="Kind", choices=[("school", "School"), ("family", "Family")])
    domains = forms.MultipleChoiceField(label="Domains", choices=[("housing", "Housing")], required=False)
    story = forms.CharField(label="Story", max_length=600, widget=forms.Textarea, help_text="Short is fine.")
    place = forms.CharField(label="Place", required=False)
    agreed = forms.BooleanField(label="Agreed")


ENDINGS = {
    "absent": Http404(SECRET),
    "forbidden": PermissionDenied(SECRET),
    "refused": Refused(),
    "busy": Busy(SECRET),
    "suspicious": SuspiciousOperation(SECRET),
    "broken": ValueError(SECRET),
}


def end(request: HttpRequest, how: str) -> HttpResponse:
    raise ENDINGS[how]


def show(request: HttpRequest) -> HttpResponse:
    return render(request, "site/tests/pages/form.html", {"form": Sample(request.POST or None)})


def desk(request: HttpRequest) -> HttpResponse:
    request.colleague = NOOR  # type: ignore[attr-defined]  # what the door does
    return render(request, "site/tests/pages/desk.html")


def take(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(sum(file.size or 0 for _, files in request.FILES.lists() for file in files)))


urlpatterns: list[URLPattern | URLResolver] = [
    path("end/<how>", end, name="end"),
    path("form", show, name="form"),
    path("take", take, name="take"),
    path("", include(([path("referrals", desk, name="board")], "clarification"))),
    path("", include(([path("ways-in", desk, name="overview")], "ways_in"))),
    *(one for one in own if isinstance(one, URLPattern)),
]
