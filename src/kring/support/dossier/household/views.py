"""The page of a household: which dossiers belong with this one, linking one more, ending a link."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.dossier.household import actions, queries
from kring.support.dossier.household.forms import LinkForm, Relation
from kring.support.dossier.household.queries import PART
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.dossier.queries import of_colleague
from kring.support.dossier.rows import summary
from kring.vault import gate
from kring.vault.doors import KeyedRequest, door
from kring.vault.gate import Keys
from kring.vault.refusals import Refused


@door("household.household")
@require_http_methods(["GET", "POST"])
def household(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What belongs together with this dossier; for its holder, one more of the dossiers one holds."""
    opened = opening(request.signed_in, dossier, act="household.household")
    me, rows = request.signed_in.person, list(queries.of(dossier))
    around = Dossier.objects.select_related("summary").filter(of_colleague(me) & ~Q(id=dossier))
    others = [row.verified() for row in around]
    keys = opened.keys.joined(
        gate.entering(
            request.signed_in,
            act="household.list",
            of=[],
            beside=[*(row.id for row in rows), *(row.id for row in others)],
            parts=[PART, "summary"],
            strict=False,
        )
    )
    linked = queries.linked(keys, dossier, rows, others)
    there = {one.dossier for one in linked}
    mine = _to_link(keys, opened.dossier, (row for row in others if row.holder == me and row.id not in there))
    form = LinkForm(request.POST if request.method == "POST" else None, mine=mine)
    holds = opened.dossier.holder == me
    if request.method == "POST":
        if not holds:
            raise Refused
        if request.POST.get("other") in there:
            return HttpResponseRedirect(reverse("dossier:household", args=[dossier]))
        if form.is_valid():
            given = form.cleaned_data
            other = next(row for row in others if row.id == given["other"])
            actions.link(
                request.signed_in,
                keys,
                opened.dossier,
                other,
                given["relation"],
                seen={row.id for row in rows},
                once=given["once"],
            )
            return HttpResponseRedirect(reverse("dossier:household", args=[dossier]))
    shown = {
        "frame": frame(opened.dossier, opened.summary, "desk:dossier"),
        "form": form if holds and mine else None,
        "holds": holds,
        "linked": lines(linked),
    }
    return render(request, "support/dossier/pages/household.html", shown, status=422 if form.errors else 200)


@door("household.unlink")
@require_POST
def unlink(request: KeyedRequest, dossier: str, link: str) -> HttpResponse:
    """End a link."""
    opened = opening(request.signed_in, dossier, act="household.household")
    actions.unlink(request.signed_in, opened.dossier, link)
    return HttpResponseRedirect(reverse("dossier:household", args=[dossier]))


def _to_link(keys: Keys, dossier: Dossier, held: Iterable[Dossier]) -> list[tuple[str, str]]:
    """Of what one holds, what can be linked: open, in the same circle; id and name, in order of name."""
    fit = [row for row in held if row.state == Dossier.State.OPEN and row.circle == dossier.circle]
    named = {row.id: f"{summary(keys, row).label} · {row.number}" for row in fit if keys.holds(row.id, "summary")}
    return sorted(named.items(), key=lambda one: one[1])


def lines(linked: list[queries.Linked]) -> list[dict[str, str]]:
    """The other sides in words."""
    return [
        {
            "link": one.link,
            "url": reverse("desk:dossier", args=[one.dossier]),
            "label": one.label,
            "number": one.number,
            "relation": str(Relation(one.household.relation).label),
            "since": words.day(one.household.on),
        }
        for one in linked
    ]
