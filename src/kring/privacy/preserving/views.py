"""The page of the file for an archive: what goes and what stays out by the rule, and making it."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kring.privacy.preserving import making, queries
from kring.privacy.preserving.forms import PreserveForm
from kring.privacy.requests.views import HERE
from kring.privacy.retention.batches import NotNow
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.names import first_name
from kring.team.printing import CannotPrint, handed_over_in_pieces
from kring.team.retention import Rule
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGE = "privacy/preserving/pages/archive.html"


@door("retention.preserve")
@require_http_methods(["GET", "POST"])
def archive(request: KeyedRequest, dossier: str) -> HttpResponseBase:
    """Whether a file can be made now, and which were; sent, the file itself, once. Only then the whole file opens."""
    opened, now = making.opened(request.signed_in, dossier, act="retention.preserve")
    if request.method == "GET" or isinstance(now, NotNow):
        return _shown(request, opened, now, status=200 if request.method == "GET" else 409)
    form = PreserveForm(request.POST)
    if not form.is_valid():
        return _shown(request, opened, now, form=form, status=422)
    try:
        work = making.work(request.signed_in, dossier, now, act="retention.preserve")
        made = making.make(work, to=form.cleaned_data["to"], once=form.cleaned_data["once"])
    except CannotPrint as why:
        form.add_error(None, str(why.sentence))
        return _shown(request, opened, now, form=form, status=422)
    if made is None:
        return redirect("privacy:archive", dossier)
    return handed_over_in_pieces(made.pieces, made.length, "archive", "zip")


def _shown(
    request: KeyedRequest, opened: Opened, now: Rule | NotNow, *, form: PreserveForm | None = None, status: int = 200
) -> HttpResponse:
    dossier, made = opened.dossier, queries.made(opened.dossier.id)
    names = team.colleagues({dossier.holder, dossier.deputy, *(row.by for row in made)})
    shown: dict[str, Any] = {
        "frame": frame(dossier, opened.summary, HERE, names=names),
        "made": [(row, first_name(names, row.by)) for row in made],
        "later": bool(made) and queries.written_since(made[0]),
        "form": form or PreserveForm(initial={"once": new_id()}),
    }
    shown |= {"why": now.sentence} if isinstance(now, NotNow) else {"rule": now}
    return render(request, PAGE, shown, status=status)
