"""Who may raise concerns: inviting, a new link, ending it."""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.concerns import access
from kring.concerns.desk import showing
from kring.concerns.desk.forms import InviteForm, LinkForm
from kring.concerns.desk.views import PAGES, answers
from kring.concerns.own import ending, links
from kring.concerns.partners import actions
from kring.concerns.partners.rules import NotYet, end_of_school_year
from kring.concerns.threads.opening import open_partner, open_partners
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

DONE = {
    "invited": gettext_lazy("The link is under way. Say the word by phone."),
    "ended": gettext_lazy("The page is over. The link opens nothing any more."),
}


@door("concerns.partners", to=answers)
@require_GET
def partners(request: KeyedRequest) -> HttpResponse:
    """Who may raise concerns."""
    circle = team.circle(access.CIRCLE).principal
    opened = open_partners(request.signed_in, circle=circle, act="concerns.partners")
    shown = {"partners": showing.partners(opened), "done": DONE.get(request.GET.get("done", ""), "")}
    return render(request, f"{PAGES}partners.html", shown)


@door("concerns.invite", to=answers)
@require_http_methods(["GET", "POST"])
def invite(request: KeyedRequest) -> HttpResponse:
    """Invite somebody at a school."""
    form = InviteForm(request.POST) if request.method == "POST" else InviteForm(until=end_of_school_year(today()))
    if form.is_valid():
        given = form.cleaned_data
        try:
            links.check_word(given["word"])
            made = actions.invite(request.signed_in, form.content(), until=given["until"], once=given["once"])
            opened = open_partner(request.signed_in, made, act="concerns.page")
            links.give_page(opened, word=given["word"], language=given["language"], once=given["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            return _back("invited")
    return render(request, f"{PAGES}invite.html", {"form": form})


@door("concerns.page", to=answers)
@require_http_methods(["GET", "POST"])
def link(request: KeyedRequest, partner: str) -> HttpResponse:
    """A new link, with a new word; the one of before is over."""
    opened = open_partner(request.signed_in, partner, act="concerns.page")
    form = LinkForm(request.POST) if request.method == "POST" else LinkForm()
    if form.is_valid():
        given = form.cleaned_data
        try:
            links.give_page(opened, word=given["word"], language=given["language"], once=given["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            return _back("invited")
    return render(request, f"{PAGES}link.html", {"form": form, "who": opened.content.name})


@door("concerns.end", to=answers)
@require_POST
def end(request: KeyedRequest, partner: str) -> HttpResponse:
    """End it today."""
    opened = open_partner(request.signed_in, partner, act="concerns.end")
    with suppress(Conflict):  # a colleague ended it in the same moment
        ending.end(opened)
    return _back("ended")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('concerns:partners')}?done={done}")
