"""What a file leaves behind for figures: one fact, written and never read here.

It is named by the file's own key, so what is written later replaces it without reading; when the file is destroyed, the
fact stays, and nothing is left that could change it or lead to anybody.
"""

from kring.sanctions.figures.content import SanctionTold
from kring.sanctions.files import terms
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.team.clock import months_after
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.gate import Keys

KIND = "sanctions"
MINOR, ADULT = "minor", "adult"
NOT_OFFERED, WAITING, OPEN = "not_offered", "waiting", "open"
NO_SERVICE, SERVING = "no_service", "serving"
BANDS = {"14-15": 16, "16-17": 18, "18-25": 26}
"""Group -> the birthday that ends it; who is older stands in `OLDER`."""
OLDER = "26+"


def tell(
    act: Act, keys: Keys, file: str, person: PersonContent, result: ResultContent, decision: DecisionContent
) -> None:
    """Leave what is known of a file now."""
    named = facts.row_key(keys, bundle=file, part="person")
    facts.write(act, kind=KIND, row_key=named, event="file", content=told(person, result, decision))


def told(person: PersonContent, result: ResultContent, decision: DecisionContent) -> SanctionTold:
    """The fact itself: codes and a day."""
    return SanctionTold(
        established_on=person.established_on,
        nature=person.nature,
        age=MINOR if terms.minor(person) else ADULT,
        band=band(person),
        mediation=result.outcome or (WAITING if person.offered_on else NOT_OFFERED),
        service=decision.service or (SERVING if decision.service_offered_on else NO_SERVICE),
        sanction=decision.sanction or OPEN,
    )


def band(person: PersonContent) -> str:
    """The group of age on the day of the facts."""
    ends = ((name, months_after(person.born_on, years * 12)) for name, years in BANDS.items())
    return next((name for name, day in ends if person.happened_on < day), OLDER)
