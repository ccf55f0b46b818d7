"""The pages of a batch: proposing it, what is in it, approving, destroying, and the declaration."""

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kring.privacy.preserving.queries import is_there
from kring.privacy.preserving.sample import keeps
from kring.privacy.retention import batches, destroying, sheet
from kring.privacy.retention.due import BATCHED
from kring.privacy.retention.forms import StepForm
from kring.privacy.retention.models import Batch, BatchItem
from kring.privacy.retention.offices import acting_as, at_the_desk
from kring.team.retention import Series
from kring.team.retention.queries import by_row
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "privacy/retention/pages"
STEPS = ("approve", "destroy", "call_off")


@door("retention.propose", to=at_the_desk)
@require_POST
def propose(request: KeyedRequest, series: str) -> HttpResponse:
    """Put together what is over."""
    form = StepForm(request.POST)
    if series not in BATCHED or not form.is_valid():
        raise Refused
    try:
        made = batches.propose(request.signed_in.person, Series(series), once=form.cleaned_data["once"])
    except (batches.NotNow, Conflict):
        return redirect("privacy:retention")
    return redirect("privacy:batch", made)


@door("retention.batch", to=at_the_desk)
@require_GET
def batch(request: KeyedRequest, batch: str) -> HttpResponse:
    """One batch: counts, days and numbers."""
    return _shown(request, batch)


@door("retention.batch_step", to=at_the_desk)
@require_POST
def batch_step(request: KeyedRequest, batch: str, step: str) -> HttpResponse:
    """Approve it, destroy it, or call it off."""
    form, person = StepForm(request.POST), request.signed_in.person
    if step not in STEPS or not form.is_valid() or not Batch.objects.filter(id=batch).exists():
        raise Refused
    try:
        if step == "approve":
            given = form.cleaned_data
            batches.approve(person, acting_as(request), batch, seen=given["seen"], once=given["once"])
        elif step == "call_off":
            batches.call_off(person, batch)
        else:
            batches.begin(person, batch)
            destroying.go_on()
    except batches.NotNow as why:
        return _shown(request, batch, wrong=str(why.sentence), status=409)
    except Conflict:
        return _shown(request, batch, wrong=_("A colleague was earlier: look how it stands now."), status=409)
    return redirect(f"{reverse('privacy:batch', args=[batch])}?done={step}")


@door("retention.declaration", to=at_the_desk)
@require_GET
def declaration(request: KeyedRequest, batch: str) -> HttpResponse:
    """What was destroyed, by which rule, when, on whose approval: to print and keep."""
    row = _batch(batch)
    return render(request, f"{PAGES}/declaration.html", {"batch": row, **sheet.declaration(row)})


def _batch(batch: str) -> Batch:
    row: Batch | None = Batch.objects.filter(id=batch).first()
    if row is None:
        raise Refused
    return row.verified()


def _shown(request: KeyedRequest, batch: str, *, wrong: str = "", status: int = 200) -> HttpResponse:
    gone = Count("batch__declarations", distinct=True)
    rows = BatchItem.objects.filter(batch=batch).select_related("batch").annotate(given=is_there(), gone=gone)
    items = [one.verified() for one in rows.order_by("over_on", "number")]
    row: Batch = items[0].batch.verified() if items else _batch(batch)
    rule = by_row(row.rule)
    unkept = {one.subject for one in items if rule and not one.given and keeps(rule, one.number)}
    back = sheet.held_back(items, unkept=unkept, but=row.request)
    destroyed = items[0].gone if items else row.declarations.count()
    shown = sheet.of(row, rule, items, batches.approvals(row), back, acting_as(request), gone=destroyed)
    context = {"sheet": shown, "batch": row, "once": new_id(), "wrong": wrong, "done": request.GET.get("done", "")}
    return render(request, f"{PAGES}/batch.html", context, status=status)
