"""What comes in the place of each placeholder: facts of the town, law of the day, and what the writer filled in."""

from collections.abc import Mapping
from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from kring.team import law
from kring.team.wording.letters import LAWS

INVENTED = {
    "nl": {
        "name": "Kobe",
        "colleague": "Noor Claes",
        "day": "woensdag 10 maart om 14 uur",
        "place": "het buurthuis aan de vaart",
        "organisation": "CAW De Brug",
        "service": "woonbegeleiding",
        "request": "Kobe zoekt een eigen plek. Hij vraagt hulp bij de papieren.",
    },
    "fr": {
        "name": "Kobe",
        "colleague": "Noor Claes",
        "day": "mercredi 10 mars à 14 heures",
        "place": "la maison de quartier du canal",
        "organisation": "CAW De Brug",
        "service": "accompagnement au logement",
        "request": "Kobe cherche un logement à lui. Il demande de l’aide pour les papiers.",
    },
    "en": {
        "name": "Kobe",
        "colleague": "Noor Claes",
        "day": "Wednesday 10 March at 2 pm",
        "place": "the community house by the canal",
        "organisation": "CAW De Brug",
        "service": "housing support",
        "request": "Kobe looks for a place of his own. He asks for help with the papers.",
    },
}
"""Words for a preview. Nobody in here exists."""


def values(language: str, on: date, facts: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """All values for a letter of a day. facts: of the town. given: what the writer filled in, and his own name."""
    with translation.override(language):
        today = date_format(on, "j F Y")
    laws = {name: law.reference(of, on, language) for name, of in LAWS.items()}
    return {**facts, **laws, "today": today, **given}
