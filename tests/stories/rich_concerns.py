"""Concerns of a rich town: a thread that waits, one that asks, one that is closed, and a partner. Nobody exists."""

from dataclasses import replace

from kring.concerns.own.copying import renew
from kring.concerns.own.filing import take_in
from kring.concerns.testing import SOFIE, WORD, invited
from kring.concerns.threads import actions
from kring.concerns.threads.opening import open_concern, open_partner
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.primitives import new_id

SEEN = (
    "Drie maandagen na elkaar afwezig. Zit alleen aan de fietsenstalling. Ik zei dat ik me zorgen maak en dat ik met "
    "jullie praat. Dat was oké. Thuis neemt niemand de telefoon op en de leerkrachten weten niet meer wat te doen."
)

ANSWER = "Bedankt dat je dit deelt. Zullen we donderdag bellen?"


def share(town: Town) -> tuple[dict[str, str], tuple[str, str]]:
    """Paths of concerns by name, and the link of Sofie with its word."""
    noor = town.noor
    sofie = invited(noor)
    invited(town.samir, replace(SOFIE, name="Yara Vandenbroucke-Van Overstraeten", email="yara@school.example"))
    waits = sofie.raise_concern(SEEN, signs="stays_away", knows="agrees")
    asked = sofie.raise_concern("Heeft geen vrienden meer. Staat alleen.", signs="alone", knows="not_yet")
    closed = sofie.raise_concern("Ik maakte me zorgen, maar het gaat beter.")
    take_in(noor.session, [open_partner(noor.session, sofie.partner, act="test.open")], circle="")

    def on(concern: str, *steps: str) -> None:
        for what in steps:
            opened, of = open_concern(noor.session, concern, act="test.open")
            seen, once = of.record.revision, new_id()
            if what == "answer":
                actions.answer(opened, of, ANSWER, seen=seen, once=once, copied=renew)
            elif what == "take":
                actions.take_up(opened, of, seen=seen, once=once, copied=renew)
            else:
                actions.decide(opened, of, what, today(), seen=seen, once=once, copied=renew)

    on(asked, "take", "answer", "referral")
    on(closed, "answer", "talk_was_enough")
    return {"concern": waits, "concern-asked": asked, "partner": sofie.partner}, (f"seen/{sofie.token}", WORD)
