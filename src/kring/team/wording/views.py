"""The pages of the wording: all letters, one text with its preview, the facts of the town, a note for a hearing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST

from kring.team import queries as team
from kring.team.access import colleague_only, keeps_for_everybody
from kring.team.clock import today
from kring.team.models import SecrecyStatus
from kring.team.printing import CannotPrint, handed_over, printed
from kring.team.wording import actions, queries
from kring.team.wording.forms import FactsForm, SilenceForm, WordForm
from kring.team.wording.letters import BY_CODE, FACTS, FROM_DOSSIER, LANGUAGES, LETTERS, Letter
from kring.team.wording.placeholders import NAMES, filled
from kring.team.wording.values import INVENTED, values
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "team/wording/pages"


@door("letters.wording", to=keeps_for_everybody)
@require_http_methods(["GET", "POST"])
def wording(request: KeyedRequest) -> HttpResponse:
    """All letters with their languages, and the facts of the town."""
    posted = request.method == "POST"
    rows = queries.fact_rows()
    form = FactsForm(request.POST if posted else None, initial=queries.facts() | {"once": new_id()})
    if posted and form.is_valid():
        given = {code: form.cleaned_data[code] for code in FACTS}
        actions.write_facts(request.signed_in.person, given, once=form.cleaned_data["once"])
        return redirect(f"{reverse('team:wording')}?done=facts")
    newest = queries.newest()
    lines = [(one, [(code, name, newest.get((one.code, code))) for code, name in LANGUAGES]) for one in LETTERS]
    context = {"lines": lines, "form": form, "done": request.GET.get("done", ""), "missing": not all(rows.values())}
    return render(request, f"{PAGES}/wording.html", context)


@door("letters.word", to=keeps_for_everybody)
@require_http_methods(["GET", "POST"])
def word(request: KeyedRequest, letter: str, language: str) -> HttpResponse:
    """One text: change it, look at it with invented words, read what stood there before."""
    sort = _letter(letter, language)
    if request.method == "GET":
        held = queries.text(letter, language)
        form = WordForm(initial={"text": held.text, "seen": held.number, "once": new_id()})
        return _shown(request, sort, language, form, held.text)
    form = WordForm(request.POST)
    if not form.is_valid() or "look" in request.POST:
        return _shown(request, sort, language, form, request.POST.get("text", ""))
    given = form.cleaned_data
    try:
        actions.write(
            request.signed_in.person,
            code=letter,
            language=language,
            text=given["text"],
            seen=given["seen"],
            once=given["once"],
        )
    except actions.NotWritten as why:
        form.add_error("text", f"{why.sentence} {why.words}".strip())
        return _shown(request, sort, language, form, request.POST.get("text", ""))
    except Conflict:
        return _conflict(request, sort, language, given["text"])
    return redirect(f"{reverse('team:word', args=[letter, language])}?done=kept")


@door("letters.preview", to=keeps_for_everybody)
@require_POST
def preview(request: KeyedRequest, letter: str, language: str) -> HttpResponse:
    """The text that holds as a PDF, with invented words."""
    sort = _letter(letter, language)
    text = queries.text(letter, language).text
    sheet = filled(text, values(text, language, today(), queries.facts(), INVENTED[language]))
    return _paper(sort, language, {"blocks": sheet}) or redirect(
        f"{reverse('team:word', args=[letter, language])}?done=no-pdf"
    )


@door("letters.silence", to=colleague_only)
@require_http_methods(["GET", "POST"])
def silence(request: KeyedRequest) -> HttpResponse:
    """A note that says why one keeps silent, with the article of a day (SEC-12); for who is bound by secrecy alone."""
    if team.secrecy_of(request.signed_in.person) != SecrecyStatus.Status.SECRECY:
        return render(request, f"{PAGES}/silence.html", {"bound": False})
    chosen = {"on": today(), "language": translation.get_language() or "nl"}
    form = SilenceForm(request.POST or None, initial=chosen)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
    language = str(chosen["language"]) if chosen["language"] in dict(LANGUAGES) else "nl"
    given = {"colleague": request.colleague.name}
    text = queries.text("silence", language).text
    sheet = filled(text, values(text, language, chosen["on"], queries.facts(), given))  # type: ignore[arg-type]  # a day
    no_pdf = False
    if request.method == "POST" and form.is_valid() and "pdf" in request.POST:
        if paper := _paper(BY_CODE["silence"], language, {"blocks": sheet}):
            return paper
        no_pdf = True
    context = {"bound": True, "form": form, "blocks": sheet, "language": language, "no_pdf": no_pdf}
    return render(request, f"{PAGES}/silence.html", context)


def _letter(code: str, language: str) -> Letter:
    if code not in BY_CODE or language not in dict(LANGUAGES):
        raise Refused
    return BY_CODE[code]


def _shown(request: KeyedRequest, sort: Letter, language: str, form: WordForm, text: str) -> HttpResponse:
    with translation.override(language):
        sheet = filled(text, values(text, language, today(), queries.facts(), INVENTED[language]))
    context = {
        "letter": sort,
        "language": language,
        "language_name": dict(LANGUAGES)[language],
        "form": form,
        "blocks": sheet,
        "names": NAMES,
        "versions": queries.versions(sort.code, language)[1:6],
        "done": request.GET.get("done", ""),
        "from_dossier": sort in FROM_DOSSIER,
    }
    return render(request, f"{PAGES}/word.html", context)


def _conflict(request: KeyedRequest, sort: Letter, language: str, typed: str) -> HttpResponse:
    """Somebody was earlier: both texts, and what was typed can be kept on top of the other."""
    held = queries.text(sort.code, language)
    form = WordForm(initial={"text": typed, "seen": held.number, "once": new_id()})
    context = {"letter": sort, "language": language, "form": form, "theirs": held.text}
    return render(request, f"{PAGES}/both.html", context, status=409)


def _paper(sort: Letter, language: str, context: dict[str, object]) -> HttpResponse | None:
    """The PDF, or None when there is no engine: the page can be printed from the browser."""
    with translation.override(language):
        try:
            return handed_over(printed("team/wording/pages/paper.html", {"letter": sort, **context}), "letter")
        except CannotPrint:
            return None
