"""The list of one worker: open dossiers held or joined, with last contact and next open action."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from benchmarks.floor.cases.models import Action, Contact, Dossier

Groups = dict[str, list[Dossier]]


def open_dossiers(user: User) -> QuerySet[Dossier]:
    contacts = Contact.objects.filter(dossier=OuterRef("pk")).order_by("-held_on")
    steps = Action.objects.filter(dossier=OuterRef("pk"), done_on=None).order_by("due_on")
    listed: dict[str, Any] = {
        "last_contact_on": Subquery(contacts.values("held_on")[:1]),
        "next_step": Subquery(steps.values("text")[:1]),
        "next_step_on": Subquery(steps.values("due_on")[:1]),
    }
    mine = Dossier.objects.filter(Q(holder=user) | Q(deputy=user), closed_on=None).select_related("client")
    return mine.annotate(**listed).order_by(F("next_step_on"), "number")


def find(user: User, words: str) -> QuerySet[Dossier]:
    """Dossiers of this worker with exactly this number, first name or full name."""
    first, _, last = words.partition(" ")
    name = Q(client__first_name=first, client__last_name=last) if last else Q(client__first_name=first)
    return open_dossiers(user).filter(Q(number=words.upper()) | name)


def by_attention(dossiers: Iterable[Dossier]) -> Groups:
    soon = timezone.localdate() + timedelta(days=7)
    groups: Groups = {"quiet": [], "this_week": [], "later": []}
    for dossier in dossiers:
        if dossier.is_quiet:
            groups["quiet"].append(dossier)
        elif dossier.next_step_on and dossier.next_step_on <= soon:
            groups["this_week"].append(dossier)
        else:
            groups["later"].append(dossier)
    return groups
