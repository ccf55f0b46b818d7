"""One long day in the house, through its real pages, from a worry that comes in to a role that ends.

Everybody also types wrong things in wrong places. It runs against a served house and inside the test's own process
alike. A file a step, named after it.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.stories import (
    planting_around,
    planting_closing,
    planting_concerns,
    planting_desk,
    planting_exchange,
    planting_followup,
    planting_intake,
    planting_person,
    planting_pot,
    planting_privacy,
    planting_referral,
    planting_reporting,
    planting_street,
    planting_team,
    planting_told,
)
from tests.stories.planting import Place, Planting


@dataclass
class Day:
    """The day itself. Passwords, cookies, links and codes are planted too: they may lie nowhere either."""

    place: Place
    planted: Planting
    password: str
    folder: Path

    def spend(self) -> None:
        """Everything, in an order in which it can happen."""
        self.planted.words["the password"] = self.password
        code = planting_intake.somebody_refers(self)
        planting_intake.mail_comes_in(self)
        noor = planting_team.comes_in(self, "noor")
        planting_intake.takes_down(self, noor)
        planting_referral.becomes_a_dossier(self, noor, code)
        planting_desk.takes_over(self, noor)
        planting_desk.makes_an_appointment(self, noor)
        planting_desk.refers_onward(self, noor)
        planting_street.walks(noor, self.planted)
        planting_street.attaches(noor, self.planted)
        planting_desk.agrees(self, noor)
        planting_person.asks(self.planted, noor)
        planting_told.tells(self.planted, noor)
        planting_told.agrees(self.planted, noor)
        planting_followup.goes_out(self.planted, noor)
        planting_closing.ends(self.planted, noor)
        samir = planting_team.comes_in(self, "samir")
        planting_concerns.shares(self, noor)
        planting_exchange.meets(self.planted, noor, samir)
        planting_exchange.learns(self.planted, noor, samir)
        planting_privacy.breaks_the_glass(self.planted, noor, samir)
        planting_followup.hands_over(self.planted, noor, samir, "Samir")
        planting_privacy.looks_into_it(self.planted, planting_team.comes_in(self, "hilde"))
        ann = planting_team.comes_in(self, "ann")
        planting_team.newcomer_gets_in(self, ann, noor)
        greet, saar = (planting_team.comes_in(self, other) for other in ("greet", "saar"))
        planting_told.asks(self.planted, noor, greet)
        planting_desk.tells_how_it_goes(self, noor, greet)
        planting_reporting.composes(self, saar, planting_team.comes_in(self, "jonas"))
        planting_pot.publishes(self, greet)
        planting_pot.applies(self)
        planting_pot.looks(self, greet, *(planting_team.comes_in(self, other) for other in ("wout", "bart")))
        for looking in (noor, greet, saar, ann):
            planting_around.looks_around(self, looking)
        planting_around.somebody_is_rude(self)
