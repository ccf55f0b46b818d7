"""The privacy officer's journal: read by kind, period, dossier or colleague; checked on the spot; handed out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from kring.privacy.desk import log
from kring.privacy.desk.forms import DaysForm
from kring.privacy.desk.views import PAGES, privacy_officer
from kring.team.printing.handing import handed_over
from kring.vault import checkpoints, journal
from kring.vault.doors import KeyedRequest, door
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry


@door("privacy.journal", to=privacy_officer)
@require_http_methods(["GET", "POST"])
def access_log(request: KeyedRequest) -> HttpResponse:
    """Who opened a lock, never what lies behind it. A search is a POST: a number or a name stands in no address."""
    given = request.POST if request.method == "POST" else request.GET
    kind, period, before = given.get("kind", ""), given.get("period", ""), given.get("before", "")
    typed = request.POST.get("words", "").replace("\0", "").strip()[:80]
    days = DaysForm(given)
    sound = days.is_valid()
    asked = log.Asked(
        kind=kind if kind in log.KINDS else "",
        period=period if period in log.PERIODS else "week",
        before=int(before) if before.isdecimal() and len(before) < 19 else 0,
        about=log.named(typed) if typed else "",
        **(days.cleaned_data if sound else {}),
    )
    journal.record(verb=Verb.LISTED, act="privacy.journal", actor=request.signed_in.person)
    shown = log.page(asked) if sound and (asked.about or not typed) else log.Shown([])
    context: dict[str, Any] = {"asked": asked, "days": days, "words": typed, "shown": shown, "checked": None}
    return render(request, f"{PAGES}/journal.html", context | _choices() | _chain())


@door("privacy.verify", to=privacy_officer)
@require_POST
def verify(request: KeyedRequest) -> HttpResponse:
    """Compute the whole chain again, here and now."""
    findings = checkpoints.verify()
    journal.record(verb=Verb.LISTED, act="privacy.verify", actor=request.signed_in.person)
    shown = log.page(log.Asked())
    context: dict[str, Any] = {"asked": log.Asked(), "days": DaysForm(), "words": "", "shown": shown}
    return render(request, f"{PAGES}/journal.html", context | {"checked": findings} | _choices() | _chain())


@door("privacy.export", to=privacy_officer)
@require_POST
def export(request: KeyedRequest) -> HttpResponse:
    """The journal as a file for the checker that runs without Kring (tools/verify_journal.py), or its checkpoint.

    The checkpoint is made now: what is exported after it is no older than it.
    """
    journal.record(verb=Verb.LISTED, act="privacy.export", actor=request.signed_in.person)
    if "checkpoint" in request.POST:
        return handed_over(checkpoints.make_checkpoint().read_bytes(), "checkpoint", "note")
    whole = "".join(f"{line}\n" for line in checkpoints.export())  # at once: a slow reader holds no transaction open
    return handed_over(whole.encode(), f"journal-{timezone.localdate():%Y-%m-%d}", "jsonl")


def _choices() -> dict[str, Any]:
    return {
        "kinds": [(code, words) for code, (words, _fits) in log.KINDS.items()],
        "periods": [(code, words) for code, (words, _length) in log.PERIODS.items()],
    }


def _chain() -> dict[str, Any]:
    """The newest checkpoint that is ours, the key it is signed with, and how many entries there are now."""
    mine = [(path, one) for path, one in checkpoints.kept() if one is not None]
    size, key = JournalEntry.objects.count(), str(checkpoints.note_key())
    if not mine:
        return {"size": size, "key": key, "seal": "", "sealed": gettext("No checkpoint was made yet.")}
    _path, last = mine[-1]
    root = last.root.hex()
    return {
        "size": size,
        "key": key,
        "seal": f"{root[:4]} {root[4:8]} … {root[-4:]}",
        "sealed_size": last.size,
        "sealed": "",
    }
