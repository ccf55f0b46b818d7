"""Writing while locked, and reading it back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team.access import colleague_only
from kring.team.clock import today
from kring.team.paths import own_path
from kring.team.retention.queries import own_letters_months
from kring.team.while_locked import actions
from kring.team.while_locked.content import LockedNote
from kring.team.while_locked.forms import HOW, NoteForm
from kring.team.while_locked.reading import read_back, send_on
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGES = "team/while_locked/pages/"


@require_http_methods(["GET", "POST"])
@door("locked.write", while_locked=True)
def write(request: KeyedRequest) -> HttpResponse:
    """Write a note into one's own letterbox; works without a key, so it cannot show what lies there."""
    person = request.locked.person if request.locked is not None else request.signed_in.person
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note = LockedNote(form.cleaned_data["text"], form.cleaned_data["how"])
        actions.write_note(person, note, once=request.POST.get("once", "")[:64])
        return redirect("write_locked")
    waiting = list(actions.own_letters(person).values_list("dropped_at", flat=True))
    once = request.POST.get("once") or new_id()
    return render(request, f"{PAGES}write.html", {"form": form, "waiting": waiting, "once": once})


@require_GET
@door("locked.read_back", to=colleague_only)
def written(request: KeyedRequest) -> HttpResponse:
    """What one wrote while locked."""
    lines = read_back(request.signed_in)
    return render(
        request,
        f"{PAGES}written.html",
        {
            "lines": lines,
            "channels": HOW,
            "next": own_path(request.GET.get("next", "")) or "/",
            "kept_months": own_letters_months(today()),
        },
    )


@require_POST
@door("locked.send_on", to=colleague_only)
def send(request: KeyedRequest) -> HttpResponse:
    """Send a kept form on to where it was going."""
    return send_on(request, request.POST.get("letter", ""))


@require_POST
@door("locked.throw_away", to=colleague_only)
def throw_away(request: KeyedRequest) -> HttpResponse:
    """Take one out of the letterbox for good."""
    actions.throw_away(request.signed_in, request.POST.get("letter", ""))
    return redirect("written")
