"""A register of sanction mediation with something on every page: run by itself, with Django set up on its folder."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.conf import settings

from kring.sanctions.files.codelists import Outcome, Prosecutor
from kring.sanctions.testing import a_minor, an_adult, found_bench
from kring.team import clock
from kring.team.clock import today


def found() -> None:
    """A file in each phase, with long words where words may be long. Their places go into a file."""
    bench = found_bench()
    places = {"opened": bench.file}
    places["adult"] = bench.begin(an_adult(), Prosecutor.ASKED)
    places["asked"] = bench.begin(replace(a_minor("Lies Van Damme"), residence="Lindestraat 4, " * 9))
    bench.offer()
    places["succeeded"] = bench.begin(a_minor("Mats Leys"))
    bench.offer()
    bench.report(Outcome.SUCCEEDED, "Mats helps to clear the square on Saturday. " * 20)
    places["failed"] = bench.begin(a_minor("Senne Claus"))
    bench.offer()
    bench.report(Outcome.FAILED)
    bench.serve(10)
    places["decided"] = bench.begin(an_adult("Nina Wils"))
    bench.decide()
    bench.begin(a_minor("Late Peeters", days_ago=230))
    with clock.on_day(date(today().year - 7, 3, 1)):
        bench.begin(a_minor("Old Janssens"))
        bench.offer()
        bench.report(Outcome.SUCCEEDED)
    (Path(settings.KRING_DATA) / "places.json").write_text(json.dumps(places))
