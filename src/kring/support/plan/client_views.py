"""Sending the client the own link, and the link itself: the word first, then the page, then saying something.

GET changes nothing and knows nothing. A wrong word, a link that is over or never was, a closed dossier: one answer.
"""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.intake.status import guesses
from kring.support.intake.status.guesses import TooMany
from kring.support.plan import client_link, looking, sheet_shown, shown, visits, word_page
from kring.support.plan.client_link import OpenClient
from kring.support.plan.content import Place
from kring.support.plan.opening import open_plan
from kring.support.plan.rules import NotWhole
from kring.support.plan.word_page import PAGES
from kring.team import queries as team
from kring.team.address import address_of
from kring.team.clock import today
from kring.team.form_fields import text_field
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

WORD = "own_word"


class SendForm(forms.Form):
    """Where the link goes, and the word that opens it."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    to = forms.EmailField(
        label=_("Mail address of the client"),
        max_length=254,
        error_messages={"required": _("Write where the link goes.")},
    )
    word = forms.CharField(
        label=_("The client’s own word"),
        max_length=40,
        help_text=_("Six letters or more, chosen by the client. It never stands in the mail."),
        error_messages={"required": _("Choose a word of six letters or more.")},
    )


class SayForm(forms.Form):
    """What the client wants to say."""

    word = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    words = text_field(_("I want to say something"), rows=True, most=2000)


@door("plan.sheet_send")
@require_http_methods(["GET", "POST"])
def send(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Send what stands behind the link."""
    opened = open_plan(request.signed_in, dossier, act="plan.sheet_send")
    if not opened.is_open:
        raise Refused
    form = SendForm(request.POST if request.method == "POST" else None, initial={"once": new_id()}, auto_id="send-%s")
    label = opened.opened.summary.label
    if form.is_bound and form.is_valid():
        names = team.colleagues(shown.people_of(opened))
        said = sheet_shown.of(opened, names, label, today(), Place.LINK)
        try:
            client_link.send_link(opened, said, **form.cleaned_data)
        except NotWhole as reason:
            form.add_error(reason.field, str(reason.sentence))
        except Conflict:
            form.add_error(None, gettext("A colleague was earlier. Your words still stand here: look."))
        else:
            return HttpResponseRedirect(f"{reverse('plan:sheet', args=[dossier])}?done=sent")
    status = 400 if form.is_bound else 200
    return render(
        request, f"{PAGES}/sheet_send.html", {"form": form, "dossier": dossier, "label": label}, status=status
    )


@door("plan.own", public=True)
@require_http_methods(["GET", "POST"])
def own(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the word; with the word show the page; with something said keep it. A visit that is over asks anew."""
    visit = request.POST.get("visit", "")
    around = visits.around(visit)
    if request.method == "GET":
        return word_page.asks(request, WORD, **around)
    over = visits.is_over(visit)
    if over and "words" not in request.POST:
        return word_page.asks(request, WORD, **around)
    try:
        guesses.check(address_of(request))
        opened = client_link.open_client(token, request.POST.get("word", ""))
    except TooMany:
        return word_page.slows_down(request, WORD, **around)
    except Refused:
        return word_page.refuses(request, WORD, **around)
    form, said = _said(request, opened)
    if over:  # what was typed for long is kept all the same
        return word_page.asks(request, WORD, said=said, **around)
    return _page(request, opened, form, {"said": said, **around})


def _said(request: KeyedRequest, opened: OpenClient) -> tuple[SayForm, bool]:
    """The form to say something, and whether something was said just now."""
    sending = {"word": request.POST["word"], "once": f"{opened.link.principal}.{new_id()}"}
    form = SayForm(request.POST if "once" in request.POST else None, initial=sending)
    if form.is_bound and form.is_valid():
        client_link.say(opened, form.cleaned_data["words"], once=form.cleaned_data["once"])
        return SayForm(initial=sending), True
    return form, False


def _page(request: KeyedRequest, opened: OpenClient, form: SayForm, around: dict[str, Any]) -> HttpResponse:
    copy, dossier = opened.copy, opened.link.dossier
    names = team.colleagues({dossier.holder, dossier.deputy})
    who = [names[one].name.split()[0] for one in (dossier.holder, dossier.deputy) if one in names]
    context = {
        **around,
        "sheet": copy,
        "goals": [goal for goal in copy.goals if not goal.closed],
        "folded": [goal for goal in copy.goals if goal.closed],
        "form": form,
    }
    with override(sheet_shown.spoken(copy.language)):
        two = len(who) > 1
        context["readers"] = (
            gettext("%(these)s and %(last)s") % {"these": who[0], "last": who[1]} if two else "".join(who)
        )
        context["looked"] = list(looking.sentences(opened.link.dossier_id))
        return word_page.shows(request, "own", context, status=400 if form.errors else 200)
