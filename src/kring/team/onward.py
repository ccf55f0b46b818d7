"""The page between another site and ours (security.md 4.3).

Who comes from another site (the city's sign-in, a link in a mail read in the browser) comes without `Strict` cookies,
so as nobody, also when signed in. A page of ours that leads on by itself is asked by us: there they are sent again.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

HERE = "here"
"""Stands in the address once the page has led on: it never does so twice."""


def onward(request: HttpRequest, there: str) -> HttpResponse:
    """Lead on to a path of ours. No form stands on it."""
    return render(request, "team/pages/onward.html", {"there": there})


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Whether another site sent the browser here just now; no page can forge what says so."""
    return request.headers.get("Sec-Fetch-Site") == "cross-site" and HERE not in request.GET


def same_again(request: HttpRequest) -> str:
    """The page somebody is at, asked by ourselves."""
    return f"{request.path}?{urlencode(request.GET.dict() | {HERE: '1'})}"
