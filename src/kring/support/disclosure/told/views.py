"""The page of what left the circle."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.support.disclosure.told import lists
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import opening
from kring.team import queries as team
from kring.vault.doors import KeyedRequest, door


@door("disclosure.told")
@require_GET
def told(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What was told about this dossier outside the circle, and which links open now."""
    opened = opening(request.signed_in, dossier, act="disclosure.told", parts=["minutes"])
    found = lists.of(request.signed_in, opened)
    names = team.colleagues({opened.dossier.holder, opened.dossier.deputy, *found.authors})
    shown = {
        "frame": frame(opened.dossier, opened.summary, "disclosure:told", names=names),
        "records": lists.lines(found, names),
        "links": found.links,
    }
    return render(request, "support/disclosure/told/pages/told.html", shown)
