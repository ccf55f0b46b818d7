"""What comes in the place of each placeholder: facts of the town, law of the day, and what the writer filled in."""

from collections.abc import Mapping
from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from kring.team import law
from kring.team.retention.queries import rule_on
from kring.team.retention.rules import Destination, NoRule, Series
from kring.team.wording.letters import LAWS
from kring.team.wording.placeholders import used

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


def values(text: str, language: str, on: date, facts: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """All values for a text of a day. facts: of the town. given: what the writer filled in, and his own name."""
    with translation.override(language):
        today, kept = date_format(on, "j F Y"), kept_for(on) if "kept" in used(text) else ""
    laws = {name: law.reference(of, on, language) for name, of in LAWS.items()}
    return {**facts, **laws, "today": today, "kept": kept, **given}


def kept_for(on: date) -> str:
    """How long a dossier is kept, as the selection rule of a day has it; "" while no rule holds (ARC-01, GDP-06)."""
    try:
        rule = rule_on(Series.DOSSIER, on)
    except NoRule:
        return ""
    if rule.destination != Destination.DESTROY:
        return gettext("We keep your dossier after we stop.")
    term = gettext("We keep your dossier %(term)s more after we stop, until the end of that year.")
    said = [term % {"term": _span(rule.months)}]
    if rule.most_months:
        minor = gettext(
            "Were you under eighteen then? We keep it until you are twenty, and never longer than %(term)s."
        )
        said.append(minor % {"term": _span(rule.most_months)})
    return " ".join([*said, gettext("Then it is destroyed.")])


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return ngettext("%(months)s month", "%(months)s months", months) % {"months": months}
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
