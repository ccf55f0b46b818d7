"""The page of a vignette, started from a dossier by its holder: the story goes in, a vignette comes out, he reads it.

What is typed is kept nowhere until it is put on an agenda, and is built once more before it is: nothing of the
dossier's own people goes along that was typed back.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.exchange.meetings import actions
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import TopicContent
from kring.exchange.meetings.opening import open_meeting
from kring.exchange.meetings.rules import NotYet
from kring.exchange.meetings.views import to
from kring.exchange.vignettes import rare, words
from kring.exchange.vignettes.building import Vignette, build
from kring.exchange.vignettes.forms import StoryForm, VignetteForm
from kring.exchange.vignettes.queries import meetings_ahead
from kring.team.own_words import OwnWords, own_words
from kring.vault.doors import KeyedRequest, door

PAGES = "exchange/vignettes/pages/"
TEXTS = ("title", "story", "question")


@door("exchange.vignette")
@require_http_methods(["GET", "POST"])
def vignette(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Tell the story; sent, it comes back as a vignette to read over."""
    of = own_words(request.signed_in, dossier, act="exchange.vignette")
    form = StoryForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "dossier": dossier}
        return render(request, f"{PAGES}story.html", context, status=422 if form.errors else 200)
    built = _built(form.cleaned_data, of)
    texts = {name: one.text for name, one in built.items()}
    return _page(request, dossier, VignetteForm(meetings=meetings_ahead(request.signed_in.person), **texts), built)


@door("exchange.put_vignette")
@require_POST
def put(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Put what was read over on an agenda, unless something came back into it."""
    of = own_words(request.signed_in, dossier, act="exchange.put_vignette")
    form = VignetteForm(request.POST, meetings=meetings_ahead(request.signed_in.person))
    form.is_valid()
    built = _built({name: str(form.data.get(name, ""))[:4000] for name in TEXTS}, of)
    if any(one.gone for one in built.values()):
        form.data = {**form.data.dict(), **{name: one.text for name, one in built.items()}}  # type: ignore[attr-defined]
        form.add_error(
            "story", _("Something that leads to somebody stood in it again. It was taken out: read it once more.")
        )
    if not form.is_valid():
        return _page(request, dossier, form, built, status=422)
    given, person = form.cleaned_data, request.signed_in.person
    topic = TopicContent(Kind.VIGNETTE, given["title"], given["story"], given["question"], person, timezone.now())
    try:
        opened = open_meeting(request.signed_in, given["meeting"], act="exchange.put_vignette")
        actions.put_topic(opened, topic, once=given["once"])
    except NotYet as reason:
        form.add_error("meeting", reason.sentence)
        return _page(request, dossier, form, built, status=422)
    return to(given["meeting"], "put", "agenda")


def _built(given: dict[str, Any], of: OwnWords) -> dict[str, Vignette]:
    return {name: build(given[name], of, words.said()) for name in TEXTS}


def _page(
    request: KeyedRequest, dossier: str, form: VignetteForm, built: dict[str, Vignette], *, status: int = 200
) -> HttpResponse:
    counted: dict[str, int] = {}
    for one in built.values():
        for kind, number in one.gone.items():
            counted[kind] = counted.get(kind, 0) + number
    whole = " ".join(one.text for one in built.values())
    context = {
        "form": form,
        "dossier": dossier,
        "gone": words.gone(counted),
        "left": list(dict.fromkeys(word for one in built.values() for word in one.left)),
        "rare": rare.together(whole),
    }
    return render(request, f"{PAGES}vignette.html", context, status=status)
