"""Telling something outside, for tests: what a colleague fills in on the page, and a dossier to tell from."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground, Recipient
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.plan.testing import ROOM, an_action
from kring.support.testing import ON, a_dossier
from kring.team.protocols.queries import newest
from kring.team.protocols.testing import a_protocol
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

JANA = "Jana Pauwels"
FOR = "Zij mag weten dat het beter gaat."
ROOM_LINE = f"Plan: {ROOM.what}"


def a_told_dossier(town: Town, *, along: Persona | None = None) -> Dossier:
    """A dossier of Noor with an action in its plan; somebody works along if named. A protocol is registered."""
    made = a_dossier(town)
    a_protocol(town)
    an_action(town.noor, made.dossier)
    if along:
        keys = opening(town.noor.session, made.dossier.id, act="test.along", parts=["plan"]).keys
        with acting("test.along", by=town.noor.principal) as act:
            add_co_worker(act, keys, made.dossier, along.principal, from_on=ON)
    return made.dossier


def filled(ground: str = Ground.AGREEMENT, **other: Any) -> dict[str, Any]:
    """A whole form: everything of the ground is ticked, and the client knows."""
    kind = Recipient.PROSECUTION if ground == Ground.REPORT else Recipient.CARE
    return {
        "once": new_id(),
        "recipient": JANA,
        "organisation": "CAW",
        "kind": kind,
        "ground": ground,
        f"weighed_{ground}": [code for code, _said in CHECKLIST[ground]],
        "danger": "Zij wordt geslagen.",
        "alone": "Niemand van ons komt nog binnen.",
        "typed": "Hij slaapt weer thuis.\nHij komt op dinsdag.",
        "informed": "yes",
        "agreed_for": FOR,
        "on": ON.isoformat(),
        "protocol": next((one.row for one in newest()), "") if ground == Ground.SHARED else "",
        **other,
    }


def tell(who: Persona, dossier: str, sent: dict[str, Any]) -> HttpResponse:
    """Send the form of telling something outside."""
    return who.client.post(f"/dossiers/{dossier}/passed-on/new", sent)  # type: ignore[return-value]  # of a test client


def hurry(who: Persona, dossier: str, **other: Any) -> HttpResponse:
    """Two taps."""
    sent = {"once": new_id(), "kind": Recipient.EMERGENCY, "now": "life", "words": "Hij viel.", **other}
    return who.client.post(f"/dossiers/{dossier}/passed-on/urgent", sent)  # type: ignore[return-value]  # the same


def asked(to: Persona, ground: str = Ground.NECESSITY, **other: Any) -> dict[str, Any]:
    """A whole letter upward: a question, what one could do, a line, an end."""
    return {
        "once": new_id(),
        "to": to.principal,
        "question": "Mogen we hem zelf naar het ziekenhuis brengen?",
        "options": "Zelf rijden\nEen taxi betalen",
        "needs": "Een woord vóór morgen.",
        "typed": "Hij durft niet alleen.",
        "ground": ground,
        f"weighed_{ground}": [code for code, _said in CHECKLIST[ground]],
        "informed": "yes",
        "agreed_for": FOR,
        "until": (ON + timedelta(days=10)).isoformat(),
        **other,
    }


def ask(who: Persona, dossier: str, sent: dict[str, Any]) -> HttpResponse:
    """Send a letter upward."""
    return who.client.post(f"/dossiers/{dossier}/briefings/new", sent)  # type: ignore[return-value]  # the same


def agree(who: Persona, dossier: str, **other: Any) -> HttpResponse:
    """Write down that the client wants Jana to be told."""
    sent = {
        "once": new_id(),
        "partner": JANA,
        "organisation": "CAW",
        "sorts": ["plan"],
        "purpose": "Om samen te helpen.",
        "way": "spoken",
        "on": ON.isoformat(),
        "until": (ON + timedelta(days=182)).isoformat(),
        **other,
    }
    return who.client.post(f"/dossiers/{dossier}/agreed", sent)  # type: ignore[return-value]  # the same


def withdraw(who: Persona, dossier: str, agreement: str, **other: Any) -> HttpResponse:
    """Write down that the client wants it no more."""
    sent = {"once": new_id(), "on": ON.isoformat(), "told_by": "Robin zelf", **other}
    return who.client.post(f"/dossiers/{dossier}/agreed/{agreement}", sent)  # type: ignore[return-value]  # the same
