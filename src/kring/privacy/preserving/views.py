"""The page of the file for an archive: what goes, what stays out, and making it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kring.privacy.access.items import OpenFile
from kring.privacy.preserving import making, queries
from kring.privacy.preserving.forms import PreserveForm
from kring.privacy.preserving.making import REASONS, Work
from kring.privacy.requests.views import HERE
from kring.privacy.retention.batches import NotNow
from kring.support.dossier.frame import frame
from kring.team.names import first_name
from kring.team.printing import CannotPrint, handed_over
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGE = "privacy/preserving/pages/archive.html"


@door("retention.preserve")
@require_http_methods(["GET", "POST"])
def archive(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What would go to an archive; sent, the file itself, once."""
    file, now = making.work(request.signed_in, dossier, act="retention.preserve")
    if request.method == "GET" or isinstance(now, NotNow):
        return _shown(request, file, now, status=200 if request.method == "GET" else 409)
    form = PreserveForm(request.POST)
    if not form.is_valid():
        return _shown(request, file, now, form=form, status=422)
    try:
        content = making.make(now, to=form.cleaned_data["to"], once=form.cleaned_data["once"])
    except CannotPrint as why:
        form.add_error(None, str(why.sentence))
        return _shown(request, file, now, form=form, status=422)
    return redirect("privacy:archive", dossier) if content is None else handed_over(content, "archive", "zip")


def _shown(
    request: KeyedRequest, file: OpenFile, now: Work | NotNow, *, form: PreserveForm | None = None, status: int = 200
) -> HttpResponse:
    shown: dict[str, Any] = {
        "frame": frame(file.dossier, file.opened.summary, HERE, names=file.names),
        "made": [(row, first_name(file.names, row.by)) for row in queries.made(file.dossier.id)],
        "form": form or PreserveForm(initial={"once": new_id()}),
    }
    if isinstance(now, NotNow):
        shown["why"] = now.sentence
    else:
        out = [(REASONS[ground], count) for ground, count in sorted(now.chosen.out.items())]
        shown |= {"rule": now.rule, "going": len(now.chosen.going), "out": out}
    return render(request, PAGE, shown, status=status)
