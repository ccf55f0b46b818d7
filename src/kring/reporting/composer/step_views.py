"""From draft to sent: counting again, freezing, reading over, the college, sending. And a frozen answer as it was."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kring.reporting import document, exports
from kring.reporting.composer import actions, counting, pictures, queries, rules, showing
from kring.reporting.composer.content import Composed
from kring.reporting.composer.forms import ApprovalForm
from kring.reporting.composer.queries import Open
from kring.reporting.composer.views import PAGES, composes, counts, once_in, seen_in, show
from kring.reporting.periods import NotUnderstood
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.printing import CannotPrint
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

AT_ONCE = 2
"""Figures that are counted in one request of a set that is run."""
Counts = Callable[[KeyedRequest, str], HttpResponse]


def _understood(view: Counts) -> Counts:
    """The page with the reason, where a figure asks what cannot be counted."""

    @wraps(view)
    def told(request: KeyedRequest, question: str) -> HttpResponse:
        try:
            return view(request, question)
        except NotUnderstood as why:
            return show(request, queries.opened(request.signed_in, question, act="composer.open"), refusal=str(why))

    return told


@door("composer.recount", to=counts)
@require_POST
@_understood
def recount(request: KeyedRequest, question: str) -> HttpResponse:
    """Count every figure again: a draft as on today, what is frozen or corrected as on its own day."""
    open_ = queries.opened(request.signed_in, question, act="composer.recount")
    said, by = open_.said, request.signed_in.person
    as_of = said.as_of if said.frozen or said.correcting else today()
    figures = counting.drafted(request.signed_in, said.figures, as_of, said.received.language)

    def again(now: Composed) -> Composed:
        if not rules.can_write(now):
            raise rules.NotNow
        if now.frozen:
            return replace(now, figures=figures)
        return rules.written(now, by, figures=figures, as_of=as_of)

    return _done(request, open_, again, "composer.recount")


@door("composer.count_on", to=counts)
@require_POST
@_understood
def count_on(request: KeyedRequest, question: str) -> HttpResponse:
    """Count the next figures that are not counted yet; the page says how far it is."""
    open_ = queries.opened(request.signed_in, question, act="composer.count_on")
    said, by = open_.said, request.signed_in.person
    waiting = [one for one in said.figures if not one.counted][:AT_ONCE]
    made = counting.drafted(request.signed_in, waiting, said.as_of, said.received.language) if waiting else ()
    found = {one.id: one for one in made}

    def put(now: Composed) -> Composed:
        return rules.written(now, by, figures=tuple(found.get(one.id, one) for one in now.figures))

    answer = _done(request, open_, put, "composer.count_on")
    return redirect(f"{answer.headers['Location']}?go=on") if answer.status_code == 302 else answer


@door("composer.adopt", to=composes)
@require_POST
def adopt(request: KeyedRequest, question: str) -> HttpResponse:
    """What was counted since takes the place of what is frozen: a draft again."""
    open_ = queries.opened(request.signed_in, question, act="composer.adopt")
    by = request.signed_in.person
    return _done(request, open_, lambda now: rules.written(now, by), "composer.adopt")


@door("composer.freeze", to=counts)
@require_POST
@_understood
def freeze(request: KeyedRequest, question: str) -> HttpResponse:
    """Freeze what stands there."""
    open_ = queries.opened(request.signed_in, question, act="composer.freeze")
    try:
        actions.freeze(request.signed_in, open_, seen=seen_in(request), once=once_in(request))
    except (Conflict, rules.NotNow):
        return _late(request, question, "composer.freeze")
    return redirect("reporting:question", question)


@door("composer.read_over", to=composes)
@require_POST
def read_over(request: KeyedRequest, question: str) -> HttpResponse:
    """Somebody else than who wrote it read it over."""
    open_ = queries.opened(request.signed_in, question, act="composer.read_over")
    by = request.signed_in.person
    return _done(request, open_, lambda now: rules.read_over(now, by, today()), "composer.read_over")


@door("composer.approve", to=composes)
@require_POST
def approve(request: KeyedRequest, question: str) -> HttpResponse:
    """The college approved it: when, and where that is found."""
    open_ = queries.opened(request.signed_in, question, act="composer.approve")
    form = ApprovalForm(request.POST)
    if not form.is_valid():
        return show(request, open_, approval=form)
    given = form.cleaned_data

    def approved(now: Composed) -> Composed:
        return rules.approved(now, given["approved_on"], given["reference"])

    try:
        seen = given["seen"]
        actions.change(request.signed_in, open_, approved, act="composer.approve", seen=seen, once=form.key)
        drafts.accepted(request)
    except (Conflict, rules.NotNow):
        open_ = queries.opened(request.signed_in, question, act="composer.approve")
        return show(request, open_, late=True, approval=ApprovalForm(form.on_top_of(open_.row.revision)))
    return redirect("reporting:question", question)


@door("composer.send", to=composes)
@require_POST
def send(request: KeyedRequest, question: str) -> HttpResponse:
    """It went out."""
    open_ = queries.opened(request.signed_in, question, act="composer.send")
    try:
        actions.send(
            request.signed_in, open_, lambda now: rules.sent(now, today()), seen=seen_in(request), once=once_in(request)
        )
    except (Conflict, rules.NotNow):
        return _late(request, question, "composer.send")
    return redirect("reporting:question", question)


@door("composer.frozen", to=composes)
@require_GET
def frozen(request: KeyedRequest, question: str, reply: str) -> HttpResponse:
    """A frozen answer as it was frozen: to read, to copy, to print."""
    open_ = queries.opened(request.signed_in, question, act="composer.frozen")
    return _reply(request, open_, reply)


def _reply(request: KeyedRequest, open_: Open, reply: str, *, refusal: str = "") -> HttpResponse:
    snapshot = open_.frozen.get(reply)
    if snapshot is None:
        raise Refused
    made = document.read(snapshot.document)
    context = {
        "question": open_.row.id,
        "reply": reply,
        "forms": list(exports.FORMS.values()),
        "refusal": refusal,
        "number": list(open_.frozen).index(reply) + 1,
        "snapshot": snapshot,
        "made": made,
        "drawn": pictures.drawn(made),
        "stands": snapshot is open_.standing,
        "became": showing.standing_of(open_, reply),
    }
    return render(request, f"{PAGES}/frozen.html", context)


@door("composer.export", to=composes)
@require_GET
def export(request: KeyedRequest, question: str, reply: str, kind: str) -> HttpResponse:
    """A frozen answer as a file: made of the document that was frozen and of nothing else."""
    open_ = queries.opened(request.signed_in, question, act="composer.export")
    snapshot, form = open_.frozen.get(reply), exports.FORMS.get(kind)
    if snapshot is None or form is None:
        raise Refused
    try:
        content = form.make(document.read(snapshot.document))
    except CannotPrint as why:
        return _reply(request, open_, reply, refusal=str(why.sentence))
    answer = HttpResponse(content, content_type=form.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="answer.{form.ending}"'
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _done(request: KeyedRequest, open_: Open, change: Callable[[Composed], Composed], act: str) -> HttpResponse:
    """Do it and show the page; when somebody was earlier, the page as it is now."""
    question = open_.row.id
    try:
        actions.change(request.signed_in, open_, change, act=act, seen=seen_in(request), once=once_in(request))
    except (Conflict, rules.NotNow):
        return _late(request, question, act)
    return redirect("reporting:question", question)


def _late(request: KeyedRequest, question: str, act: str) -> HttpResponse:
    return show(request, queries.opened(request.signed_in, question, act=act), late=True)
