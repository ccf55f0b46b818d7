"""A register of mediation with something on every page: run by itself, with Django set up on its folder."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from kring.mediation.files import actions, volunteers
from kring.mediation.files.codelists import NotStarted, Side
from kring.mediation.files.content import SideContent
from kring.mediation.party import links
from kring.mediation.testing import CALL, NADIA, found_street
from kring.team import clock
from kring.team.clock import today
from kring.vault import outbox
from kring.vault.primitives import new_id

WORD = "lantern"


def found() -> None:
    """A file with two sheets, a helper and a page for B; one that did not start. Their places go into a file."""
    street = found_street()
    street.write(Side.A, replace(NADIA, intake_on=date(2026, 3, 5), willing="yes", told="Music. " * 60))
    street.write(Side.B, SideContent("Piet", "0400 00 00 02", "They knock.", "A bell.", date(2026, 3, 6), "doubts"))
    volunteers.let_help(street.open(), street.dries.principal, until=today(), once=new_id())
    page = {"to": "b@neighbours.example", "word": WORD, "when": "Friday at noon", "language": "nl"}
    links.give_page(street.open(), Side.B, **page, once=new_id())
    [mail] = [one for one in outbox.waiting() if one.template == "neighbours"]
    places = {"file": street.file, "token": mail.words["token"]}
    street.file = actions.register_call(street.wout.session, CALL, NADIA, once=new_id())
    street.decide(replace(CALL, not_started=NotStarted.ADVICE_WAS_ENOUGH.value))
    places["over"] = street.file
    with clock.on_day(today() - timedelta(days=90)):
        street.file = actions.register_call(street.wout.session, replace(CALL, label="Vest"), NADIA, once=new_id())
        for side in Side:
            street.write(side, replace(NADIA, intake_on=today(), willing="yes"))
        street.decide(replace(CALL, label="Vest", form="direct", met_on=today()))
        for side in Side:
            street.write(side, replace(street.open().sides[side], result="agreed"))
    (Path(settings.KRING_DATA) / "places.json").write_text(json.dumps(places))
