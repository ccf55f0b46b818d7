"""The words of a list row: dates, durations and phases, each said once a page however many rows need it.

Formatting per row is what makes lists slow, so equal dates and numbers are looked up, not formatted again.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial, update_wrapper
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from kring.support.dossier.codelists import Area, Gender, LanguageHelp
from kring.support.dossier.content import Identity, Mode, Phase

PHASES: dict[Phase, Promise] = {
    Phase.NETWORK: gettext_lazy("Network"),
    Phase.CONSULTATION: gettext_lazy("Client consultation"),
    Phase.PLAN: gettext_lazy("Plan"),
    Phase.FOLLOWUP: gettext_lazy("Follow-up"),
    Phase.CLOSING: gettext_lazy("Closing"),
}
MODES: dict[Mode, Promise] = {
    Mode.DIRECTION: gettext_lazy("Case direction"),
    Mode.HANDS_ON: gettext_lazy("Outreach"),
    Mode.HYBRID: gettext_lazy("Case direction and outreach"),
}

NEAR_DAYS = 28
"""So far from today a weekday and a day of the month name one day alone."""


class said[**P]:  # noqa: N801  a decorator
    """Remember what was said, per language: a page asks the same few dates and numbers again and again."""

    def __init__(self, saying: Callable[P, str]) -> None:
        plain: Callable[..., str] = saying

        @lru_cache(maxsize=2048)
        def remembered(language: str, *args: Any) -> str:
            return plain(*args)

        self._remembered = remembered
        update_wrapper(self, saying)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> str:
        return self._remembered(get_language() or "", *args, *kwargs.values())

    def here(self) -> Callable[P, str]:
        """The same in the language of this page, for who says it of every row."""
        spoken: Callable[..., str] = partial(self._remembered, get_language() or "")
        return spoken


@said
def ago(days: int) -> str:
    """How long since there was contact: "today", "yesterday", "31 days"."""
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


@said
def tried(times: int) -> str:
    """How often contact was tried since."""
    if not times:
        return gettext("not tried yet")
    return ngettext("tried %(times)s time", "tried %(times)s times", times) % {"times": times}


@said
def rhythm(days: int | None) -> str:
    """The rhythm agreed with the client."""
    if days is None:
        return gettext("no rhythm agreed")
    if days % 7:
        return ngettext("every day", "every %(days)s days", days) % {"days": days}
    return ngettext("every week", "every %(weeks)s weeks", days // 7) % {"weeks": days // 7}


@said
def by_when(on: date | None, today: date) -> str:
    """When the next step is: "today", "expected yesterday", "Mon 16 March"."""
    return _when(on, today, "D j F")


@said
def by_when_short(on: date | None, today: date) -> str:
    """The same for a narrow screen: "Mon 16", and with the month where a day alone could be another one."""
    near = on is not None and abs((on - today).days) < NEAR_DAYS
    return _when(on, today, "D j" if near else "j F")


@said
def day(on: date) -> str:
    """A day in full: "16 March 2021"."""
    return date_format(on, "j F Y")


@said
def day_month(on: date) -> str:
    """A day of this year: "16 March"."""
    return date_format(on, "j F")


@said
def day_and_year(on: date, today: date) -> str:
    """A day in a line of time: "Today", "Yesterday", "Thursday 5 March", with the year when it is another."""
    days = (today - on).days
    if days in (0, 1):
        return gettext("Yesterday") if days else gettext("Today")
    return date_format(on, "l j F" if on.year == today.year else "l j F Y").capitalize()


@said
def day_short(on: date) -> str:
    """A day beside something small: "16 Mar"."""
    return date_format(on, "j b").rstrip(".")


@said
def phase(of: Phase) -> str:
    """The phase as the team calls it."""
    return str(PHASES[of])


def _when(on: date | None, today: date, form: str) -> str:
    if on is None:
        return ""
    days = (on - today).days
    if days == 0:
        return gettext("today")
    if days == -1:
        return gettext("expected yesterday")
    said_day = date_format(on, form)
    return said_day if days > 0 else gettext("expected %(day)s") % {"day": said_day}


def _label(choices: type[TextChoices], code: str) -> str:
    """The words of a code; nothing of what was not said."""
    return str(choices(code).label) if code and code in choices.values else ""


def who(identity: Identity) -> list[tuple[str, str]]:
    """Who it is, as names and what they say; what is empty is left out."""
    rows = [
        (gettext("Name"), identity.name),
        (gettext("Nickname"), identity.nickname),
        (gettext("Born on"), day(identity.born_on) if identity.born_on else ""),
        (gettext("Contact"), identity.contact),
        (gettext("Gender"), _label(Gender, identity.gender)),
        (gettext("Part of town"), _label(Area, identity.area)),
        (gettext("Interpreter"), _label(LanguageHelp, identity.language_help)),
    ]
    return [(name, said) for name, said in rows if said]
