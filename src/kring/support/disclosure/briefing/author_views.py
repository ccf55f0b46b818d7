"""The letters upward about one dossier, for who wrote them, and writing one."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.support.disclosure.briefing import actions, queries, readers
from kring.support.disclosure.briefing.forms import BriefingForm
from kring.support.disclosure.briefing.shown import shown
from kring.support.disclosure.decision import lines
from kring.support.dossier.agreements.queries import agreed
from kring.support.dossier.disclosing.rules import MayNotShare
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import opening
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGES = "support/disclosure/briefing/pages"


@door("briefing.of_dossier")
@require_GET
def briefings(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What I asked the head of service about this dossier, and what came back."""
    opened = opening(request.signed_in, dossier, act="briefing.of_dossier")
    found = queries.of_dossier(request.signed_in, dossier)
    row = opened.dossier
    names = team.colleagues(
        {row.holder, row.deputy, *(each for one in found for each in (one.letter.by, one.letter.to))}
    )
    context = {
        "frame": frame(row, opened.summary, "disclosure:told", names=names),
        "letters": [shown(one, names) for one in found],
    }
    return render(request, f"{PAGES}/of_dossier.html", context)


@door("briefing.brief")
@require_http_methods(["GET", "POST"])
def brief(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write one. Nothing of the dossier goes along but the lines that are chosen."""
    opened = lines.enter(request.signed_in, dossier, act="briefing.brief")
    given = request.POST if request.method == "POST" else None
    form = BriefingForm(lines.lines(opened), readers.heads(readers.FIRST), given, agreed=agreed(opened.keys, dossier))
    if form.is_bound and form.is_valid():
        by = request.signed_in.person
        letter, told = form.letter(by), form.told(by)
        send = partial(actions.write, secrecy=form.secrecy, once=form.key, fresh=form.fresh)
        if done(form, lambda: send(opened, letter, told)):
            drafts.accepted(request)
            return HttpResponseRedirect(reverse("disclosure:of_dossier", args=[dossier]))
    context = {"dossier": dossier, "label": opened.summary.label, "form": form}
    return render(request, f"{PAGES}/brief.html", context)


def done(form: BriefingForm, do: Callable[[], None]) -> bool:
    """Do it; False with a sentence in the form when it may not be, or somebody was earlier."""
    try:
        do()
    except MayNotShare as reason:
        form.refuse(reason)
    except Conflict:
        form.add_error(None, gettext("A colleague was earlier. Look again."))
    else:
        return True
    return False
