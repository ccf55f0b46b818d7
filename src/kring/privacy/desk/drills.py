"""The records of the trustees' drills at the privacy officer's desk: that a lost key can be given again is proved."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.desk.views import PAGES, privacy_officer
from kring.team.recovering import drill, due
from kring.team.recovering.drill_show import told
from kring.vault.doors import KeyedRequest, door


@door("privacy.drills", to=privacy_officer)
@require_GET
def drills(request: KeyedRequest) -> HttpResponse:
    """Every drill: when, who, how long, what went wrong; and whether one is due."""
    shown = {"records": told(drill.records()), "due": due.is_due(), "due_at": due.due_at()}
    return render(request, f"{PAGES}/drills.html", shown)
