"""The letters of a dossier: which there are, and one of them filled in, shown and handed over."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods

from kring.support.disclosure.letters.forms import LetterForm
from kring.support.disclosure.letters.writing import called, referred, written
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.telling import actions as telling
from kring.team import printing
from kring.team.printing import CannotPrint, handed_over, printed
from kring.team.wording.letters import FROM_DOSSIER, LANGUAGES, Letter
from kring.team.wording.placeholders import Block
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Refused

TO_A_SERVICE = "referral"
"""The letter that tells somebody outside who this is."""
PAGES = "support/disclosure/letters/pages"


@require_GET
@door("letters.letters")
def letters(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Which letters there are."""
    opened = opening(request.signed_in, dossier, act="letters.letters")
    return render(request, f"{PAGES}/letters.html", _context(opened) | {"letters": FROM_DOSSIER})


@door("letters.letter")
@require_http_methods(["GET", "POST"])
def letter(request: KeyedRequest, dossier: str, letter: str) -> HttpResponse:
    """One letter: fill it in, look at it, print it. Each showing and each PDF is a line in the journal."""
    sort = next((one for one in FROM_DOSSIER if one.code == letter), None)
    if sort is None:
        raise Refused
    as_pdf = request.method == "POST" and "pdf" in request.POST
    act = "letters.print" if as_pdf else "letters.show"
    opened = opening(
        request.signed_in, dossier, act=act, parts=["identity", *(["plan"] if sort.code == TO_A_SERVICE else [])]
    )
    if opened.dossier.silent:
        return render(request, f"{PAGES}/letters.html", _context(opened) | {"letters": []})
    form = LetterForm(sort, request.POST or None, initial=_begun(request, opened))
    given = form.cleaned_data if form.is_bound and form.is_valid() else form.initial
    language = str(given["language"])
    blocks = written(sort.code, language, {**_plain(given), "colleague": request.colleague.name})
    if not as_pdf or not form.is_valid():
        return _shown(request, opened, sort, form, language, blocks)
    with translation.override(language):
        try:
            paper = handed_over(printed("team/wording/pages/paper.html", {"letter": sort, "blocks": blocks}), "letter")
        except CannotPrint as why:
            return _shown(request, opened, sort, form, language, blocks, str(why.sentence))
    if sort.code == TO_A_SERVICE:
        telling.handed_over(opened)
    return paper


def _begun(request: KeyedRequest, opened: Opened) -> dict[str, str]:
    language = translation.get_language() or ""
    begun = {"language": language if language in dict(LANGUAGES) else "nl", "name": called(opened)}
    return begun | referred(opened, request.GET.get("of", ""))


def _plain(given: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in given.items() if name != "language"}


def _shown(
    request: KeyedRequest,
    opened: Opened,
    sort: Letter,
    form: LetterForm,
    language: str,
    blocks: list[Block],
    said: str = "",
) -> HttpResponse:
    printing.prepare()
    context = {"letter": sort, "form": form, "language": language, "blocks": blocks, "said": said}
    return render(request, f"{PAGES}/letter.html", _context(opened) | context)


def _context(opened: Opened) -> dict[str, object]:
    return {
        "frame": frame(opened.dossier, opened.summary, "disclosure:letters"),
        "dossier": opened.dossier.id,
        "silent": opened.dossier.silent,
    }
