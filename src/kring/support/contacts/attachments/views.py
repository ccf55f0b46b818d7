"""Attachments of a dossier: the list with the form, one of them, the file itself, its small picture.

A file is never shown by us: it is given as an attachment, under a name that says nothing, in a sandbox.
"""

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.contacts.attachments import actions, queries, receiving, show
from kring.support.contacts.attachments.forms import AttachForm
from kring.support.contacts.attachments.kinds import KINDS, NotTaken
from kring.support.contacts.attachments.receiving import SealedUpload, streamed
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened, opening
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGES = "support/contacts/pages/"
OVERVIEW = "desk:dossier"
SANDBOX = "default-src 'none'; sandbox"
DONE: dict[str, Promise] = {
    "kept": _("Kept, sealed. You may throw it off your phone now."),
    "gone": _("Gone for good."),
}


@streamed
@door("attachments.attachments")
@require_http_methods(["GET", "POST"])
def attachments(request: KeyedRequest, dossier: str) -> HttpResponseBase:
    """What is attached, and adding to it: a file is sealed as it comes in, after the door and the gate."""
    opened = opening(request.signed_in, dossier, act="attachments.attachments", parts=[queries.JOURNAL])
    if request.method == "GET":
        return _page(request, opened, AttachForm())
    actions.check_may_add(opened)
    receiving.tidy()
    upload = SealedUpload(request)
    try:
        return _added(request, opened, upload)
    finally:
        upload.forget()


def _added(request: KeyedRequest, opened: Opened, upload: SealedUpload) -> HttpResponseBase:
    fresh = receiving.read_with(request, upload)
    if (rejected := receiving.check_form_token(request)) is not None:
        return rejected
    form = AttachForm(request.POST)
    refusal = _refusal(upload, fresh=fresh)
    if not form.is_valid() or refusal:
        return _page(request, opened, form, refusal)
    try:
        once = request.POST.get("once", "")[:40] or new_id()
        actions.keep(opened, upload.files, **form.cleaned_data, once=once)
    except NotTaken as reason:
        return _page(request, opened, form, str(reason.sentence))
    return HttpResponseRedirect(f"{reverse('contacts:attachments', args=[opened.dossier.id])}?done=kept")


@door("attachments.one")
@require_GET
def attachment(request: KeyedRequest, dossier: str, attachment: str) -> HttpResponse:
    """One attachment: what it is, a small picture, and the way to the file."""
    opened = _open(request, dossier, "attachments.one")
    kept = queries.one_of(opened.keys, opened.dossier, attachment)
    [line] = show.lines([kept])
    shown = {"frame": frame(opened.dossier, opened.summary, OVERVIEW), "dossier": dossier, "one": line}
    return render(request, f"{PAGES}attachment.html", shown)


@door("attachments.file")
@require_GET
def file(request: KeyedRequest, dossier: str, attachment: str) -> StreamingHttpResponse:
    """The file as it came, opened piece by piece while it goes out."""
    opened = _open(request, dossier, "attachments.file")
    kept = queries.one_of(opened.keys, opened.dossier, attachment)
    response = StreamingHttpResponse(queries.content_of(kept), content_type="application/octet-stream")
    response["Content-Length"] = str(kept.content.length)
    ending = KINDS[kept.content.kind].ending
    response["Content-Disposition"] = f'attachment; filename="{gettext("attachment")}.{ending}"'
    response["Content-Security-Policy"] = SANDBOX
    return response


@door("attachments.preview")
@require_GET
def preview(request: KeyedRequest, dossier: str, attachment: str) -> HttpResponse:
    """The small picture, drawn by us."""
    opened = _open(request, dossier, "attachments.preview")
    kept = queries.one_of(opened.keys, opened.dossier, attachment)
    response = HttpResponse(queries.preview_of(opened.keys, kept), content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="preview.jpg"'
    response["Content-Security-Policy"] = SANDBOX
    return response


@door("attachments.throw_away")
@require_POST
def throw_away(request: KeyedRequest, dossier: str, attachment: str) -> HttpResponse:
    """Take one away for good."""
    actions.throw_away(_open(request, dossier, "attachments.throw_away"), attachment)
    return HttpResponseRedirect(f"{reverse('contacts:attachments', args=[dossier])}?done=gone")


def _open(request: KeyedRequest, dossier: str, act: str) -> Opened:
    return opening(request.signed_in, dossier, act=act, needed=[queries.JOURNAL])


def _refusal(upload: SealedUpload, *, fresh: bool) -> str:
    if upload.refused:
        return str(upload.refused)
    if not fresh:
        return gettext("Choose the file once more: while the screen was locked it was not kept. Your words were.")
    return "" if upload.files else gettext("Choose a file or take a photo.")


def _page(request: KeyedRequest, opened: Opened, form: AttachForm, refusal: str = "") -> HttpResponse:
    shown = {
        "frame": frame(opened.dossier, opened.summary, OVERVIEW),
        "dossier": opened.dossier.id,
        "lines": show.lines(queries.of_dossier(opened.keys, opened.dossier)),
        "form": form,
        "refusal": refusal,
        "most": settings.KRING_ATTACHMENT_BYTES // 1024 // 1024,
        "once": new_id(),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "page_path": "/",
    }
    return render(request, f"{PAGES}attachments.html", shown, status=422 if refusal else 200)
