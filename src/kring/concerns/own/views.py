"""The page of a partner, for who has the link and the word: raise a concern, go on in a thread.

Looking changes nothing, since scanners of mail follow every link. A wrong word, a link that is over and one that never
was get one and the same answer. Whoever tries many waits. No session is kept: the word goes along in each form.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.concerns.own import links
from kring.concerns.own.content import PageShown
from kring.concerns.own.forms import LineForm, RaiseForm, WordForm
from kring.concerns.own.showing import threads
from kring.concerns.partners.codelists import WorksAs
from kring.team.address import address_of
from kring.vault import throttle
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "concerns/own/pages/"
MOST, WINDOW = 60, timedelta(minutes=30)
"""So many words from one place (a whole school may share one) in that time; each link has its own few tries besides."""
LINE = "line"
"""Which of the two forms was sent."""


@door("concerns.own", public=True)
@require_http_methods(["GET", "POST"])
def own(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the word; with the word show one's own concerns; what is written goes into the letterbox."""
    if request.method == "GET":
        return _page(request, "word", {"form": WordForm()})
    if throttle.count("concerns word", address_of(request), WINDOW) > MOST:
        return _word(request, gettext("Many words were tried from this place. Wait half an hour, or call us."), 429)
    try:
        if "once" not in request.POST:
            return _own(request, links.open_page(token, request.POST.get("word", "")).shown)
        return _written(request, token)
    except Refused:
        return _word(request, gettext("This word does not open this link, or the link is over. Call us."), 404)


def _written(request: KeyedRequest, token: str) -> HttpResponse:
    opened = links.open_page(token, request.POST.get("word", ""))
    form = LineForm(request.POST) if request.POST.get("what") == LINE else RaiseForm(request.POST)
    if not form.is_valid():
        return _own(request, opened.shown, tried=form)
    written, once = form.written(), form.cleaned_data["once"]
    try:
        return _own(request, links.share(opened, written, once=once), sent=written.concern)
    except (Conflict, Refused):  # a colleague laid a new copy there in the same moment; the form comes back as it was
        form.add_error(None, gettext("A colleague answered at the same time. Look above, and send it again."))
        return _own(request, links.open_page(token, request.POST["word"]).shown, tried=form)


def _own(
    request: KeyedRequest, shown: PageShown, *, tried: LineForm | RaiseForm | None = None, sent: str = ""
) -> HttpResponse:
    word = request.POST.get("word", "")
    raising = tried if isinstance(tried, RaiseForm) else None
    context = {
        "shown": shown,
        "works_as": WorksAs(shown.works_as).label if shown.works_as in WorksAs.values else "",
        "threads": threads(shown, word=word, tried=tried if isinstance(tried, LineForm) else None),
        "form": raising or RaiseForm(word=word),
        "tried": raising is not None,
        "sent": sent,
    }
    return _page(request, "own", context)


def _word(request: KeyedRequest, said: str, status: int) -> HttpResponse:
    form = WordForm({"word": ""})
    form.errors["word"] = form.error_class([said])
    return _page(request, "word", {"form": form}, status)


def _page(request: KeyedRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"{PAGES}{name}.html", {**context, "page_path": request.path}, status=status)
