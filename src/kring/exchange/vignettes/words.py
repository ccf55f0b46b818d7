"""What stands in the place of what went, in the language of who writes, and what of a kind went."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kring.exchange.vignettes.building import Said

SEASONS = (_("winter"), _("spring"), _("summer"), _("autumn"))


def said() -> Said:
    """In brackets, so that one sees what was taken out and building again leaves it alone."""
    return Said(
        person=lambda number: f"[{gettext('client')}]" if number == 0 else f"[{gettext('person')} {number}]",
        place=f"[{gettext('a place')}]",
        number=f"[{gettext('a number')}]",
        mail=f"[{gettext('an e-mail address')}]",
        link=f"[{gettext('a link')}]",
        day=_season,
        age=_band,
    )


def gone(counts: dict[str, int]) -> list[str]:
    """How much of each kind went."""
    told = {
        "person": lambda n: ngettext("%(n)s name", "%(n)s names", n) % {"n": n},
        "place": lambda n: ngettext("%(n)s place", "%(n)s places", n) % {"n": n},
        "number": lambda n: ngettext("%(n)s number", "%(n)s numbers", n) % {"n": n},
        "mail": lambda n: ngettext("%(n)s e-mail address", "%(n)s e-mail addresses", n) % {"n": n},
        "link": lambda n: ngettext("%(n)s link", "%(n)s links", n) % {"n": n},
        "day": lambda n: ngettext("%(n)s day made coarse", "%(n)s days made coarse", n) % {"n": n},
        "age": lambda n: ngettext("%(n)s age made coarse", "%(n)s ages made coarse", n) % {"n": n},
    }
    return [told[kind](number) for kind, number in counts.items()]


def _season(season: int, year: int | None) -> str:
    return f"[{SEASONS[season]}{f' {year}' if year else ''}]"


def _band(low: int, high: int | None) -> str:
    if high is None:
        return f"[{gettext('%(low)s years or older') % {'low': low}}]"
    return f"[{gettext('%(low)s to %(high)s years') % {'low': low, 'high': high}}]"
