"""Choosing a figure as a sentence, mending it, leaving it out; and the own words around the figures."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kring.reporting.composer import actions, counting, queries, rules, whole
from kring.reporting.composer.content import Composed, Wish
from kring.reporting.composer.forms import FigureForm, WordsForm, hidden, of_figure
from kring.reporting.composer.queries import Open
from kring.reporting.composer.views import PAGES, composes, counts, once_in, seen_in
from kring.reporting.periods import NotUnderstood
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused


@door("composer.figure", to=composes)
@require_http_methods(["GET", "POST"])
def figure(request: KeyedRequest, question: str, figure: str = "") -> HttpResponse:
    """One figure, new or mended. `look`: only the sentence is asked for, nothing is kept."""
    open_ = _open(request, question, "composer.figure")
    before = next((one for one in open_.said.figures if one.id == figure), None)
    if figure and before is None:
        raise Refused
    if request.method == "GET":
        form = of_figure(before, open_.row.revision) if before else FigureForm.fresh(open_.row.revision)
        return _page(request, open_, form, before)
    form = FigureForm(request.POST)
    if not form.is_valid():
        return _page(request, open_, form, before)
    wish = form.wish(before, figure or form.cleaned_data["once"])
    if "look" in request.POST:
        return _page(request, open_, form, before, wish)
    try:
        made = _made(request, wish, open_)
    except NotUnderstood as why:
        form.add_error(None, str(why))
        return _page(request, open_, form, before)
    by = request.signed_in.person

    def put(now: Composed) -> Composed:
        return rules.written(now, by, figures=rules.with_figure(now, made))

    try:
        seen = form.cleaned_data["seen"]
        actions.change(request.signed_in, open_, put, act="composer.figure", seen=seen, once=form.key)
    except Conflict:
        open_ = queries.opened(request.signed_in, question, act="composer.figure")
        again = FigureForm(form.on_top_of(open_.row.revision))
        again.is_valid()
        return _page(request, open_, again, before, wish, late=True)
    drafts.accepted(request)
    return redirect(f"{_address(question)}#figure-{made.id}" if made.counted else _address(question))


@door("composer.leave_out", to=composes)
@require_http_methods(["POST"])
def leave_out(request: KeyedRequest, question: str, figure: str) -> HttpResponse:
    """A figure less; own words around it stay."""
    open_ = _open(request, question, "composer.leave_out")
    by = request.signed_in.person

    def without(now: Composed) -> Composed:
        figures, opening = rules.without_figure(now, figure)
        return rules.written(now, by, figures=figures, opening=opening)

    try:
        actions.change(
            request.signed_in,
            open_,
            without,
            act="composer.leave_out",
            seen=seen_in(request),
            once=f"{once_in(request)} {figure}",
        )
    except (Conflict, rules.NotNow):
        open_ = queries.opened(request.signed_in, question, act="composer.leave_out")
        before = next((one for one in open_.said.figures if one.id == figure), None)
        form = of_figure(before, open_.row.revision) if before else FigureForm.fresh(open_.row.revision)
        return _page(request, open_, form, before, late=True)
    return redirect(_address(question))


@door("composer.words", to=composes)
@require_http_methods(["GET", "POST"])
def words(request: KeyedRequest, question: str) -> HttpResponse:
    """Own words around the figures."""
    open_ = _open(request, question, "composer.words")
    if request.method == "GET":
        return _words(request, open_, _as_it_stands(open_))
    form = WordsForm(request.POST, figures=open_.said.figures)
    if not form.is_valid():
        return _words(request, open_, form)
    by = request.signed_in.person
    try:
        actions.change(
            request.signed_in,
            open_,
            lambda now: rules.written(now, by, **form.values(now)),
            act="composer.words",
            seen=form.cleaned_data["seen"],
            once=form.key,
        )
    except Conflict:
        open_ = queries.opened(request.signed_in, question, act="composer.words")
        again = WordsForm(form.on_top_of(open_.row.revision), figures=open_.said.figures)
        return _words(request, open_, again, late=True)
    drafts.accepted(request)
    return redirect(f"{_address(question)}#text")


def _made(request: KeyedRequest, wish: Wish, open_: Open) -> Wish:
    """Counted by who may; of everybody else it waits to be counted. Raises `NotUnderstood`."""
    said = open_.said
    if not counts(request):
        return counting.wished(wish, said.as_of)
    [made] = counting.drafted(request.signed_in, [wish], said.as_of, said.received.language)
    return made


def _open(request: KeyedRequest, question: str, act: str) -> Open:
    open_ = queries.opened(request.signed_in, question, act=act)
    if not rules.can_write(open_.said):
        raise Refused
    return open_


def _page(
    request: KeyedRequest,
    open_: Open,
    form: FigureForm,
    before: Wish | None,
    wish: Wish | None = None,
    *,
    late: bool = False,
) -> HttpResponse:
    sentence = ""
    if shown := wish or before:
        sentence = _sentence(shown, open_)
    context = {
        "form": form,
        "question": open_.row.id,
        "figure": before,
        "sentence": sentence,
        "theirs": [(one, _sentence(one, open_)) for one in open_.said.figures] if late else [],
        "late": late,
        "counts": counts(request),
        "hidden": hidden(open_.row.revision),
    }
    return render(request, f"{PAGES}/figure.html", context, status=409 if late else 200)


def _sentence(wish: Wish, open_: Open) -> str:
    try:
        return counting.sentence(wish, open_.said.as_of)
    except NotUnderstood:
        return ""


def _as_it_stands(open_: Open) -> WordsForm:
    said = open_.said
    around = {f"before-{one.id}": one.before for one in said.figures}
    around |= {f"after-{one.id}": one.after for one in said.figures}
    initial = {**hidden(open_.row.revision), **around, "opening": said.opening, "closing": said.closing}
    return WordsForm(figures=said.figures, initial=initial)


def _words(request: KeyedRequest, open_: Open, form: WordsForm, *, late: bool = False) -> HttpResponse:
    figures = [
        (
            form[f"before-{one.id}"],
            made.title if made else _sentence(one, open_),
            made.paragraphs if made else (),
            form[f"after-{one.id}"],
        )
        for one in open_.said.figures
        for made in [whole.figure(one)]
    ]
    now = [row for one in ("opening", "closing") if (row := getattr(open_.said, one))]
    now += [row for one in open_.said.figures for row in (one.before, one.after) if row]
    context = {"form": form, "question": open_.row.id, "figures": figures, "late": late, "theirs": now if late else []}
    context["language"] = open_.said.received.language
    return render(request, f"{PAGES}/words.html", context, status=409 if late else 200)


def _address(question: str) -> str:
    return reverse("reporting:question", args=[question])
